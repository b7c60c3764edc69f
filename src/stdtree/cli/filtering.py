"""Options that choose among the changes of a difference, and what they mean in it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stdtree.model.difference import Difference
    from stdtree.model.selection import Selection
    from stdtree.model.taxonomy import Taxonomy

KINDS = (
    "added", "removed", "retired", "reinstated", "moved", "recoded", "renamed", "field",
    "creation", "deletion", "merger", "take-over", "breakdown", "split-off", "replacement",
    "regrouping", "transfer", "code-change", "name-change", "redefinition", "code-reused",
    "new-edition", "status-change", "re-homed",
)  # fmt: skip
"""Kinds of changes and events; a test holds them to the model, which help does not wait for."""

_OPTIONS = (
    option(
        "--kind",
        "kinds",
        type=click.Choice(KINDS),
        metavar="KIND",
        multiple=True,
        said=Label(
            "只看这种变更或事件；可重复。（" + "、".join(KINDS) + "）",
            "Only changes or events of this kind; may be repeated. (" + ", ".join(KINDS) + ")",
        ),
    ),
    option(
        "--level",
        "levels",
        metavar="LEVEL",
        multiple=True,
        said=Label("只看这一层级；可重复。", "Only this level; may be repeated."),
    ),
    option(
        "--owner",
        "owners",
        metavar="ORGANIZATION",
        multiple=True,
        said=Label("只看此责任单位的类目；可重复。", "Only what this body owns; may be repeated."),
    ),
    option(
        "--under",
        metavar="ID|CODE",
        multiple=True,
        said=Label(
            "只看此类目及其下级，编号以新的一端为准；可重复。",
            "Only this category and what is below it, by its newer code; may be repeated.",
        ),
    ),
    option(
        "--real/--virtual",
        "real",
        default=None,
        said=Label(
            "只看实质变更和待判定的；或只看形式变更。",
            "Only real changes and undecided ones; or only virtual ones.",
        ),
    ),
)


def filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options; what they were given arrives as kinds, levels, owners, under and real."""
    return reduce(lambda made, decorate: decorate(made), reversed(_OPTIONS), function)


def selection(given: Mapping[str, Any], difference: Difference) -> Selection:
    """What was asked for, in the terms of this difference. Raises UsageError for unknown names."""
    from stdtree.model.selection import Selection

    sides = difference.after.taxonomy, difference.before.taxonomy
    return Selection(
        kinds=frozenset(given["kinds"]),
        levels=frozenset(_level(name, sides) for name in given["levels"]),
        owners=frozenset(_owner(name, sides) for name in given["owners"]),
        under=frozenset(_category(name, sides) for name in given["under"]),
        real=given["real"],
    )


def _level(name: str, sides: Iterable[Taxonomy]) -> str:
    known = {
        word: level.id
        for side in sides
        for level in side.system.levels
        for word in (*level.title.values(), level.id)
    }
    return _known(name, known, Label(f"没有层级 {name}", f"there is no level {name}"))


def _owner(name: str, sides: Iterable[Taxonomy]) -> str:
    known = {
        word: body.id
        for side in sides
        for body in side.organizations.values()
        for word in (*body.aliases, *body.name.values(), body.id)
    }
    return _known(name, known, Label(f"没有组织机构 {name}", f"there is no body {name}"))


def _known(name: str, known: Mapping[str, str], unknown: Label) -> str:
    if name in known:
        return known[name]
    from stdtree.model.nearest import did_you_mean

    raise UsageError(unknown, did_you_mean(name, known))


def _category(name: str, sides: tuple[Taxonomy, Taxonomy]) -> str:
    """By its id or code in the newer side, else in the older one."""
    from stdtree.workspace.naming import category

    newer, older = sides
    try:
        return category(newer, name).id
    except UsageError as unknown:
        try:
            return category(older, name).id
        except UsageError:
            raise unknown from None
