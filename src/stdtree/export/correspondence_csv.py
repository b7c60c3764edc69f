"""对照表: which category of the older release is which of the newer (xkos:Correspondence)."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.export._csv import table
from stdtree.label import Label, Language
from stdtree.model import names, words
from stdtree.model.correspondence import Association
from stdtree.model.taxonomy import Taxonomy

_COLUMNS = (
    Label("原体系编号", "Source code"),
    Label("原标识", "Source id"),
    Label("原名称", "Source title"),
    Label("新体系编号", "Target code"),
    Label("新标识", "Target id"),
    Label("新名称", "Target title"),
    Label("对应关系", "Cardinality"),
    Label("依据", "Basis"),
    Label("范围", "Extent"),
    Label("编码复用", "Code reused"),
)


def _render(source: Source, language: Language) -> bytes:
    difference = source.changes()
    before, after = difference.before.taxonomy, difference.after.taxonomy
    rows = (
        (
            *_member(before, row.source, language=language),
            *_member(after, row.target, language=language),
            *_relation(row, language),
        )
        for row in difference.correspondence
    )
    return table(_COLUMNS, rows, language)


def _member(
    taxonomy: Taxonomy, category_id: str | None, *, language: Language
) -> tuple[str | None, ...]:
    category = taxonomy.get(category_id)
    if category is None:
        return (None, category_id, None)
    return (category.code, category.id, names.text(category.title).in_(language))


def _relation(row: Association, language: Language) -> tuple[str, ...]:
    both = row.source is not None and row.target is not None
    return (
        row.cardinality,
        words.BASIS[row.basis].in_(language) if both else "",
        words.EXTENT[row.extent].in_(language) if both else "",
        Label("是", "yes").in_(language) if row.code_reused else "",
    )


EXPORTER = Exporter(
    of="difference",
    title=Label("对照表", "Correspondence table"),
    file="correspondence.{lang}.csv",
    render=_render,
)
