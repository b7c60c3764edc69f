"""The rows of the table of standards (标准明细表), for all forms of it.

Columns after GB/T 13016-2018, with the dates, adoption and replacement that running systems add.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, Language
from stdtree.model import names, words
from stdtree.model.standard import Standard
from stdtree.model.standard_number import level_of, sort_key
from stdtree.model.taxonomy import Taxonomy

COLUMNS = (
    Label("序号", "No."),
    Label("标准体系编号", "Code"),
    Label("子体系名称", "Category"),
    Label("标准编号", "Standard number"),
    Label("标准名称", "Title"),
    Label("标准状态", "Status"),
    Label("宜定级别", "Level"),
    Label("归口部门", "Committee"),
    Label("发布日期", "Published"),
    Label("实施日期", "In force from"),
    Label("采标", "Adopts"),
    Label("代替标准", "Replaces"),
    Label("备注", "Remarks"),
)


def rows(taxonomy: Taxonomy, language: Language) -> Iterator[tuple[int | str | None, ...]]:
    """Every standard of an active category once, numbered from 1."""
    for number, row in enumerate(_rows(taxonomy, language), start=1):
        yield number, *row


def _rows(taxonomy: Taxonomy, language: Language) -> Iterator[tuple[str | None, ...]]:
    """Planned standards follow the numbered ones of their category."""
    for _, category in taxonomy.walk():
        if category.status != "active":
            continue
        title = names.text(category.title).in_(language)
        for row in sorted(category.standards, key=_order):
            yield category.code, title, *_row(row, taxonomy, language=language)


def _order(row: Standard) -> tuple[object, ...]:
    return (row.number is None, sort_key(row.number or ""), row.id)


def _row(row: Standard, taxonomy: Taxonomy, *, language: Language) -> tuple[str | None, ...]:
    level = row.plan.level if row.plan and row.plan.level else level_of(row.number)
    replaced = (taxonomy.standard(earlier) for earlier in row.replaces)
    return (
        row.number,
        names.text(row.title).in_(language),
        _status(row).in_(language),
        words.STANDARD_LEVEL[level].in_(language) if level else "",
        row.committee,
        row.published,
        row.in_force,
        f"{row.adopts.number} {row.adopts.degree}" if row.adopts else "",
        "; ".join(
            (placed.standard.number or placed.standard.id) if placed else earlier
            for placed, earlier in zip(replaced, row.replaces, strict=True)
        ),
        _remark(row, taxonomy).in_(language),
    )


def _status(row: Standard) -> Label:
    if row.status is not None:
        return words.DOCUMENT_STATUS[row.status]
    return words.PLAN_STAGE[row.plan.stage] if row.plan else Label("", "")


def _remark(row: Standard, taxonomy: Taxonomy) -> Label:
    """The drafter's remark, and where else the standard is listed."""
    remark = names.text(row.remark)
    if not row.also_in:
        return remark
    places = names.listed(names.category(taxonomy, place) for place in row.also_in)
    also = names.titled(words.FIELD["also_in"], places)
    return remark + Label("；", "; ") + also if row.remark else also
