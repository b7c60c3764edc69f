"""A small query for operations on many at once: `code:BB* status:draft`.

The conditions are those of `stdtree.model.query`, without words: what an operation changes is said
exactly. Categories have to be of a status that the operation takes, standards of a live category.
"""

from __future__ import annotations

from collections.abc import Collection

from stdtree.edit._words import say
from stdtree.errors import EditError, UsageError
from stdtree.label import Label, same
from stdtree.model.category import Category, Status
from stdtree.model.change import ChangedEntity
from stdtree.model.choices import not_a_condition
from stdtree.model.conditions import Condition, Known, conditions
from stdtree.model.query import terms
from stdtree.model.taxonomy import Placed, Taxonomy

EXAMPLE = "code:BB* status:draft owner:ID facet:chain=research text:…"
"""The conditions on categories that are used most."""
ROWS_EXAMPLE = "number:GB/T* status:in-force plan:to-revise text:… code:BB* owner:ID facet:chain"
"""The same on standards."""


def matching(taxonomy: Taxonomy, query: str, among: Collection[Status]) -> tuple[Category, ...]:
    """Categories of these statuses for which all holds, in the order of the tree.

    Raises EditError for what is no condition.
    """
    asked = _conditions(taxonomy, query, of="category")
    tests = [one.of_category for one in asked if one.of_category]
    pool = (category for _, category in taxonomy.walk() if category.status in among)
    return tuple(one for one in pool if all(holds(one) for holds in tests))


def matching_rows(taxonomy: Taxonomy, query: str) -> tuple[Placed, ...]:
    """Standards of live categories for which all holds, in the order of the tree.

    Raises EditError for what is no condition.
    """
    asked = _conditions(taxonomy, query, of="standard")
    tests = [one.of_standard for one in asked if one.of_standard]
    live = (category for _, category in taxonomy.walk() if category.is_live)
    pool = ((category, row) for category in live for row in category.standards)
    return tuple(
        Placed(home.id, row) for home, row in pool if all(holds(home, row) for holds in tests)
    )


def _conditions(taxonomy: Taxonomy, query: str, *, of: ChangedEntity) -> tuple[Condition, ...]:
    example = same(ROWS_EXAMPLE if of == "standard" else EXAMPLE)
    shape = Label("条件写作 ", "conditions look like ") + example
    asked = terms(query)
    for term in asked:
        if not term.is_closed:
            raise EditError(
                say(
                    "“{query}”的引号没有成对", 'A quotation in "{query}" does not end', query=query
                ),
                shape,
            )
        if not term.name:
            raise EditError(not_a_condition(term), shape)
    try:
        return conditions(asked, Known(taxonomy), of=of)
    except UsageError as error:
        raise EditError(error.message, error.hint or shape) from error
