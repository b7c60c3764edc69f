"""标准统计表: how many standards there should be and are, by level, by kind and by part.

Rows and columns after GB/T 13016-2018. 应有数 is what exists and what is planned; 现有数 is what
has a number and is neither replaced nor withdrawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from stdtree.export import Exporter, Source
from stdtree.export._csv import table
from stdtree.label import Label, Language
from stdtree.model import names, words
from stdtree.model.counts import standing
from stdtree.model.standard import Standard, StandardLevel
from stdtree.model.standard_number import level_of
from stdtree.model.taxonomy import Taxonomy

_COLUMNS = (
    Label("统计口径", "Counted by"),
    Label("统计项", "Item"),
    Label("应有数", "Needed"),
    Label("现有数", "Existing"),
    Label("现有数/应有数（%）", "Existing/needed (%)"),
)
_TOTAL = Label("共计", "Total")
_UNKNOWN = Label("未定", "Not determined")
Item = TypeVar("Item", bound=str)


def _render(source: Source, language: Language) -> bytes:
    rows = _rows(source.taxonomy)
    return table(
        _COLUMNS,
        ([c.in_(language) if isinstance(c, Label) else c for c in row] for row in rows),
        language,
    )


def _rows(taxonomy: Taxonomy) -> Iterator[tuple[object, ...]]:
    """Three groups over the same standards; each adds up to the same total."""
    counted = [(part, row) for part, row in _standards(taxonomy) if standing(row) != "ended"]
    roots = [root for root in taxonomy.children(None) if root.status == "active"]
    parts = {root.id: names.coded(root.code, root.title) for root in roots}
    yield from _group(
        Label("标准级别", "Level"), words.STANDARD_LEVEL, [(_level(row), row) for _, row in counted]
    )
    yield from _group(
        Label("标准类别", "Kind"), words.STANDARD_KIND, [(row.kind, row) for _, row in counted]
    )
    yield from _group(Label("体系部分", "Part"), parts, counted)


def _standards(taxonomy: Taxonomy) -> Iterator[tuple[str, Standard]]:
    """Each standard of an active category with the root that it stands under."""
    part = ""
    for depth, category in taxonomy.walk():
        part = category.id if depth == 0 else part
        if category.status == "active":
            yield from ((part, row) for row in category.standards)


def _level(row: Standard) -> StandardLevel | None:
    return level_of(row.number) or (row.plan.level if row.plan else None)


def _group(
    by: Label, items: Mapping[Item, Label], counted: Sequence[tuple[Item | None, Standard]]
) -> Iterator[tuple[object, ...]]:
    """A row for each item, one for what fits none if there is any, and the total."""
    needed = Counter(key if key in items else None for key, _ in counted)
    existing = Counter(
        key if key in items else None for key, row in counted if standing(row) == "existing"
    )
    named: list[tuple[Item | None, Label]] = [*items.items()]
    if needed[None]:
        named.append((None, _UNKNOWN))
    for key, label in named:
        yield by, label, needed[key], existing[key], _share(existing[key], needed[key])
    total, there = needed.total(), existing.total()
    yield by, _TOTAL, total, there, _share(there, total)


def _share(existing: int, needed: int) -> str:
    """Per cent with one decimal; empty where nothing is needed."""
    return f"{100 * existing / needed:.1f}" if needed else ""


EXPORTER = Exporter(
    of="release",
    title=Label("标准统计表", "Statistics table"),
    file="statistics.{lang}.csv",
    render=_render,
)
