"""Finding categories and standards by code, number, title or pinyin, anywhere in the system."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from stdtree.label import Label
from stdtree.lsp.server import Server
from stdtree.model import names
from stdtree.model.finding import Entity, Subject
from stdtree.model.taxonomy import Taxonomy

_LIMIT = 200
_KINDS: dict[Entity, types.SymbolKind] = {
    "category": types.SymbolKind.Class,
    "standard": types.SymbolKind.Field,
}


def register(server: Server) -> None:
    """What fits, best first; without a query, the top of the tree."""

    @server.feature(types.WORKSPACE_SYMBOL)
    def workspace_symbols(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        desk = server.desk
        found = []
        for subject in _wanted(server, params.query):
            location = desk.location(subject, ("id",))
            if location is not None:
                name, above = _called(desk.taxonomy, subject)
                kind = _KINDS[subject.entity]
                found.append(
                    types.WorkspaceSymbol(
                        name=desk.say(name),
                        kind=kind,
                        location=location,
                        container_name=desk.say(above),
                    )
                )
        return found


def _wanted(server: Server, query: str) -> Iterator[Subject]:
    if not query.strip():
        for category in server.desk.taxonomy.children(None):
            yield Subject("category", category.id)
    for entity, found in server.desk.workspace.search(query, _LIMIT):
        yield Subject("category" if entity == "category" else "standard", found)


def _called(taxonomy: Taxonomy, subject: Subject) -> tuple[Label, Label]:
    """What something is called, and what it stands in."""
    if subject.entity == "category":
        category = taxonomy.categories[subject.id]
        return names.of_category(category), names.category(taxonomy, category.parent)
    home, standard = taxonomy.standards[subject.id]
    return names.of_standard(standard), names.category(taxonomy, home)
