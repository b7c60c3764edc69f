"""Searching in a system of 100,000 categories: `python -m benchmarks.search [SIZE]`.

Beside two naive peers: a loop over all titles, codes and numbers, and rapidfuzz over the titles.
CPU milliseconds within one process; ours and the peers take turns, key by key.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from msgspec.structs import replace

from benchmarks.systems import category
from stdtree.model.conditions import Known
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy
from stdtree.search import Index, found

SIZE = 100_000
ROUNDS = 5
TYPED = (
    (
        "a title, letter by letter",
        [f"技术转移转化服务{number}" for number in ("", 7, 77, 777, 7777)],
    ),
    ("a word of every title", ["技", "技术", "服务"]),
    ("pinyin of every title", ["js", "jszy", "jishuzhuan"]),
    ("a standard number", ["gbt77", "gb/t777", "GB/T 7777-2020"]),
    ("a word of every definition", ["供给", "供给方向"]),
    ("what is nowhere", ["不存在", "nowhere"]),
    ("two words", ["规范 77", "services 7777"]),
    ("a condition", ["status:active", "under:X7 7777"]),
)


def lines(size: int) -> Iterator[str]:
    """The table, line by line, as it is measured."""
    from rapidfuzz import fuzz, process

    tree = _tree(size)
    before = _resident()
    built = _timed(lambda: Index(tree))
    index = Index(tree)
    prepared = _timed(index.prepare)
    yield f"| {size:,} categories, as many standards | CPU ms |"
    yield "|---|--:|"
    yield f"| index | {built:.0f} |"
    yield f"| its texts, in the background | {prepared:.0f} |"
    yield f"| its memory, MiB | {_resident() - before} |"
    edited = tree.with_(replace(tree.categories["c7"], title={"zh": "改名"}))
    yield f"| brought up to date after an edit | {_timed(lambda: index.after(edited)):.0f} |"
    yield ""
    yield "| Typed | ours p50 | p95 | loop p50 | rapidfuzz p50 | goal p95 |"
    yield "|---|--:|--:|--:|--:|--:|"
    titles = [title for one in tree.categories.values() for title in one.title.values()]
    for what, typed in TYPED:
        figures: list[list[float]] = [[], [], []]
        for _ in range(ROUNDS):
            for text in typed:
                fuzzy = partial(process.extract, text, titles, scorer=fuzz.partial_ratio, limit=50)
                tries = (partial(_ours, index, text), partial(_loop, tree, text), fuzzy)
                for row, action in zip(figures, tries, strict=True):
                    row.append(_timed(action))
        ours, loop, peer = (median(row) for row in figures)
        worst = quantiles(figures[0], n=20)[-1]
        yield f"| {what} | {ours:.0f} | {worst:.0f} | {loop:.0f} | {peer:.0f} | ≤ 50 |"


def _ours(index: Index, text: str) -> object:
    """The whole hit list, conditions worked out anew."""
    return found(index, text, Known(index.taxonomy))


def _loop(tree: Taxonomy, text: str) -> object:
    """What one would write first: no pinyin, no conditions, no order."""
    wanted = text.casefold()
    hits: list[str] = []
    for one in tree.categories.values():
        texts = (one.code or "", one.id, *one.title.values(), *(one.definition or {}).values())
        if any(wanted in told.casefold() for told in texts):
            hits.append(one.id)
        for row in one.standards:
            texts = (row.number or "", *row.title.values())
            if any(wanted in told.casefold() for told in texts):
                hits.append(row.id)
    return hits


def _tree(size: int) -> Taxonomy:
    chance = random.Random(size)  # noqa: S311 -- the same data every time, no secret
    levels = tuple(Level(id=f"l{n}", title={"zh": "层级"}, pattern="X[0-9]{1,9}") for n in range(8))
    system = System(id="big", title={"zh": "大型"}, format=1, languages=("zh",), levels=levels)
    made = Taxonomy(system, [category(n, see=chance.randrange(size)) for n in range(size)])
    for _ in made.walk():
        pass  # the editor has sorted the tree already
    return made


def _timed(action: Callable[[], object]) -> float:
    """CPU milliseconds."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def _resident() -> int:
    """Memory of this process, MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 // 2**20


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if sys.argv[1:] else SIZE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
