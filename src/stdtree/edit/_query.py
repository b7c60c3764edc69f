"""A small query over categories, for operations on many at once: `code:BB* status:draft`.

Conditions stand beside one another and must all hold; retired categories are never found.

code:BB        the code, whatever its case; code:BB* is what begins with it
status:draft   draft or active
owner:lab      who is responsible, also by inheritance; owner: is nobody
facet:chain=research   a value of a facet; facet:chain is any of its values
text:孵化       words of the title or definition; text:"two words"
"""

from __future__ import annotations

import shlex
from collections.abc import Callable

from stdtree.edit import _find
from stdtree.edit._facets import refuse_unknown_value, titles_of
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model.category import Category
from stdtree.model.nearest import did_you_mean
from stdtree.model.taxonomy import Taxonomy

EXAMPLE = "code:BB* status:draft owner:ID facet:chain=research text:…"
"""Every condition once."""
_SHAPE = Label("条件写作 ", "conditions look like ") + same(EXAMPLE)

Condition = Callable[[Category], bool]


def matching(taxonomy: Taxonomy, query: str) -> tuple[Category, ...]:
    """Live categories that fulfil every condition, in the order of the tree. Raises EditError."""
    try:
        terms = shlex.split(query)
    except ValueError:
        raise EditError(
            say("“{query}”的引号没有成对", 'A quotation in "{query}" does not end', query=query),
            _SHAPE,
        ) from None
    conditions = [_condition(taxonomy, term) for term in terms]
    live = (category for _, category in taxonomy.walk() if category.is_live)
    return tuple(one for one in live if all(holds(one) for holds in conditions))


def _condition(taxonomy: Taxonomy, term: str) -> Condition:
    key, colon, value = term.partition(":")
    condition = _CONDITIONS.get(key)
    if condition is None or not colon:
        raise EditError(
            say("“{term}”不是筛选条件", '"{term}" is not a condition', term=term),
            did_you_mean(key, _CONDITIONS, lambda near: same(f"{near}:")) or _SHAPE,
        )
    return condition(taxonomy, value)


def _code(_: Taxonomy, value: str) -> Condition:
    wanted = value.removesuffix("*").casefold()
    if value.endswith("*"):
        return lambda one: one.code is not None and one.code.casefold().startswith(wanted)
    return lambda one: (one.code or "").casefold() == wanted


def _status(_: Taxonomy, value: str) -> Condition:
    if value not in ("draft", "active"):
        raise EditError(
            say("“{value}”不能作筛选状态", 'No category has the status "{value}"', value=value),
            Label("请写 status:draft 或 status:active", "Write status:draft or status:active"),
        )
    return lambda one: one.status == value


def _owner(taxonomy: Taxonomy, value: str) -> Condition:
    if value:
        _find.refuse_unknown_organization(taxonomy, value)
    return lambda one: taxonomy.owner_of(one.id) == (value or None)


def _facet(taxonomy: Taxonomy, value: str) -> Condition:
    facet, _, wanted = value.partition("=")
    titles_of(taxonomy.system, facet)
    if not wanted:
        return lambda one: bool(one.facets.get(facet))
    refuse_unknown_value(taxonomy.system, facet, wanted)
    return lambda one: wanted in one.facets.get(facet, ())


def _text(_: Taxonomy, value: str) -> Condition:
    words = value.casefold()
    return lambda one: any(
        words in text.casefold() for text in (*one.title.values(), *(one.definition or {}).values())
    )


_CONDITIONS = {
    "code": _code,
    "status": _status,
    "owner": _owner,
    "facet": _facet,
    "text": _text,
}
