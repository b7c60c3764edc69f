"""Completing ids and choices: by id, by code, by title, by the initials of its pinyin."""

from __future__ import annotations

from lsprotocol import types

from stdtree.lsp import tables
from stdtree.lsp.desk import Desk
from stdtree.lsp.offers import Offer, of_choices, of_things
from stdtree.lsp.server import Server
from stdtree.store import layout

_OPTIONS = types.CompletionOptions(trigger_characters=[" ", "[", ","])


def register(server: Server) -> None:
    """What may stand at a place, put over the word that is there."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, _OPTIONS)
    def completion(params: types.CompletionParams) -> types.CompletionList | None:
        desk = server.desk
        found = desk.spot(params.text_document.uri, params.position)
        kind = layout.kind_at(found[0]) if found else None
        if found is None or kind is None or found[1].is_key:
            return None
        path, spot = found
        choices = tables.at(tables.CHOICES.get(kind.name, {}), spot.names)
        entity = tables.at(tables.NAMED[kind.name], spot.names)
        offers, is_cut = of_choices(choices) if choices else of_things(desk.workspace, entity, spot)
        area, items = desk.range(path, spot), [_item(desk, offer) for offer in offers]
        for index, item in enumerate(items):
            item.text_edit = types.TextEdit(area, item.label)
            item.sort_text = f"{index:05}"
        return types.CompletionList(is_cut, items)


def _item(desk: Desk, offer: Offer) -> types.CompletionItem:
    kinds = types.CompletionItemKind
    return types.CompletionItem(
        offer.word,
        kind=kinds.EnumMember if offer.is_choice else kinds.Reference,
        detail=desk.say(offer.said),
        filter_text=offer.found_by,
        tags=[types.CompletionItemTag.Deprecated] if offer.is_over else None,
    )
