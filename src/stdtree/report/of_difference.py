"""A difference told so that a reviewer understands three hundred changes in five minutes.

What it adds up to first; then what happened; then every changed category in the order of the tree,
consequences folded; then standards; last, which old category is which new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.correspondence import Association
from stdtree.model.difference import Difference
from stdtree.model.output import BumpSummary, DifferenceSummary
from stdtree.model.release import Verdict
from stdtree.report import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Report,
    Style,
    Table,
    difference_categories,
    difference_events,
    difference_standards,
)
from stdtree.report.difference_document import Locate, document
from stdtree.report.notice import notice

_VERDICTS: Mapping[Verdict, tuple[Label, Style]] = {
    "kept": (Label("符合。", "as called for."), "good"),
    "too-small": (Label("升级不足。", "too small."), "bad"),
    "not-bumped": (Label("版本号没有升级。", "the number did not grow."), "bad"),
    "decreased": (Label("版本号变小了。", "the number went down."), "bad"),
    "larger-than-needed": (Label("大于所要求的升级。", "larger than needed."), "dim"),
}
_NOTHING = Label("没有差异。", "No differences.")


def of_difference(difference: Difference, *, locate: Locate | None = None) -> Report:
    """Summary, events, changed categories, standards, correspondence; the patch as data."""
    data = document(difference, locate)
    blocks: tuple[Block, ...] = (
        *notice(difference.after.taxonomy.system),
        Paragraph(_total(difference), "strong"),
        *(Paragraph(warning, "warn") for warning in difference.warnings),
    )
    if difference:
        blocks += (
            Paragraph(*_verdict(data.summary.bump)),
            *_tables(difference, data.summary),
            *difference_events.section(difference),
            *difference_categories.section(difference),
            *difference_standards.section(difference),
            *difference_standards.others(difference),
            *_correspondence(difference),
        )
    return Report(_title(difference), blocks, data)


def _title(difference: Difference) -> Label:
    ends = f"{difference.before.name} → {difference.after.name}"
    system = names.text(difference.after.taxonomy.system.title)
    return system + Label(f" {ends} 变更说明", f", {ends}: what changed")


def _total(difference: Difference) -> Label:
    ends = same(f"{difference.before.name} → {difference.after.name}")
    if not difference:
        return names.titled(ends, _NOTHING)
    changes, events = len(difference.changes), len(difference.events)
    cascade = sum(change.cascade for change in difference.changes)
    said = Label(
        f"{changes} 项变更（其中连带 {cascade} 项），{events} 个事件。",
        f"{names.several(changes, 'change')} ({names.several(cascade, 'consequence')} of others),"
        f" {names.several(events, 'event')}.",
    )
    return names.titled(ends, said)


def _verdict(bump: BumpSummary) -> tuple[Label, Style]:
    """What the changes call for, and whether the release number follows."""
    required = words.BUMP[bump.required]
    said = Label(
        f"版本号：变更要求升级{required.zh}",
        f"Release number: the changes call for a {required.en} one",
    )
    if bump.required == "none":
        said = Label("版本号：变更不要求升级", "Release number: the changes call for nothing")
    if bump.verdict is None:
        return said + Label("。", "."), "plain"
    verdict, style = _VERDICTS[bump.verdict]
    if bump.declared in (None, "none"):
        return said + Label("；", "; ") + verdict, style
    declared = words.BUMP[bump.declared or "none"]
    return said + Label(
        f"，实际升级{declared.zh}：", f", it grew by a {declared.en} one: "
    ) + verdict, style


def _tables(difference: Difference, summary: DifferenceSummary) -> Iterator[Block]:
    levels = {
        level.id: names.text(level.title)
        for end in (difference.before, difference.after)
        for level in end.taxonomy.system.levels
    }
    yield Table(
        (
            Label("层级", "Level"),
            same(difference.before.name),
            same(difference.after.name),
            same("±"),
        ),
        tuple(
            (
                Cell(levels[row.level]),
                _number(row.from_),
                _number(row.to),
                _signed(row.to - row.from_),
            )
            for row in summary.levels
        ),
        numeric=(1, 2, 3),
    )
    columns = (
        ("变更", "Change"),
        ("类目", "Categories"),
        ("标准", "Standards"),
        ("其他", "Other"),
        ("其中连带", "Consequences"),
    )
    yield Table(
        tuple(Label(*column) for column in columns),
        tuple(
            (Cell(label), *_counted([c for c in difference.changes if c.kind == kind]))
            for kind, label in BASE_KINDS.items()
            if kind in summary.changes
        ),
        numeric=(1, 2, 3, 4),
    )


def _counted(changes: list[Change]) -> tuple[Cell, ...]:
    entities = [change.entity for change in changes]
    categories, standards = entities.count("category"), entities.count("standard")
    others = len(entities) - categories - standards
    cascade = sum(change.cascade for change in changes)
    return tuple(_number(count) for count in (categories, standards, others, cascade))


def _number(count: int) -> Cell:
    return Cell(same(str(count)), "plain" if count else "dim")


def _signed(count: int) -> Cell:
    style: Style = "added" if count > 0 else "removed" if count < 0 else "dim"
    return Cell(same(f"{count:+d}" if count else "0"), style)


def _correspondence(difference: Difference) -> Iterator[Block]:
    """Old to new; what stayed the same with the same code is counted, not listed."""
    rows = [row for row in difference.correspondence if not _unchanged(row, difference)]
    if not rows:
        return
    yield Heading(Label("对照表", "Correspondence"))
    left = len(difference.correspondence) - len(rows)
    yield Paragraph(
        Label(
            f"其余 {left} 个类目一一对应，编号不变。",
            f"{left} others are the same under the same code.",
        ),
        "dim",
    )
    columns = (
        ("变更前", "Before"),
        ("变更后", "After"),
        ("关系", "Relation"),
        ("依据", "Basis"),
        ("范围", "Extent"),
    )
    yield Table(
        tuple(Label(*column) for column in columns),
        tuple(_association(row, difference) for row in rows),
    )


def _unchanged(row: Association, difference: Difference) -> bool:
    if row.source != row.target or row.cardinality != "1:1" or row.code_reused:
        return False
    before = difference.before.taxonomy.get(row.source)
    after = difference.after.taxonomy.get(row.target)
    return before is not None and after is not None and before.code == after.code


def _association(row: Association, difference: Difference) -> tuple[Cell, ...]:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    source = names.category(before, row.source) if row.source else same("—")
    target = names.category(after, row.target) if row.target else same("—")
    both = row.source is not None and row.target is not None
    relation = same(row.cardinality)
    if row.code_reused:
        relation += Label("，编码复用", ", code reused")
    return (
        Cell(source),
        Cell(target),
        Cell(relation, "warn" if row.code_reused else "plain"),
        Cell(words.BASIS[row.basis] if both else same("")),
        Cell(words.EXTENT[row.extent] if both else same("")),
    )
