"""An editor: a real client that starts a language server and speaks with it over stdio."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import to_fs_path

PATIENCE = 60
"""Seconds after which an answer will not come any more."""
SERVER = (sys.executable, "-m", "stdtree")


class Editor:
    """What somebody does in an editor. Places are lines and columns from 0, in UTF-16 units."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("an-editor", "1")
        self.found: dict[str, tuple[types.Diagnostic, ...]] = {}
        """Diagnostics by path, as they were last told."""
        self.told = asyncio.Event()
        self.opened: set[str] = set()
        """Paths of the files that are open."""
        self._version = 0

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.found[self.path(params.uri)] = tuple(params.diagnostics)
            self.told.set()

    def uri(self, path: str) -> str:
        """The address of a file."""
        return (self.root / path).as_uri()

    def path(self, uri: str) -> str:
        """The file that an address is of."""
        return Path(to_fs_path(uri) or "").relative_to(self.root).as_posix()

    def text(self, path: str) -> str:
        """What is on the disk."""
        return (self.root / path).read_text(encoding="utf-8")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits until the server has told something."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self.told.clear()
                await self.told.wait()

    def codes(self, path: str) -> set[str]:
        """The rules that object to something in a file."""
        return {str(diagnostic.code) for diagnostic in self.found.get(path, ())}

    # -- typing -----------------------------------------------------------------------------------

    def open(self, path: str, text: str | None = None) -> str:
        """Opens a file, with a text that is not saved if one is given; the text."""
        shown = self.text(path) if text is None else text
        self.opened.add(path)
        item = types.TextDocumentItem(self.uri(path), "yaml", self._next(), shown)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return shown

    def change(self, path: str, text: str) -> None:
        """Changes an open file to another text."""
        document = types.VersionedTextDocumentIdentifier(self._next(), self.uri(path))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, path: str) -> None:
        """Closes a file without saving it."""
        self.opened.discard(path)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self._of(path)))

    # -- asking -----------------------------------------------------------------------------------

    async def ask(self, kind: type[Any], request: Any, path: str, place: tuple[int, int]) -> Any:
        """What the server answers to a question about a place."""
        async with asyncio.timeout(PATIENCE):
            return await request(kind(self._of(path), types.Position(*place)))

    async def complete(self, path: str, place: tuple[int, int]) -> dict[str, types.CompletionItem]:
        """What is offered, by label."""
        ask = self.client.text_document_completion_async
        offered = await self.ask(types.CompletionParams, ask, path, place)
        return {item.label: item for item in getattr(offered, "items", offered) or ()}

    async def hover(self, path: str, place: tuple[int, int]) -> str:
        """What is shown."""
        ask = self.client.text_document_hover_async
        hover = await self.ask(types.HoverParams, ask, path, place)
        return hover.contents.value if hover else ""

    async def go(self, path: str, place: tuple[int, int]) -> tuple[str, int, int, int] | None:
        """Path, line and columns of what is gone to."""
        ask = self.client.text_document_definition_async
        found = await self.ask(types.DefinitionParams, ask, path, place)
        return self.at(found) if found else None

    async def references(
        self, path: str, place: tuple[int, int], *, own: bool = True
    ) -> set[tuple[str, int, int, int]]:
        """Path, line and columns of all mentions."""
        context = types.ReferenceContext(own)
        params = types.ReferenceParams(context, self._of(path), types.Position(*place))
        async with asyncio.timeout(PATIENCE):
            found = await self.client.text_document_references_async(params)
        return {self.at(location) for location in found or ()}

    async def rename(self, path: str, place: tuple[int, int], name: str) -> dict[str, str]:
        """The texts that a renaming leads to, by path."""
        params = types.RenameParams(self._of(path), types.Position(*place), name)
        async with asyncio.timeout(PATIENCE):
            edit = await self.client.text_document_rename_async(params)
        return self.edited(edit)

    async def actions(self, path: str, line: int) -> Sequence[types.CodeAction]:
        """What can be done on a line."""
        area = types.Range(types.Position(line, 0), types.Position(line, 1))
        params = types.CodeActionParams(self._of(path), area, types.CodeActionContext([]))
        async with asyncio.timeout(PATIENCE):
            found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    # -- answers ----------------------------------------------------------------------------------

    def at(self, location: Any) -> tuple[str, int, int, int]:
        """Path, line and columns of a location on one line."""
        area = location.range
        return self.path(location.uri), area.start.line, area.start.character, area.end.character

    def edited(self, edit: types.WorkspaceEdit | None) -> dict[str, str]:
        """The texts on disk after an edit of whole lines, by path."""
        changes = (edit.changes if edit else None) or {}
        return {self.path(uri): applied(self.text(self.path(uri)), e) for uri, e in changes.items()}

    def _of(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(path))

    def _next(self) -> int:
        self._version += 1
        return self._version


def applied(text: str, edits: Sequence[types.TextEdit]) -> str:
    """A text after edits, as an editor makes them: none sees what another has done."""
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character))[
        ::-1
    ]:
        start, end = (_offset(text, at) for at in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def _offset(text: str, position: types.Position) -> int:
    """Where a place is: lines from 0, columns in UTF-16 units."""
    lines = text.split("\n")
    line = lines[position.line] if position.line < len(lines) else ""
    begin = sum(len(before) + 1 for before in lines[: position.line])
    units = line.encode("utf-16-le")[: 2 * position.character]
    return min(len(text), begin + len(units.decode("utf-16-le")))


@asynccontextmanager
async def editing(
    root: Path,
    *command: str,
    locale: str | None = None,
    encodings: Sequence[types.PositionEncodingKind] | None = None,
) -> AsyncIterator[Editor]:
    """An editor on a folder; when it is left, so is the server, in good order."""
    editor = Editor(root)
    environment = {**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    for name in ("STDTREE_LANG", "LC_ALL", "LC_MESSAGES"):
        environment.pop(name, None)
    words = command or (*SERVER, "lsp")
    await editor.client.start_io(words[0], *words[1:], cwd=root, env=environment)
    general = types.GeneralClientCapabilities(position_encodings=list(encodings or ()) or None)
    hello = types.InitializeParams(
        capabilities=types.ClientCapabilities(general=general),
        root_uri=root.as_uri(),
        locale=locale,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            await editor.client.initialize_async(hello)
            editor.client.initialized(types.InitializedParams())
            yield editor
    finally:
        async with asyncio.timeout(PATIENCE):
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
            await editor.client.stop()
