"""Facets and their values: what they are called, and which ones the system has."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.ids import Id, Text
from stdtree.model.nearest import did_you_mean
from stdtree.model.system import System


def titles_of(system: System, facet: Id) -> Mapping[Id, Text]:
    """Titles of the values of a facet. Raises EditError if there is no such facet."""
    facets = system.facets
    _refuse_unknown(
        facet,
        {key: one.title for key, one in facets.items()},
        message=say("本体系没有分面“{facet}”", 'This system has no facet "{facet}"', facet=facet),
    )
    return {value.id: value.title for value in facets[facet].values}


def refuse_unknown_value(system: System, facet: Id, value: Id) -> None:
    """Raises EditError if the facet has no such value."""
    _refuse_unknown(
        value,
        titles_of(system, facet),
        message=say(
            "分面“{facet}”没有取值“{value}”",
            '{facet} has no value "{value}"',
            facet=called(system, facet),
            value=value,
        ),
    )


def called(system: System, facet: Id, value: Id | None = None) -> Label:
    """A facet by its title, or a value of it; the id where there is none."""
    found = system.facets.get(facet)
    if value is None:
        return names.text(found.title) if found else same(facet)
    titles = {one.id: one.title for one in found.values} if found else {}
    return names.text(titles[value]) if value in titles else same(value)


def _refuse_unknown(one: Id, known: Mapping[Id, Text], *, message: Label) -> None:
    if one in known:
        return

    def shown(key: Id) -> Label:
        return names.with_id(key, names.text(known[key]))

    everything = names.listed(map(shown, known)) if known else names.NOTHING
    there = say("现有：{known}", "There are: {known}", known=everything)
    raise EditError(message, did_you_mean(one, known, shown) or there)
