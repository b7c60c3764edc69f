"""Going to what a word names: a parent, a successor, a standard, a body, a value of a facet."""

from __future__ import annotations

from lsprotocol import types

from stdtree.lsp.server import Server
from stdtree.lsp.things import thing_at


def register(server: Server) -> None:
    """The place where it has its id."""

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        thing = thing_at(server.desk, params.text_document.uri, params.position)
        return server.desk.location(*thing) if thing else None
