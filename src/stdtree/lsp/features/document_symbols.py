"""What a file holds: its category and standards, its bodies, its levels, facets and targets."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from stdtree.label import Label
from stdtree.lsp.desk import Desk
from stdtree.lsp.server import Server
from stdtree.model import names
from stdtree.model.finding import FieldPath, Place, Subject
from stdtree.store import layout

_KIND = types.SymbolKind


def register(server: Server) -> None:
    """An outline of the file."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        path = server.desk.path_of(params.text_document.uri)
        kind = layout.kind_at(path) if path else None
        if path is None or kind is None:
            return []
        rows = {"category": _category, "organizations": _organizations, "system": _system}
        outline = rows.get(kind.name)
        return list(outline(server.desk, path)) if outline else []


def _category(desk: Desk, path: str) -> Iterator[types.DocumentSymbol]:
    sources = desk.overlay.loaded.sources
    for subject, source in sources.items():
        if source.path != path or subject.entity != "category":
            continue
        category = desk.taxonomy.categories[subject.id]
        symbol = _symbol(desk, names.of_category(category), _KIND.Class, subject)
        symbol.range = desk.lines(path).whole
        symbol.children = [
            _symbol(desk, names.of_standard(row), _KIND.Field, Subject("standard", row.id))
            for row in category.standards
            if desk.taxonomy.standards[row.id].home == category.id
        ]
        yield symbol


def _organizations(desk: Desk, _: str) -> Iterator[types.DocumentSymbol]:
    for body in desk.taxonomy.organizations.values():
        yield _symbol(desk, names.text(body.name), _KIND.Object, Subject("organization", body.id))


def _system(desk: Desk, _: str) -> Iterator[types.DocumentSymbol]:
    system = desk.taxonomy.system
    whole = Subject("system", system.id)
    for index, level in enumerate(system.levels):
        yield _symbol(desk, names.text(level.title), _KIND.Enum, whole, ("levels", index))
    for name, facet in system.facets.items():
        subject = Subject("facet", name)
        symbol = _symbol(desk, names.text(facet.title), _KIND.Enum, subject)
        symbol.children = [
            _symbol(desk, names.text(one.title), _KIND.EnumMember, subject, ("values", index))
            for index, one in enumerate(facet.values)
        ]
        yield symbol
    for target in system.targets:
        title = names.text(target.title) if target.title else Label(target.metric, target.metric)
        yield _symbol(desk, title, _KIND.Number, Subject("target", target.id))


def _symbol(
    desk: Desk, name: Label, kind: types.SymbolKind, subject: Subject, field: FieldPath = ()
) -> types.DocumentSymbol:
    """A symbol on the line where its subject begins."""
    place = desk.overlay.loaded.locate(subject, field) or Place("")
    area = desk.lines(place.path).from_(place)
    return types.DocumentSymbol(desk.say(name), kind, area, area, detail=subject.id)
