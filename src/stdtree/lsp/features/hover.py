"""Telling what a word names: name, place in the tree and status, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from stdtree.label import Label
from stdtree.lsp.desk import Desk
from stdtree.lsp.server import Server
from stdtree.lsp.things import thing_of, told
from stdtree.safe import safe


def register(server: Server) -> None:
    """Plain text: what drafters write is not markup."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        desk = server.desk
        found = desk.spot(params.text_document.uri, params.position)
        thing = thing_of(desk, *found) if found else None
        if found is None or thing is None:
            return None
        text = "\n".join(_lines(desk, told(desk.taxonomy, thing)))
        return types.Hover(
            types.MarkupContent(types.MarkupKind.PlainText, text), desk.range(*found)
        )


def _lines(desk: Desk, labels: Iterable[Label]) -> Iterator[str]:
    """Each in the language of the editor, then in the other where that says something else."""
    for label in labels:
        both = (label.zh, label.en) if desk.language == "zh" else (label.en, label.zh)
        yield from map(safe, dict.fromkeys(both))
