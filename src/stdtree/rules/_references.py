"""Every place in a taxonomy that names something else by its id, and what may be named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.finding import Entity, FieldPath
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import ENTITY
from stdtree.rules import Context

Target = Literal["category", "standard", "organization", "any"]
Reference = tuple[str, FieldPath, Target, str]
"""Id of what refers, in which field, to which kind of thing, by which id."""


WORDS: Mapping[Target, Label] = {
    "category": ENTITY["category"],
    "standard": ENTITY["standard"],
    "organization": ENTITY["organization"],
    "any": Label("对象", "subject"),
}


def known_ids(context: Context) -> Mapping[Target, Collection[str]]:
    """What exists, by kind; a kind of which too little is known is left out.

    A finding may be accepted for anything that has an id, or had one.
    """
    taxonomy, system = context.taxonomy, context.taxonomy.system
    categories = taxonomy.categories.keys() | context.unreadable
    known: dict[Target, Collection[str]] = {
        "category": categories,
        "standard": taxonomy.standards,
    }
    if "organizations" in context.unreadable:
        return known
    known["organization"] = taxonomy.organizations
    if system.accepted:
        known["any"] = categories.union(
            taxonomy.standards,
            taxonomy.organizations,
            taxonomy.consultations,
            system.facets,
            [system.id, *(target.id for target in system.targets)],
            context.previous.categories if context.previous else (),
        )
    return known


def references(taxonomy: Taxonomy) -> Iterator[tuple[Entity, Reference]]:
    """What refers, and its reference; parents and facets are looked up elsewhere."""
    for category in taxonomy.categories.values():
        for reference in _of_category(category):
            yield "category", reference
        for standard in category.standards:
            for reference in _of_standard(standard):
                yield "standard", reference
    for consultation in taxonomy.consultations.values():
        for reference in _of_consultation(consultation):
            yield "consultation", reference
    for index, accepted in enumerate(taxonomy.system.accepted):
        yield (
            "system",
            (taxonomy.system.id, ("accepted", index, "subject"), "any", accepted.subject),
        )


def _of_category(category: Category) -> Iterator[Reference]:
    me = category.id
    if category.owner is not None:
        yield me, ("owner",), "organization", category.owner
    for name, notes in (
        ("includes", category.includes),
        ("includes_also", category.includes_also),
        ("excludes", category.excludes),
    ):
        for index, note in enumerate(notes):
            if "see" in note:
                yield me, (name, index, "see"), "category", note["see"]
    for index, origin in enumerate(category.split_from):
        yield me, ("split_from", index), "category", origin
    if category.retired is not None:
        for index, successor in enumerate(category.retired.succeeded_by):
            yield me, ("retired", "succeeded_by", index, "id"), "category", successor.id


def _of_standard(standard: Standard) -> Iterator[Reference]:
    me = standard.id
    for index, place in enumerate(standard.also_in):
        yield me, ("also_in", index), "category", place
    for index, earlier in enumerate(standard.replaces):
        yield me, ("replaces", index), "standard", earlier
    if standard.plan is not None and standard.plan.lead is not None:
        yield me, ("plan", "lead"), "organization", standard.plan.lead


def _of_consultation(consultation: Consultation) -> Iterator[Reference]:
    me = consultation.id
    for index, body in enumerate(consultation.consulted):
        yield me, ("consulted", index), "organization", body
    for index, comment in enumerate(consultation.comments):
        yield me, ("comments", index, "by"), "organization", comment.by
        if comment.category is not None:
            yield me, ("comments", index, "category"), "category", comment.category
        if comment.standard is not None:
            yield me, ("comments", index, "standard"), "standard", comment.standard
    for index, sign_off in enumerate(consultation.sign_offs):
        yield me, ("sign_offs", index, "by"), "organization", sign_off.by
