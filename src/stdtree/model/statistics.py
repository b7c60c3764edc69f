"""标准统计表: how many standards there should be and are, by level, by kind, by part (GB/T 13016).

Needed (应有数) is what exists and what is planned; existing (现有数) is what has a number and is
neither replaced nor withdrawn. Every group counts the same standards, so all totals are equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.counts import standing
from stdtree.model.difference import Difference
from stdtree.model.standard import Standard, StandardLevel
from stdtree.model.standard_number import level_of
from stdtree.model.taxonomy import Taxonomy

UNKNOWN = Label("未定", "Not determined")
TOTAL = Label("共计", "Total")
Item = TypeVar("Item", bound=str)


class Counted(Struct, frozen=True):
    """A line: how many standards of one level, kind or part there are."""

    key: str | None
    """The level or kind, or the id of the part; None for those that have none."""
    word: Label
    needed: int
    existing: int

    @property
    def share(self) -> str:
        """Existing of needed, per cent with one decimal; empty where nothing is needed."""
        return f"{100 * self.existing / self.needed:.1f}" if self.needed else ""


class Group(Struct, frozen=True):
    """The same standards counted one way."""

    by: Label
    lines: tuple[Counted, ...]

    @property
    def total(self) -> Counted:
        """What the lines add up to."""
        needed = sum(line.needed for line in self.lines)
        return Counted(None, TOTAL, needed, sum(line.existing for line in self.lines))


class Pair(Struct, frozen=True):
    """A line on both sides; one that a side lacks counts nothing there."""

    before: Counted
    after: Counted


def statistics(taxonomy: Taxonomy) -> tuple[Group, ...]:
    """The three groups of the table."""
    counted = [(part, row) for part, row in _standards(taxonomy) if standing(row) != "ended"]
    roots = [root for root in taxonomy.children(None) if root.status == "active"]
    return (
        _group(
            Label("标准级别", "Level"),
            words.STANDARD_LEVEL,
            [(_level(row), row) for _, row in counted],
        ),
        _group(
            Label("标准类别", "Kind"), words.STANDARD_KIND, [(row.kind, row) for _, row in counted]
        ),
        _group(
            Label("体系部分", "Part"), {root.id: names.of_category(root) for root in roots}, counted
        ),
    )


def compared(difference: Difference) -> tuple[tuple[Label, tuple[Pair, ...]], ...]:
    """Each group on both sides, line by line: those of the newer side, then those only older."""
    before = statistics(difference.before.taxonomy)
    after = statistics(difference.after.taxonomy)
    return tuple((new.by, tuple(_pairs(old, new))) for old, new in zip(before, after, strict=True))


def _pairs(before: Group, after: Group) -> Iterator[Pair]:
    old = {line.key: line for line in before.lines}
    new = {line.key: line for line in after.lines}
    for key in sorted(old.keys() | new.keys(), key=[*new, *old].index):
        known = new.get(key) or old[key]
        nothing = Counted(key, known.word, 0, 0)
        yield Pair(old.get(key, nothing), new.get(key, nothing))
    yield Pair(before.total, after.total)


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
) -> Group:
    """A line for each item, and one for what fits none if there is any."""
    needed = Counter(key if key in items else None for key, _ in counted)
    existing = Counter(
        key if key in items else None for key, row in counted if standing(row) == "existing"
    )
    named: list[tuple[Item | None, Label]] = [*items.items()]
    if needed[None]:
        named.append((None, UNKNOWN))
    return Group(by, tuple(Counted(key, word, needed[key], existing[key]) for key, word in named))
