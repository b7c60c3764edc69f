"""Write src/stdtree/search/readings.txt, the readings of characters, from pypinyin's dictionaries.

python tools/write_readings.py           writes it
python tools/write_readings.py --check   exit 1 if it is stale
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.phrases_dict import phrases_dict
from pypinyin.style import convert

TARGET = Path(__file__).parent.parent / "src" / "stdtree" / "search" / "readings.txt"
CHARACTERS = range(0x4E00, 0xA000)
OFTEN = 0.06
"""In what share of the phrases with a character another reading counts: 行 háng, but not héng."""
HEAD = (
    "# Made by tools/write_readings.py from the dictionaries of pypinyin (MIT licence).",
    "# A syllable, the characters first read so, and those read so in some words.",
)


def lines() -> Iterator[str]:
    """The whole file."""
    yield from HEAD
    first: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    used = _used()
    for character in map(chr, CHARACTERS):
        known = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        for place, syllable in enumerate(known[0] if known else ()):
            if not place:
                first[lazy_pinyin(character)[0]].append(character)
            elif used[character][syllable] > OFTEN * used[character].total():
                others[syllable].append(character)
    for syllable in sorted(first.keys() | others.keys()):
        yield f"{syllable} {''.join(first[syllable])} {''.join(others[syllable])}".rstrip()


def _used() -> dict[str, Counter[str]]:
    """How often each character is read in which way in the dictionary of phrases."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        for character, reading in zip(phrase, readings, strict=False):
            found[character][convert(reading[0], Style.NORMAL, strict=True)] += 1
    return found


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    text = "".join(f"{line}\n" for line in lines())
    if "--check" in arguments:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
