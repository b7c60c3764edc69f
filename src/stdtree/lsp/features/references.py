"""Finding every place that names something."""

from __future__ import annotations

from lsprotocol import types

from stdtree.lsp.server import Server
from stdtree.lsp.things import mentions, thing_at


def register(server: Server) -> None:
    """All places in all files, open or not."""

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        desk = server.desk
        thing = thing_at(desk, params.text_document.uri, params.position)
        if thing is None:
            return []
        own = None if params.context.include_declaration else desk.location(*thing)
        found = (
            types.Location(desk.uri_of(path), desk.range(path, spot))
            for path, spot in mentions(desk, thing)
        )
        return [location for location in found if location != own]
