"""What an operation changes alike: one that is named, and those that a query finds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Annotated

from stdtree.edit import Ask, _find
from stdtree.edit._query import EXAMPLE, ROWS_EXAMPLE, matching, matching_rows
from stdtree.edit._shapes import QueryShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, Status
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.query import parse
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy

Named = Annotated[str | None, Ask("category", Label("类目", "Category"))]
"""One category by name; None leaves it to the query."""

Where = Annotated[
    QueryShape,
    Ask(
        "query",
        Label("以及符合条件的类目", "And those where"),
        Label(f"条件须同时满足：{EXAMPLE}。", f"All of the conditions hold: {EXAMPLE}."),
    ),
]
"""Categories by query."""

NamedRow = Annotated[str | None, Ask("standard", Label("标准", "Standard"))]
"""One standard by name; None leaves it to the query."""

WhereRows = Annotated[
    QueryShape,
    Ask(
        "query",
        Label("以及符合条件的标准", "And those where"),
        Label(f"条件须同时满足：{ROWS_EXAMPLE}。", f"All of the conditions hold: {ROWS_EXAMPLE}."),
    ),
]
"""Standards by query."""

LIVE: tuple[Status, ...] = ("draft", "active")


def selected(
    taxonomy: Taxonomy,
    named: CategoryId | None,
    *,
    where: str,
    among: Collection[Status] = LIVE,
) -> tuple[Category, ...]:
    """Categories, each once, parents first; the query looks among those of these statuses only.

    Raises EditError for an unknown one, for a retired one where only live ones count, and if there
    are none.
    """
    find = _find.category if "retired" in among else _find.live
    found = [find(taxonomy, named)] if named else []
    found += matching(taxonomy, where, among) if where else ()
    if not found:
        raise _nothing(Label("没有选中任何类目", "No category is selected"))
    return tuple({one.id: one for one in found}.values())


def selected_rows(
    taxonomy: Taxonomy,
    named: StandardId | None,
    *,
    where: str,
    among: Callable[[Standard], bool] = lambda _: True,
) -> tuple[Placed, ...]:
    """Standards, each once; the query looks among those that `among` lets through only.

    Raises EditError for an unknown one, and if there are none.
    """
    found = [_find.standard(taxonomy, named)] if named else []
    if where:
        found += [one for one in matching_rows(taxonomy, where) if among(one.standard)]
    if not found:
        raise _nothing(Label("没有选中任何标准", "No standard is selected"))
    return tuple({one.standard.id: one for one in found}.values())


def called(
    taxonomy: Taxonomy,
    named: CategoryId | None,
    *,
    where: str,
    among: Collection[Status] = LIVE,
) -> Label:
    """What is selected, in words: BB 技术转移转化服务, the 3 categories where code:C*."""
    found = [names.category(taxonomy, named)] if named else []
    if where:
        count = _count(lambda: matching(taxonomy, where, among))
        word = "category" if count == 1 else f"{count} categories"
        found.append(_those(where, Label(f"{count} 个类目", word)))
    return names.listed(found) if found else names.NOTHING


def called_rows(
    taxonomy: Taxonomy,
    named: StandardId | None,
    *,
    where: str,
    among: Callable[[Standard], bool] = lambda _: True,
) -> Label:
    """What is selected, in words: GB/T 34670-2017 …, the 3 standards where code:C*."""
    found = [names.standard(taxonomy, named)] if named else []
    if where:
        count = _count(lambda: [row for _, row in matching_rows(taxonomy, where) if among(row)])
        word = "standard" if count == 1 else f"{count} standards"
        found.append(_those(where, Label(f"{count} 项标准", word)))
    return names.listed(found) if found else names.NOTHING


def refuse_several(found: Collection[object], *, given: bool, what: Label) -> None:
    """Raises EditError if several would be given what only one can have."""
    if given and len(found) > 1:
        raise EditError(
            say(
                "“{what}”只能给一个，选中了 {count} 个",
                "Only one can have this: {what}; {count} are selected",
                what=what,
                count=str(len(found)),
            ),
            Label("请指明其中之一，或不给这一项", "Name one of them, or leave it out"),
        )


def _those(where: str, counted: Label) -> Label:
    asked = parse(where)
    if not asked.words and [term.name for term in asked.conditions] == ["id"]:  # chosen one by one
        return say("选中的 {what}", "the {what} chosen", what=counted)
    return say("符合“{where}”的 {what}", "the {what} where {where}", where=where, what=counted)


def _count(find: Callable[[], Collection[object]]) -> int:
    """How many there are; none for a query that cannot be read, which `apply` refuses."""
    try:
        return len(find())
    except EditError:
        return 0


def _nothing(message: Label) -> EditError:
    return EditError(
        message,
        Label(
            "请指明一个，或放宽筛选条件（--where）",
            "Name one, or widen the conditions (--where)",
        ),
    )
