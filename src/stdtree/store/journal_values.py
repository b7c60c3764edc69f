"""What a step of the journal changed, as plain data by key, and how it is put back.

A category has its id for a key. What stands in other files has that file's path without ending,
which no id looks like: `/system`, `/organizations`, `/consultations/round-1`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.grouping import differing
from stdtree.model.organization import Organizations
from stdtree.model.system import System
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.decode import encode

Values = Mapping[str, dict[str, Any] | None]
"""Categories by id and the rest by path, as plain data; None: it was not there."""
SYSTEM = "/system"
ORGANIZATIONS = "/organizations"
CONSULTATIONS = "/consultations/"


def between(before: Taxonomy, after: Taxonomy) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs, before and after."""
    keys = sorted(after.changed_since(before))
    if before.system is not after.system:
        keys.append(SYSTEM)
    if before.organizations is not after.organizations:
        keys.append(ORGANIZATIONS)
    if before.consultations is not after.consultations:
        rounds = differing(before.consultations, after.consultations)
        keys += (CONSULTATIONS + key for key in sorted(rounds))
    old, new = ({key: value_of(side, key) for key in keys} for side in (before, after))
    others = [key for key in keys if key.startswith("/") and old[key] == new[key]]
    for key in others:
        del old[key], new[key]
    return old, new


def value_of(taxonomy: Taxonomy, key: str) -> dict[str, Any] | None:
    """What a key stands for, as the journal keeps it; None if there is no such thing."""
    found: Struct | None
    if key == SYSTEM:
        found = taxonomy.system
    elif key == ORGANIZATIONS:
        found = Organizations(organizations=tuple(taxonomy.organizations.values()))
    elif key.startswith(CONSULTATIONS):
        found = taxonomy.consultations.get(key.removeprefix(CONSULTATIONS))
    else:
        found = taxonomy.get(key)
    return None if found is None else encode(found)


def replayed(taxonomy: Taxonomy, values: Values) -> Taxonomy:
    """The taxonomy with what a step changed put to `values`."""
    inside = {key: value for key, value in values.items() if not key.startswith("/")}
    changed = [msgspec.convert(value, Category) for value in inside.values() if value is not None]
    gone = [key for key, value in inside.items() if value is None]
    bodies, system = values.get(ORGANIZATIONS), values.get(SYSTEM)
    return taxonomy.with_(
        *changed,
        without=gone,
        system=msgspec.convert(system, System) if system else None,
        organizations=msgspec.convert(bodies, Organizations).organizations if bodies else None,
        consultations=_rounds(taxonomy, values),
    )


def fits(taxonomy: Taxonomy, values: Values) -> bool:
    """Whether what a step changed is still what the step made of it."""
    return all(value_of(taxonomy, key) == value for key, value in values.items())


def named(taxonomy: Taxonomy, key: str) -> Label:
    """What a key stands for, by name."""
    if key.startswith("/"):
        return same(f"taxonomy{key}.yaml")
    return names.category(taxonomy, key)


def _rounds(taxonomy: Taxonomy, values: Values) -> Iterable[Consultation] | None:
    turned = {
        key.removeprefix(CONSULTATIONS): value
        for key, value in values.items()
        if key.startswith(CONSULTATIONS)
    }
    if not turned:
        return None
    kept = {key: one for key, one in taxonomy.consultations.items() if key not in turned}
    come = {key: msgspec.convert(one, Consultation) for key, one in turned.items() if one}
    return (kept | come).values()
