"""A correspondence (对照表) told: what did not simply stay, and how many did."""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.correspondence import Association
from stdtree.model.correspondence_table import BLS, reason, stays
from stdtree.model.counts import counts
from stdtree.model.difference import Difference, End
from stdtree.model.output import DifferenceEnd
from stdtree.model.output_correspondence import (
    CorrespondenceDocument,
    CorrespondenceMember,
    CorrespondenceRow,
)
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Report, Table
from stdtree.report.notice import notice

_COLUMNS = (
    Label("变更前", "Before"),
    Label("变更后", "After"),
    Label("关系", "Relation"),
    Label("依据", "Basis"),
    Label("范围", "Extent"),
    Label("说明", "Note"),
)
_NONE = same("—")


def of_correspondence(difference: Difference) -> Report:
    """Rows by source code; those of categories that are there under the same code are counted."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    rows = [row for row in difference.correspondence if not stays(row, before, after)]
    left = len(difference.correspondence) - len(rows)
    counted = Label(
        f"{len(rows)} 项如下；其余 {left} 个类目编号、名称不变，一一对应。",
        f"{len(rows)} as follows; {left} others are the same under the same code and title.",
    )
    blocks: list[Block] = [*notice(after.system), Paragraph(counted, "dim")]
    if rows:
        blocks.append(table(rows, difference))
    if difference.warnings:
        blocks.append(Heading(Label("警告", "Warnings")))
        blocks.append(Listing(tuple(Item((Cell(one, "warn"),)) for one in difference.warnings)))
    older, newer = same(difference.before.name), same(difference.after.name)
    title = Label("对照表：", "Correspondence: ") + names.arrow(older, newer)
    return Report(title, tuple(blocks), _document(difference))


def table(rows: Iterable[Association], difference: Difference) -> Table:
    """These rows with all that is known of them, as also stands in the report of a difference."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    return Table(_COLUMNS, tuple(_cells(row, before, after) for row in rows))


def _cells(row: Association, before: Taxonomy, after: Taxonomy) -> tuple[Cell, ...]:
    notes = [
        *([Label("不确定", "ambiguous")] if row.ambiguous else []),
        *([Label("编码复用", "code reused")] if row.code_reused else []),
        *([reason(row.reasons)] if row.reasons else []),
    ]
    both = row.source is not None and row.target is not None
    in_doubt = row.ambiguous or row.code_reused
    return (
        Cell(names.category(before, row.source) if row.source else _NONE),
        Cell(names.category(after, row.target) if row.target else _NONE),
        Cell(same(row.cardinality)),
        Cell(words.BASIS[row.basis] if both or row.basis == "manual" else same("")),
        Cell(words.EXTENT[row.extent] if both or row.extent == "partial" else same("")),
        Cell(names.listed(notes), "warn" if in_doubt else "plain"),
    )


def _document(difference: Difference) -> CorrespondenceDocument:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    return CorrespondenceDocument(
        format="stdtree-correspondence/1",
        from_=_end(difference.before),
        to=_end(difference.after),
        associations=tuple(
            CorrespondenceRow(
                source=_member(before, row.source),
                target=_member(after, row.target),
                cardinality=row.cardinality,
                basis=row.basis,
                extent=row.extent,
                bls=BLS[row.cardinality],
                code_reused=row.code_reused,
                ambiguous=row.ambiguous,
                reasons=row.reasons,
            )
            for row in difference.correspondence
        ),
        warnings=difference.warnings,
    )


def _end(end: End) -> DifferenceEnd:
    found = counts(end.taxonomy)
    return DifferenceEnd(end.name, end.digest, found.categories, found.standards)


def _member(taxonomy: Taxonomy, category_id: str | None) -> CorrespondenceMember | None:
    category = taxonomy.get(category_id)
    if category is None:
        return None
    return CorrespondenceMember(category.id, category.code, category.title)
