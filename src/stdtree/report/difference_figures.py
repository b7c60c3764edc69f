"""What a difference adds up to: the release number, counts by level and by kind, statistics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdtree.label import Label, same
from stdtree.model import balance, names
from stdtree.model.balance import ARRIVING, STEPS, KindCount, Step
from stdtree.model.bump_told import bump_told
from stdtree.model.change import BASE_KINDS
from stdtree.model.difference import Difference
from stdtree.model.ids import Id
from stdtree.model.output import BumpSummary, LevelCount
from stdtree.model.release import Verdict
from stdtree.model.statistics import Pair, compared
from stdtree.report import Block, Cell, Paragraph, Style, Table

_STYLES: Mapping[Verdict | None, Style] = {
    None: "plain",
    "kept": "good",
    "larger-than-needed": "dim",
}
_TOTAL = Label("合计", "Total")
_NO_LEVEL = Label("不在任何层级", "on no level")


def verdict(bump: BumpSummary) -> Paragraph:
    """What the changes call for, and whether the release number follows."""
    return Paragraph(bump_told(bump), _STYLES.get(bump.verdict, "bad"))


def counts(difference: Difference, levels: tuple[LevelCount, ...]) -> Iterator[Table]:
    """By level from the older side to the newer, and by kind; both add up."""
    yield _levels(difference, levels)
    if found := balance.kinds(difference):
        yield _kinds(found)


def statistics(difference: Difference) -> Iterator[Block]:
    """The statistics table on both sides: needed and existing standards."""
    columns = (
        Label("应有", "Needed"),
        same("±"),
        Label("现有", "Existing"),
        same("±"),
    )
    for by, pairs in compared(difference):
        rows = tuple(_pair(pair) for pair in pairs)
        yield Table((Label("标准：", "Standards: ") + by, *columns), rows, numeric=(1, 2, 3, 4))


def _pair(pair: Pair) -> tuple[Cell, ...]:
    before, after = pair.before, pair.after
    return (
        Cell(after.word),
        Cell(same(f"{before.needed} → {after.needed}")),
        _signed(after.needed - before.needed),
        Cell(same(f"{before.existing} → {after.existing}")),
        _signed(after.existing - before.existing),
    )


def _levels(difference: Difference, rows: tuple[LevelCount, ...]) -> Table:
    """What was there + what came - what went = what is there, line by line and in all."""
    steps = [step for step in STEPS if any(row.steps.get(step) for row in rows)]
    titles: dict[Id | None, Label] = {None: _NO_LEVEL} | {
        level.id: names.text(level.title)
        for end in (difference.before, difference.after)
        for level in end.taxonomy.system.levels
    }
    columns = (
        Label("层级", "Level"),
        same(difference.before.name),
        *(STEPS[step] for step in steps),
        same(difference.after.name),
    )
    total = LevelCount(
        None,
        sum(row.from_ for row in rows),
        sum(row.to for row in rows),
        {step: sum(row.steps.get(step, 0) for row in rows) for step in steps},
    )
    lines = [_level(titles[row.level], row, steps) for row in rows]
    lines.append(_level(_TOTAL, total, steps))
    return Table(columns, tuple(lines), numeric=tuple(range(1, len(columns))))


def _level(word: Label, row: LevelCount, steps: list[Step]) -> tuple[Cell, ...]:
    signs = (_signed(row.steps.get(s, 0) * (1 if s in ARRIVING else -1)) for s in steps)
    return Cell(word), _number(row.from_), *signs, _number(row.to)


def _kinds(found: tuple[KindCount, ...]) -> Table:
    columns = (
        Label("变更", "Change"),
        Label("类目", "Categories"),
        Label("标准", "Standards"),
        Label("其他", "Other"),
        Label("共计", "All"),
        Label("其中连带", "Consequences"),
    )
    lines = [(BASE_KINDS[row.kind], _kind(row)) for row in found]
    totals = tuple(map(sum, zip(*(row for _, row in lines), strict=True)))
    return Table(
        columns,
        tuple((Cell(word), *map(_number, row)) for word, row in [*lines, (_TOTAL, totals)]),
        numeric=(1, 2, 3, 4, 5),
    )


def _kind(row: KindCount) -> tuple[int, ...]:
    categories, standards = row.entities.get("category", 0), row.entities.get("standard", 0)
    others = row.total - categories - standards
    return categories, standards, others, row.total, row.consequences


def _number(count: int) -> Cell:
    return Cell(same(str(count)), "plain" if count else "dim")


def _signed(count: int) -> Cell:
    style: Style = "added" if count > 0 else "removed" if count < 0 else "dim"
    return Cell(same(f"{count:+d}" if count else "0"), style)
