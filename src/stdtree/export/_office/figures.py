"""What a difference adds up to, as small tables: ends, levels, kinds, events, standards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stdtree.export._office.cells import Value
from stdtree.export._office.rows import REAL
from stdtree.label import Label, Language, same
from stdtree.model import balance, names
from stdtree.model.bump_told import bump_summary, bump_told
from stdtree.model.change import BASE_KINDS, EVENT_KINDS
from stdtree.model.counts import counts
from stdtree.model.difference import Difference
from stdtree.model.statistics import compared

TOTAL = Label("合计", "Total")
_OFF = Label("不在任何层级", "On no level")


@dataclass(frozen=True)
class Table:
    """A table in one language; numbers are numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    is_totalled: bool = True
    """Whether the last row is what the others add up to."""


class Figures:
    """The tables of one difference in one language."""

    def __init__(self, difference: Difference, language: Language) -> None:
        self._difference = difference
        self._language = language
        self._names = (difference.before.name, difference.after.name)

    def ends(self) -> Table:
        """The two sides: what they are called, when they were issued, what they hold."""
        ends = (self._difference.before, self._difference.after)
        held = [counts(end.taxonomy) for end in ends]
        unknown = Label("未发布", "not issued")
        rows: list[tuple[Label, Sequence[Value]]] = [
            (Label("日期", "Date"), [end.date or self._in(unknown) for end in ends]),
            (Label("类目", "Categories"), [one.categories for one in held]),
            (Label("现有标准", "Existing standards"), [one.standards for one in held]),
            (Label("拟制定标准", "Planned standards"), [one.planned for one in held]),
        ]
        return self._table(
            Label("比较的版本", "What is compared"),
            (Label("项目", "Item"), *map(same, self._names)),
            [(self._in(word), *values) for word, values in rows],
            is_totalled=False,
        )

    def levels(self) -> Table:
        """Categories by level: what there was, what arrived (+) and left (-), what there is."""
        found = balance.levels(self._difference)
        steps = [step for step in balance.STEPS if any(step in row.steps for row in found)]
        titles = {
            level.id: names.text(level.title)
            for end in (self._difference.before, self._difference.after)
            for level in end.taxonomy.system.levels
        }
        rows: list[Sequence[Value]] = [
            (
                self._in(titles.get(row.level or "", _OFF)),
                row.from_,
                *(_signed(step, row.steps.get(step, 0)) for step in steps),
                row.to,
            )
            for row in found
        ]
        columns = (same(self._names[0]), *(balance.STEPS[s] for s in steps), same(self._names[1]))
        return self._table(
            Label("各层级的类目", "Categories by level"),
            (Label("层级", "Level"), *columns),
            [*rows, self._sum(rows)],
        )

    def kinds(self) -> Table:
        """Changes by kind and by what changed; the last column is part of the one before it."""
        rows: list[Sequence[Value]] = []
        for row in balance.kinds(self._difference):
            categories = row.entities.get("category", 0)
            standards = row.entities.get("standard", 0)
            others = row.total - categories - standards
            kind = self._in(BASE_KINDS[row.kind])
            rows.append((kind, categories, standards, others, row.total, row.consequences))
        columns = (
            Label("变更种类", "Kind of change"), Label("类目", "Categories"),
            Label("标准", "Standards"), Label("其他", "Other"), TOTAL,
            Label("其中连带", "Of these, consequences"),
        )  # fmt: skip
        return self._table(Label("各种变更", "Changes by kind"), columns, [*rows, self._sum(rows)])

    def events(self) -> Table:
        """Events by kind, and how many of them alter meaning."""
        found = Counter((event.kind, event.real) for event in self._difference.events)
        kinds = [kind for kind in EVENT_KINDS if any((kind, real) in found for real in REAL)]
        rows: list[Sequence[Value]] = []
        for kind in kinds:
            each = [found[kind, real] for real in REAL]
            rows.append((self._in(EVENT_KINDS[kind]), *each, sum(each)))
        columns = (Label("事件种类", "Kind of event"), *REAL.values(), TOTAL)
        return self._table(
            Label("各种事件", "Events by kind"), columns, [*rows, self._sum(rows)] if rows else []
        )

    def standards(self) -> list[Table]:
        """The statistics table on both sides, a table for each way of counting."""
        old, new = self._names
        columns = (
            *(Label(f"应有数 {n}", f"Needed, {n}") for n in (old, new)), same("±"),
            *(Label(f"现有数 {n}", f"Existing, {n}") for n in (old, new)), same("±"),
            *(Label(f"现有/应有（%） {n}", f"Existing/needed (%), {n}") for n in (old, new)),
        )  # fmt: skip
        return [
            self._table(
                by,
                (by, *columns),
                [
                    (
                        self._in(was.word), was.needed, now.needed, now.needed - was.needed,
                        was.existing, now.existing, now.existing - was.existing,
                        _share(was.share), _share(now.share),
                    )
                    for pair in pairs
                    for was, now in ((pair.before, pair.after),)
                ],
            )
            for by, pairs in compared(self._difference)
        ]  # fmt: skip

    def digests(self) -> list[Label]:
        """By what each side can be told from any other."""
        word = Label("内容摘要", "digest of the contents")
        return [
            names.titled(same(f"{end.name} ") + word, same(end.digest))
            for end in (self._difference.before, self._difference.after)
        ]

    def bump(self) -> Label:
        """What the changes call for, and whether the release number follows."""
        return bump_told(bump_summary(self._difference))

    def _sum(self, rows: Sequence[Sequence[Value]]) -> Sequence[Value]:
        columns = list(zip(*rows, strict=True))[1:]
        return [self._in(TOTAL), *(sum(map(_number, column)) for column in columns)]

    def _table(
        self,
        title: Label,
        columns: Sequence[Label],
        rows: Sequence[Sequence[Value]],
        *,
        is_totalled: bool = True,
    ) -> Table:
        return Table(self._in(title), [self._in(column) for column in columns], rows, is_totalled)

    def _in(self, label: Label) -> str:
        return label.in_(self._language)


def _signed(step: balance.Step, count: int) -> int:
    return count if step in balance.ARRIVING else -count


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _share(share: str) -> float | None:
    return float(share) if share else None
