"""What may stand in a field: ids of what there is, or one of few values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from stdtree.label import Label
from stdtree.lsp.spots import Spot
from stdtree.lsp.tables import Entity
from stdtree.model import names, words
from stdtree.model.ids import Text
from stdtree.search.pinyin import initials

if TYPE_CHECKING:
    from stdtree.workspace import Workspace

_MANY = 300
"""So many categories or standards are offered at once; beyond, those that fit what is typed."""
_OVER: Mapping[str, Label] = {
    "retired": words.STATUS["retired"],
    "withdrawn": words.DOCUMENT_STATUS["withdrawn"],
    "replaced": words.DOCUMENT_STATUS["replaced"],
}
"""States in which a thing is hardly what is wanted."""


class Offer(NamedTuple):
    """One of the things that may be written."""

    word: str
    said: Label
    """What it is."""
    found_by: str
    """All by which people may look for it."""
    is_choice: bool = False
    """Whether it is one of few values, rather than an id."""
    is_over: bool = False
    """Whether it is retired, withdrawn or replaced."""


class Offers(NamedTuple):
    """What is offered, in order, and whether that is not all there is."""

    offers: Iterable[Offer]
    is_cut: bool = False


def of_choices(choices: Mapping[Any, Label]) -> Offers:
    """The values of a field that takes one of few."""
    return Offers(
        Offer(str(value), said, f"{value} {said.zh} {initials(said.zh)}", is_choice=True)
        for value, said in choices.items()
    )


def of_things(workspace: Workspace, entity: Entity | None, spot: Spot) -> Offers:
    """The ids of what a field may name."""
    taxonomy = workspace.taxonomy
    match entity:
        case "category" | "standard":
            return _of_many(workspace, entity, spot.word)
        case "organization":
            bodies = taxonomy.organizations.values()
            return Offers(_offer(body.id, "", body.name) for body in bodies)
        case "facet":
            facets = taxonomy.system.facets.items()
            return Offers(_offer(name, "", facet.title) for name, facet in facets)
        case "facet-value":
            facet = taxonomy.system.facets.get(spot.names[1])
            values = facet.values if facet else ()
            return Offers(_offer(value.id, "", value.title) for value in values)
        case _:
            return Offers(())


def _of_many(workspace: Workspace, entity: str, word: str) -> Offers:
    """All of a small system, retired categories last; of a large one what fits the word."""
    taxonomy = workspace.taxonomy
    known: Mapping[str, object] = taxonomy.standards
    if entity == "category":
        known = taxonomy.categories
    if len(known) > _MANY:
        found = (one for kind, one in workspace.search(word, 2 * _MANY) if kind == entity)
        top = (category.id for category in taxonomy.children(None) if entity == "category")
        return Offers(_rows(workspace, entity, found if word else top), is_cut=True)
    if entity == "standard":
        return Offers(_rows(workspace, entity, known))
    tree = sorted((c for _, c in taxonomy.walk()), key=lambda category: not category.is_live)
    return Offers(_rows(workspace, entity, (category.id for category in tree)))


def _rows(workspace: Workspace, entity: str, ids: Iterable[str]) -> Iterator[Offer]:
    taxonomy = workspace.taxonomy
    for one in ids:
        if entity == "category":
            category = taxonomy.categories[one]
            yield _offer(one, category.code or "", category.title, category.status)
        else:
            standard = taxonomy.standards[one].standard
            yield _offer(one, standard.number or "", standard.title, standard.status or "")


def _offer(word: str, code: str, title: Text, state: str = "") -> Offer:
    """An id, found also by its code, its titles and the initials of its pinyin."""
    found_by = [word, code, initials(title.get("zh", "")), *title.values()]
    label, over = names.coded(code or None, title), _OVER.get(state)
    said = names.titled(label, over) if over else label
    return Offer(word, said, " ".join(filter(None, found_by)), is_over=over is not None)
