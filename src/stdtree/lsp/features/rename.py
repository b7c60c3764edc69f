"""Renaming a code: the category is recoded, and its branch along with it, in all files."""

from __future__ import annotations

from lsprotocol import types

from stdtree.edit import Operation, decode
from stdtree.errors import EditError, StdtreeError
from stdtree.label import Label
from stdtree.lsp.desk import Desk
from stdtree.lsp.server import Server
from stdtree.lsp.spots import Spot
from stdtree.lsp.things import Thing, thing_of
from stdtree.store import layout


def register(server: Server) -> None:
    """Only codes change; ids are permanent."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
        try:
            path, spot, _ = _code(server.desk, params.text_document.uri, params.position)
        except StdtreeError as error:
            raise server.refusal(error) from error
        return types.PrepareRenamePlaceholder(server.desk.range(path, spot), spot.word)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        desk = server.desk
        try:
            _, _, thing = _code(desk, params.text_document.uri, params.position)
            operation = _recoding(thing.subject.id, params.new_name)
            return desk.edits(operation.apply(desk.taxonomy))
        except StdtreeError as error:
            raise server.refusal(error) from error


def _recoding(category_id: str, code: str) -> Operation:
    """The operation. Raises EditError, in its words, for what cannot be a code."""
    from pydantic import ValidationError

    try:
        return decode("recode-category", {"id": category_id, "code": code})
    except ValidationError as error:
        said = error.errors(include_url=False)[0].get("ctx", {})
        raise EditError(Label(said["zh"], said["en"])) from None


def _code(desk: Desk, uri: str, position: types.Position) -> tuple[str, Spot, Thing]:
    """The code at a place, and the category that has it. Raises EditError for anything else."""
    found = desk.spot(uri, position)
    kind = layout.kind_at(found[0]) if found else None
    if found and kind and kind.name == "category" and found[1].names == ("code",):
        thing = thing_of(desk, *found)
        if thing and not found[1].is_key:
            return (*found, thing)
    raise EditError(
        Label(
            "只有体系编号可以在此改名，标识永久不变",
            "only a code can be renamed here; ids are permanent",
        ),
        Label("把光标放在 code: 之后", "put the cursor behind code:"),
    )
