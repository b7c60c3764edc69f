"""A small query for operations on many at once: `code:BB* status:draft`.

Conditions stand beside one another and must all hold. Of categories:

code:BB        the code, whatever its case; code:BB* is what begins with it
status:draft   draft or active; retired categories are found only where they are to be restored
owner:lab      who is responsible, also by inheritance; owner: is nobody
facet:chain=research   a value of a facet; facet:chain is any of its values
text:孵化       words of the title or definition; text:"two words"

Of standards, where code, owner and facet are those of the home category:

number:GB/T*   the number, or how it begins; number: is planned standards, which have none
status:in-force   in-force, upcoming, replaced or withdrawn
plan:to-revise    the stage of the plan
text:孵化       words of the title
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from stdtree.edit import _find
from stdtree.edit._facets import refuse_unknown_value, titles_of
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.category import Category, Status
from stdtree.model.ids import Text
from stdtree.model.nearest import did_you_mean
from stdtree.model.taxonomy import Placed, Taxonomy

EXAMPLE = "code:BB* status:draft owner:ID facet:chain=research text:…"
"""Every condition on categories once."""
ROWS_EXAMPLE = "number:GB/T* status:in-force plan:to-revise text:… code:BB* owner:ID facet:chain"
"""Every condition on standards once."""

T = TypeVar("T")
Condition = Callable[[T], bool]
Conditions = Mapping[str, Callable[[Taxonomy, str], Condition[T]]]


def matching(taxonomy: Taxonomy, query: str, among: Collection[Status]) -> tuple[Category, ...]:
    """Categories of these statuses for which all holds, in the order of the tree.

    Raises EditError for what is no condition.
    """
    conditions = _conditions(taxonomy, query, _OF_CATEGORIES, EXAMPLE)
    pool = (category for _, category in taxonomy.walk() if category.status in among)
    return tuple(one for one in pool if all(holds(one) for holds in conditions))


def matching_rows(taxonomy: Taxonomy, query: str) -> tuple[Placed, ...]:
    """Standards of live categories for which all holds, in the order of the tree.

    Raises EditError for what is no condition.
    """
    conditions = _conditions(taxonomy, query, _OF_ROWS, ROWS_EXAMPLE)
    live = (category for _, category in taxonomy.walk() if category.is_live)
    pool = (Placed(category.id, row) for category in live for row in category.standards)
    return tuple(one for one in pool if all(holds(one) for holds in conditions))


def _conditions(
    taxonomy: Taxonomy, query: str, table: Conditions[T], example: str
) -> list[Condition[T]]:
    shape = Label("条件写作 ", "conditions look like ") + same(example)
    try:
        terms = shlex.split(query)
    except ValueError:
        raise EditError(
            say("“{query}”的引号没有成对", 'A quotation in "{query}" does not end', query=query),
            shape,
        ) from None
    found = []
    for term in terms:
        key, colon, value = term.partition(":")
        if key not in table or not colon:
            raise EditError(
                say("“{term}”不是筛选条件", '"{term}" is not a condition', term=term),
                did_you_mean(key, table, lambda near: same(f"{near}:")) or shape,
            )
        found.append(table[key](taxonomy, value))
    return found


def _begins(value: str) -> Condition[str | None]:
    """Whether a text is `value`, or begins with what stands before its `*`."""
    wanted = value.removesuffix("*").casefold()
    if value.endswith("*"):
        return lambda text: text is not None and text.casefold().startswith(wanted)
    return lambda text: (text or "").casefold() == wanted


def _one_of(table: Collection[str], key: str, value: str) -> None:
    if value not in table:
        raise EditError(
            say("“{term}”不是筛选条件", '"{term}" is not a condition', term=f"{key}:{value}"),
            say(
                "“{key}:”之后请写其一：{known}",
                "After {key}: write one of {known}",
                key=key,
                known=names.listed(map(same, table)),
            ),
        )


def _holds(value: str) -> Condition[Text | None]:
    """Whether a text holds these words in any language."""
    wanted = value.casefold()
    return lambda text: any(wanted in one.casefold() for one in (text or {}).values())


def _code(_: Taxonomy, value: str) -> Condition[Category]:
    begins = _begins(value)
    return lambda one: begins(one.code)


def _status(_: Taxonomy, value: str) -> Condition[Category]:
    _one_of(words.STATUS, "status", value)
    return lambda one: one.status == value


def _owner(taxonomy: Taxonomy, value: str) -> Condition[Category]:
    if value:
        _find.refuse_unknown_organization(taxonomy, value)
    return lambda one: taxonomy.owner_of(one.id) == (value or None)


def _facet(taxonomy: Taxonomy, value: str) -> Condition[Category]:
    facet, _, wanted = value.partition("=")
    titles_of(taxonomy.system, facet)
    if not wanted:
        return lambda one: bool(one.facets.get(facet))
    refuse_unknown_value(taxonomy.system, facet, wanted)
    return lambda one: wanted in one.facets.get(facet, ())


def _text(_: Taxonomy, value: str) -> Condition[Category]:
    holds = _holds(value)
    return lambda one: holds(one.title) or holds(one.definition)


def _of_home(
    on_category: Callable[[Taxonomy, str], Condition[Category]],
) -> Callable[[Taxonomy, str], Condition[Placed]]:
    def on_row(taxonomy: Taxonomy, value: str) -> Condition[Placed]:
        holds = on_category(taxonomy, value)
        return lambda one: holds(taxonomy.categories[one.home])

    return on_row


def _number(_: Taxonomy, value: str) -> Condition[Placed]:
    from stdtree.model.standard_number import normalise

    begins = _begins(value if value.endswith("*") else normalise(value))
    return lambda one: begins(one.standard.number)


def _row_status(_: Taxonomy, value: str) -> Condition[Placed]:
    _one_of(words.DOCUMENT_STATUS, "status", value)
    return lambda one: one.standard.status == value


def _plan(_: Taxonomy, value: str) -> Condition[Placed]:
    _one_of(words.PLAN_STAGE, "plan", value)
    return lambda one: (one.standard.plan.stage if one.standard.plan else "none") == value


def _row_text(_: Taxonomy, value: str) -> Condition[Placed]:
    holds = _holds(value)
    return lambda one: holds(one.standard.title)


_OF_CATEGORIES: Conditions[Category] = {
    "code": _code,
    "status": _status,
    "owner": _owner,
    "facet": _facet,
    "text": _text,
}
_OF_ROWS: Conditions[Placed] = {
    "number": _number,
    "status": _row_status,
    "plan": _plan,
    "text": _row_text,
    "code": _of_home(_code),
    "owner": _of_home(_owner),
    "facet": _of_home(_facet),
}
