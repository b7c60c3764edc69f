"""Lists as people type them, one entry a line: texts in several languages, notes, references.

技术转移 | Technology transfer          titles: the system's languages in order
企业孵化 | Incubation → B2              notes: after the arrow, where it goes
B2 孵化服务                             categories: a code or id; what follows is for reading
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from stdtree.label import Label, Language
from stdtree.model.ids import see_of, texts_of
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.tui.present.tree import name_of

_BAR = re.compile(r"(?<!\\)[|｜]")
_ARROW = re.compile(r"(?<!\\)(?:→|=>)")
_NEWLINE = "⏎"


class EntryError(ValueError):
    """An entry cannot be understood; `label` says which and why."""

    def __init__(self, label: Label) -> None:
        super().__init__(label.en)
        self.label = label


def print_titles(titles: Iterable[Mapping[str, str]], languages: Sequence[str]) -> str:
    """One text a line, its languages separated by bars."""
    return "\n".join(_print_text(title, languages) for title in titles)


def parse_titles(text: str, languages: Sequence[str]) -> tuple[dict[str, str], ...]:
    """The texts of the lines. Raises EntryError for more parts than there are languages."""
    return tuple(_parse_text(line, languages) for line in _lines(text))


def print_notes(notes: Iterable[Mapping[str, str]], taxonomy: Taxonomy) -> str:
    """One note a line, with the code of the category it sends the reader to."""
    lines = []
    for note in notes:
        line = _print_text(texts_of(note), taxonomy.system.languages)
        goes_to = see_of(note)
        if goes_to:
            found = taxonomy.get(goes_to)
            line += f" → {(found.code if found and found.code else goes_to)}"
        lines.append(line)
    return "\n".join(lines)


def parse_notes(text: str, taxonomy: Taxonomy) -> tuple[dict[str, str], ...]:
    """The notes of the lines. Raises EntryError for an unknown category."""
    notes = []
    for line in _lines(text):
        words, *goes_to = _ARROW.split(line)
        note = _parse_text(words, taxonomy.system.languages)
        if goes_to:
            note["see"] = category_id(goes_to[-1].strip(), taxonomy)
        notes.append(note)
    return tuple(notes)


def print_categories(ids: Iterable[str], taxonomy: Taxonomy, language: Language) -> str:
    """One category a line, code and title; the id where there is no code."""
    lines = []
    for one in ids:
        found = taxonomy.get(one)
        if found is None or found.code is None:
            lines.append(one if found is None else f"{one} {text_in(found.title, language)}")
        else:
            lines.append(name_of(found, language))
    return "\n".join(lines)


def parse_categories(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The ids of the categories that the lines begin with. Raises EntryError."""
    return tuple(category_id(line.split(maxsplit=1)[0], taxonomy) for line in _lines(text))


def print_standards(ids: Iterable[str], taxonomy: Taxonomy, language: Language) -> str:
    """One standard a line: its id, then number and title for reading."""
    lines = []
    for one in ids:
        placed = taxonomy.standard(one)
        told = (
            (placed.standard.number or "", text_in(placed.standard.title, language))
            if placed
            else ()
        )
        lines.append(" ".join(part for part in (one, *told) if part))
    return "\n".join(lines)


def parse_standards(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The ids of the standards that the lines begin with. Raises EntryError."""
    return tuple(_standard_id(line, taxonomy) for line in _lines(text))


def parse_codes(text: str) -> tuple[str, ...]:
    """Codes, one a line or several with spaces between."""
    return tuple(text.split())


def category_id(named: str, taxonomy: Taxonomy) -> str:
    """The id of the category with this code or id. Raises EntryError if there is none."""
    name = (*named.split(), "")[0]
    by_code = taxonomy.by_code.get(name)
    if by_code:
        return by_code[0].id
    if taxonomy.get(name):
        return name
    raise EntryError(
        Label(f"没有编号或标识为“{name}”的类目", f'no category has the code or id "{name}"')
    )


def _standard_id(line: str, taxonomy: Taxonomy) -> str:
    first = line.split(maxsplit=1)[0]
    if taxonomy.standard(first):
        return first
    for placed in taxonomy.standards.values():
        if placed.standard.number and line.startswith(placed.standard.number):
            return placed.standard.id
    raise EntryError(Label(f"没有标准“{line}”", f'there is no standard "{line}"'))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _print_text(text: Mapping[str, str], languages: Sequence[str]) -> str:
    order = [*languages, *(tag for tag in text if tag not in languages)]
    parts = [_escape(text.get(tag, "")) for tag in order]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def _parse_text(line: str, languages: Sequence[str]) -> dict[str, str]:
    parts = [_unescape(part.strip()) for part in _BAR.split(line)]
    if len(parts) > len(languages):
        known = ", ".join(languages)
        raise EntryError(
            Label(
                f"“{line}”分成了 {len(parts)} 段，本体系只有 {known}；文字中的 | 请写作 \\|",
                f'"{line}" has {len(parts)} parts, but the languages are {known}; write | as \\|',
            )
        )
    return {tag: part for tag, part in zip(languages, parts, strict=False) if part}


def _escape(text: str) -> str:
    return re.sub(r"[|｜→]|=>", r"\\\g<0>", text).replace("\n", _NEWLINE)


def _unescape(text: str) -> str:
    return re.sub(r"\\([|｜→]|=>)", r"\1", text).replace(_NEWLINE, "\n")
