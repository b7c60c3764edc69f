"""Applying changes to rows: which table each standard stands in afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from stdtree.diff.item_patch import GONE, OTHER, edited
from stdtree.diff.misfit import Misfit
from stdtree.label import Label
from stdtree.model.change import Change
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.standard import Standard
from stdtree.model.system import Target
from stdtree.model.taxonomy import Taxonomy

Row = TypeVar("Row", Standard, Target)
Tables = dict[CategoryId, tuple[Standard, ...]]
NO_HOME = Label("没有它要列入的类目", "there is no category for it to stand in")


def replaced(rows: Iterable[Row], instead: Mapping[str, Row | None]) -> tuple[Row, ...]:
    """Rows with some replaced or (None) taken out; new ones come last.

    Of two rows with one id only the first is meant: nothing else is compared either.
    """
    left: dict[str, Row | None] = dict(instead)
    made: list[Row | None] = [left.pop(row.id, row) for row in rows]
    made.extend(left.values())
    return tuple(row for row in made if row is not None)


def tables(taxonomy: Taxonomy, changes: Mapping[StandardId, Sequence[Change]]) -> Tables:
    """The new table of every category whose rows change, whether the category is there or not.

    Raises Misfit where a change does not fit.
    """
    made = _standards(taxonomy, changes)
    instead: dict[CategoryId, dict[StandardId, Standard | None]] = {}
    for standard_id, steps in changes.items():
        placed, row = taxonomy.standard(standard_id), made[standard_id]
        home = placed.home if placed else None
        goal = _goal(home, steps)
        if home is not None:
            instead.setdefault(home, {})[standard_id] = None
        if goal is not None:
            instead.setdefault(goal, {})[standard_id] = row
    found: Tables = {}
    for home, rows in instead.items():
        category = taxonomy.get(home)
        found[home] = replaced(category.standards if category else (), rows)
    return found


def _standards(
    taxonomy: Taxonomy, changes: Mapping[StandardId, Sequence[Change]]
) -> dict[StandardId, Standard | None]:
    """The standards themselves after their changes, wherever they stand."""
    rows = {
        standard_id: placed.standard
        for standard_id in changes
        if (placed := taxonomy.standard(standard_id))
    }
    contents: dict[StandardId, list[Change]] = {}
    for standard_id, steps in changes.items():
        if own := [step for step in steps if step.kind != "moved"]:
            contents[standard_id] = own
        elif standard_id not in rows:
            raise Misfit(steps[0], GONE)
    return rows | edited(rows, contents, kind=Standard)


def _goal(home: CategoryId | None, steps: Sequence[Change]) -> CategoryId | None:
    """Where a standard stands in the end; None if it goes."""
    first = steps[0]
    if first.kind == "added":
        if first.parent is None:
            raise Misfit(first, NO_HOME)
        return first.parent
    for step in steps:
        if step.kind == "moved":
            if step.from_ != home:
                raise Misfit(step, OTHER)
            home = str(step.to)
    if first.kind == "removed":
        if first.parent != home:
            raise Misfit(first, OTHER)
        return None
    return home
