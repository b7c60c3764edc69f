"""The table that all forms of a correspondence (对照表) show: its columns, its rows in words."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.ids import Text
from stdtree.model.taxonomy import Taxonomy

COLUMNS = (
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
    Label("不确定", "Ambiguous"),
    Label("BLS 用语", "BLS word"),
    Label("理由", "Reason"),
)
BLS: Mapping[Cardinality, str] = {
    "1:1": "DIRECT",
    "1:n": "SPLIT",
    "n:1": "CONSOLIDATED",
    "n:m": "R",
    "1:0": "REMOVE",
    "0:1": "N",
}
"""The words of the U.S. Bureau of Labor Statistics for readers used to them; N new, R revised."""
_NOTHING = same("")
_YES = Label("是", "yes")


def cells(row: Association, before: Taxonomy, after: Taxonomy) -> tuple[Label, ...]:
    """One row, in the order of the columns; what does not apply is empty."""
    both = row.source is not None and row.target is not None
    in_part = row.extent == "partial"
    return (
        *_member(before, row.source),
        *_member(after, row.target),
        same(row.cardinality),
        words.BASIS[row.basis] if both or row.basis == "manual" else _NOTHING,
        words.EXTENT[row.extent] if both or in_part else _NOTHING,
        _YES if row.code_reused else _NOTHING,
        _YES if row.ambiguous else _NOTHING,
        same(BLS[row.cardinality]),
        reason(row.reasons),
    )


def stays(row: Association, before: Taxonomy, after: Taxonomy) -> bool:
    """Whether a row says no more than that a category is still there, called the same."""
    old, new = before.get(row.source), after.get(row.target)
    return (
        row.cardinality == "1:1"
        and row.basis == "identity"
        and old is not None
        and new is not None
        and (old.code, old.title) == (new.code, new.title)
    )


def reason(reasons: tuple[Text, ...]) -> Label:
    """The reasons in one line."""
    told = [names.text(one) for one in reasons]
    return Label("；".join(one.zh for one in told), "; ".join(one.en for one in told))


def _member(taxonomy: Taxonomy, category_id: str | None) -> tuple[Label, Label, Label]:
    category = taxonomy.get(category_id)
    if category is None:
        return _NOTHING, same(category_id or ""), _NOTHING
    return same(category.code or ""), same(category.id), names.text(category.title)
