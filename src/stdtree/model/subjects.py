"""What findings may speak of, by the names that people use: an id, a code, a standard number."""

from __future__ import annotations

from collections.abc import Collection

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.change import ChangedEntity
from stdtree.model.taxonomy import Taxonomy


def subject_id(taxonomy: Taxonomy, name: str) -> str | None:
    """The id of what has this id, code or number; None if there is no such thing."""
    if _entity(taxonomy, name) is not None:
        return name
    if name in taxonomy.by_code:
        return taxonomy.by_code[name][0].id
    standards = (placed.standard for placed in taxonomy.standards.values())
    return next((one.id for one in standards if one.number == name), None)


def called(taxonomy: Taxonomy, name: str) -> Label:
    """What it is called; the name as it is where there is no such thing."""
    found = subject_id(taxonomy, name)
    entity = _entity(taxonomy, found) if found else None
    return names.named(taxonomy, entity, found) if found and entity else same(name)


def _entity(taxonomy: Taxonomy, subject: str) -> ChangedEntity | None:
    """What kind of thing has this id."""
    system = taxonomy.system
    kinds: tuple[tuple[ChangedEntity, Collection[str]], ...] = (
        ("category", taxonomy.categories),
        ("standard", taxonomy.standards),
        ("organization", taxonomy.organizations),
        ("consultation", taxonomy.consultations),
        ("facet", system.facets),
        ("target", [target.id for target in system.targets]),
        ("system", [system.id]),
    )
    return next((entity for entity, ids in kinds if subject in ids), None)
