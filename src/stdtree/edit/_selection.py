"""Categories that an operation changes alike: one that is named, and those that a query finds."""

from __future__ import annotations

from typing import Annotated

from stdtree.edit import Ask, _find
from stdtree.edit._query import EXAMPLE, matching
from stdtree.edit._shapes import NumberShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy

Named = Annotated[str | None, Ask("category", Label("类目", "Category"))]
"""One category by name; None leaves it to the query."""

Where = Annotated[
    NumberShape,
    Ask(
        "line",
        Label("以及符合条件的类目", "And those where"),
        Label(f"条件须同时满足：{EXAMPLE}。", f"All of the conditions hold: {EXAMPLE}."),
    ),
]
"""Categories by query."""


def selected(taxonomy: Taxonomy, named: CategoryId | None, *, where: str) -> tuple[Category, ...]:
    """Live categories, each once. Raises EditError for an unknown one, and if there are none."""
    found = [_find.live(taxonomy, named)] if named else []
    found += matching(taxonomy, where) if where else ()
    if not found:
        raise EditError(
            Label("没有选中任何类目", "No category is selected"),
            Label(
                "请指明类目，或放宽筛选条件（--where）",
                "Name one, or widen the conditions (--where)",
            ),
        )
    return tuple({one.id: one for one in found}.values())


def called(taxonomy: Taxonomy, named: CategoryId | None, *, where: str) -> Label:
    """What is selected, in words: BB 技术转移转化服务, the categories where code:C*."""
    parts = [names.category(taxonomy, named)] if named else []
    if where:
        parts.append(say("符合“{where}”的类目", "the categories where {where}", where=where))
    return names.listed(parts) if parts else names.NOTHING
