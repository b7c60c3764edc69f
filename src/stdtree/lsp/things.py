"""What a word in a file names: a category, a standard, a body, a facet or one of its values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from stdtree.label import Label, same
from stdtree.lsp import tables
from stdtree.lsp.desk import Desk
from stdtree.lsp.spots import Spot, spot_at
from stdtree.model import names, words
from stdtree.model.finding import Entity, FieldPath, Subject
from stdtree.model.system import Facet
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout

_ID = re.compile(r"""^id: *["']?([a-z0-9-]+)""", re.MULTILINE)
_ANY: tuple[Entity, ...] = ("category", "standard", "organization")


class Thing(NamedTuple):
    """What a word names, and the field that holds its id."""

    subject: Subject
    field: FieldPath = ("id",)


def thing_at(desk: Desk, uri: str, position: types.Position) -> Thing | None:
    """What the word at a place names, if there is such a thing."""
    found = desk.spot(uri, position)
    return thing_of(desk, *found) if found else None


def thing_of(desk: Desk, path: str, spot: Spot) -> Thing | None:
    """What a word names, if there is such a thing."""
    kind = layout.kind_at(path)
    if kind is None or not spot.word:
        return None
    field = spot.names[:-1] if spot.is_key else spot.names
    entity = tables.at(tables.NAMED[kind.name], field)
    if spot.is_key != (entity == "facet"):
        return None
    return _named(desk, path, spot, entity)


def _named(desk: Desk, path: str, spot: Spot, entity: tables.Entity | None) -> Thing | None:
    match entity:
        case "facet":
            known = spot.word in desk.taxonomy.system.facets
            return Thing(Subject("facet", spot.word), ()) if known else None
        case "own":
            return _own(desk, path)
        case "facet-value":
            return _value(desk.taxonomy, spot.names[1], spot.word)
        case "any":
            found = (_one(desk.taxonomy, entity, spot.word) for entity in _ANY)
            return next(filter(None, found), None)
        case "category" | "standard" | "organization":
            return _one(desk.taxonomy, entity, spot.word)
        case _:
            return None


def _one(taxonomy: Taxonomy, entity: Entity, wanted: str) -> Thing | None:
    tables_of = {
        "category": taxonomy.categories,
        "standard": taxonomy.standards,
        "organization": taxonomy.organizations,
    }
    return Thing(Subject(entity, wanted)) if wanted in tables_of[entity] else None


def _own(desk: Desk, path: str) -> Thing | None:
    found = _ID.search(desk.overlay.text(path))
    return _one(desk.taxonomy, "category", found[1]) if found else None


def _value(taxonomy: Taxonomy, facet_id: str, wanted: str) -> Thing | None:
    facet = taxonomy.system.facets.get(facet_id)
    for index, value in enumerate(facet.values if facet else ()):
        if value.id == wanted:
            return Thing(Subject("facet", facet_id), ("values", index, "id"))
    return None


def id_of(taxonomy: Taxonomy, thing: Thing) -> str:
    """The word by which files name a thing."""
    if thing.subject.entity == "facet" and thing.field:
        return taxonomy.system.facets[thing.subject.id].values[_index(thing)].id
    return thing.subject.id


def mentions(desk: Desk, thing: Thing) -> Iterator[tuple[str, Spot]]:
    """Every place where the files name a thing, its own included: path and word."""
    wanted = id_of(desk.taxonomy, thing)
    word = re.compile(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])")
    for path in desk.overlay.loaded.tree.files():
        if layout.kind_at(path) is None or wanted not in desk.overlay.text(path):
            continue
        lines = desk.lines(path).lines
        for number, line in enumerate(lines):
            for found in word.finditer(line):
                spot = spot_at(lines, number, found.start() + 1)
                if spot and spot.names != ("code",) and thing_of(desk, path, spot) == thing:
                    yield path, spot


def told(taxonomy: Taxonomy, thing: Thing) -> tuple[Label, ...]:
    """What a thing is, in lines: its name, where it stands, its state, what it is about."""
    entity, wanted = thing.subject.entity, thing.subject.id
    if entity == "category":
        return _category(taxonomy, wanted)
    if entity == "standard":
        return _standard(taxonomy, wanted)
    if entity == "organization":
        body = taxonomy.organizations[wanted]
        return names.text(body.name), words.ORGANIZATION_KIND[body.kind]
    return _facet(taxonomy.system.facets[wanted], thing)


def _category(taxonomy: Taxonomy, category_id: str) -> tuple[Label, ...]:
    category = taxonomy.categories[category_id]
    line = [*reversed(taxonomy.ancestors(category_id)), category]
    path = [names.of_category(one) for one in line]
    where = Label(" › ".join(one.zh for one in path), " › ".join(one.en for one in path))
    lines = [names.of_category(category)]
    if path[1:]:
        lines.append(where)
    status = names.titled(words.FIELD["status"], words.STATUS[category.status])
    lines.append(status)
    if category.definition:
        lines.append(names.text(category.definition))
    return tuple(lines)


def _standard(taxonomy: Taxonomy, standard_id: str) -> tuple[Label, ...]:
    home, standard = taxonomy.standards[standard_id]
    lines = [names.of_standard(standard), names.category(taxonomy, home)]
    if standard.status:
        lines.append(names.titled(words.FIELD["status"], words.DOCUMENT_STATUS[standard.status]))
    if standard.plan:
        stage = words.PLAN_STAGE[standard.plan.stage]
        lines.append(names.titled(words.FIELD["plan"], stage))
    return tuple(lines)


def _facet(facet: Facet, thing: Thing) -> tuple[Label, ...]:
    if not thing.field:
        values = names.listed(names.text(value.title) for value in facet.values)
        return names.text(facet.title), values
    value = facet.values[_index(thing)]
    lines = (names.text(facet.title) + same(" › ") + names.text(value.title),)
    return (*lines, names.text(value.definition)) if value.definition else lines


def _index(thing: Thing) -> int:
    return next(part for part in thing.field if isinstance(part, int))
