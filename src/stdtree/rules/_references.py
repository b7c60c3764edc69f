"""Every place in a taxonomy that names something else by its id, and what may be named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from stdtree.label import Label
from stdtree.model.bump import rules_of
from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.correspondence import Correspondence
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


class Known:
    """What exists, by kind; a kind of which too little is known lacks nothing."""

    def __init__(self, context: Context) -> None:
        self.context = context
        taxonomy = context.taxonomy
        categories: Collection[str] = taxonomy.categories
        if context.unreadable:
            categories = taxonomy.categories.keys() | context.unreadable
        self.categories = categories
        self.organizations = taxonomy.organizations
        self.all_organizations = "organizations" not in context.unreadable

    def has(self, target: Target, wanted: str) -> bool:
        """Whether there is one of that kind with this id."""
        if target in ("organization", "any") and not self.all_organizations:
            return True
        return any(wanted in ids for ids in self.ids(target))

    def ids(self, target: Target) -> Iterator[Collection[str]]:
        """All ids of that kind. A finding may be accepted for anything that has one, or had one."""
        taxonomy, system = self.context.taxonomy, self.context.taxonomy.system
        if target in ("category", "any"):
            yield self.categories
        if target in ("standard", "any"):
            yield taxonomy.standards
        if target in ("organization", "any"):
            yield self.organizations
        if target == "any":
            yield taxonomy.consultations
            yield system.facets
            yield [system.id, *(target.id for target in system.targets)]
            yield self.context.previous.categories if self.context.previous else ()


def references(context: Context, known: Known) -> Iterator[tuple[Entity, Reference]]:
    """What refers, and its reference; parents and facets are looked up elsewhere.

    Categories that refer to nothing that is missing are passed over.
    """
    for category in context.categories:
        if _is_sound(category, known):
            continue
        for reference in _of_category(category):
            yield "category", reference
        for standard in category.standards:
            for reference in _of_standard(standard):
                yield "standard", reference
    yield from _of_the_rest(context.taxonomy)


def _of_the_rest(taxonomy: Taxonomy) -> Iterator[tuple[Entity, Reference]]:
    for consultation in taxonomy.consultations.values():
        for reference in _of_consultation(consultation):
            yield "consultation", reference
    for correspondence in taxonomy.correspondences.values():
        for reference in _of_correspondence(correspondence):
            yield "correspondence", reference
    for index, accepted in enumerate(taxonomy.system.accepted):
        yield (
            "system",
            (taxonomy.system.id, ("accepted", index, "subject"), "any", accepted.subject),
        )
    for index, branch in enumerate(rules_of(taxonomy.system.bump).branches):
        yield (
            "system",
            (
                taxonomy.system.id,
                ("bump", "branches", index, "category"),
                "category",
                branch.category,
            ),
        )


def _is_sound(category: Category, known: Known) -> bool:
    """Whether all that a category and its standards name is there, if that is quickly told."""
    categories, notes = known.categories, category.excludes
    if category.includes or category.includes_also:
        notes += category.includes + category.includes_also
    for note in notes:  # quicker than `all` of a generator
        if "see" in note and note["see"] not in categories:
            return False
    for row in category.standards:
        if (row.also_in or row.replaces or row.plan) and not _row_is_sound(row, known):
            return False
    if category.related or category.split_from or category.retired or category.owner:
        return (
            category.retired is None
            and (category.owner is None or category.owner in known.organizations)
            and all(one in categories for one in category.related + category.split_from)
        )
    return True


def _row_is_sound(standard: Standard, known: Known) -> bool:
    """What categories, standards and body a standard names."""
    lead = standard.plan.lead if standard.plan is not None else None
    return (
        (lead is None or lead in known.organizations)
        and all(place in known.categories for place in standard.also_in)
        and all(known.has("standard", earlier) for earlier in standard.replaces)
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
    for index, other in enumerate(category.related):
        yield me, ("related", index), "category", other
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


def _of_correspondence(correspondence: Correspondence) -> Iterator[Reference]:
    for index, row in enumerate(correspondence.associations):
        for name, category_id in (("source", row.source), ("target", row.target)):
            if category_id is not None:
                yield correspondence.name, ("associations", index, name), "category", category_id
