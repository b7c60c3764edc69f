"""The language server: finds the system, offers the features, ends with an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from stdtree import __version__, plugins
from stdtree.errors import StdtreeError
from stdtree.label import Label, Language
from stdtree.lsp import features
from stdtree.lsp.desk import Desk
from stdtree.safe import safe
from stdtree.workspace import Workspace


class Refused(JsonRpcException):
    """What an editor shows when we do not go on: why, and what to do."""

    CODE = types.LSPErrorCodes.RequestFailed.value


class Server(LanguageServer):
    """One editor's server; `desk` is there once the editor has said hello."""

    def __init__(self, folder: Path | None, language: Language, *, language_is_asked: bool) -> None:
        # whole texts: what Python and editors take for the end of a line is not the same
        super().__init__("stdtree", __version__, types.TextDocumentSyncKind.Full)
        self.is_shut_down = False
        """Whether the editor said goodbye before it told us to go."""
        self._folder = folder
        self._language: Language = language
        self._language_is_asked = language_is_asked
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """What is open. Raises Refused where no system was found."""
        if self._desk is None:
            raise self.refusal(_NO_SYSTEM)
        return self._desk

    def open(self, params: types.InitializeParams) -> None:
        """Finds the system: in the folder we were given, else in one of the editor's.

        Raises Refused if there is none.
        """
        if params.locale and not self._language_is_asked:
            self._language = "zh" if params.locale.lower().startswith("zh") else "en"
        refused = _NO_SYSTEM
        for folder in [self._folder] if self._folder else [*_folders(params), Path.cwd()]:
            try:
                found = Workspace.open(folder)
                self._desk = Desk(found, self._language, self.workspace.position_codec)
            except StdtreeError as error:
                refused = error
            else:
                return
        raise self.refusal(refused)

    def refusal(self, error: StdtreeError) -> Refused:
        """The error in the words of the editor's language."""
        said = [error.message, error.hint] if error.hint else [error.message]
        return Refused("\n".join(safe(label.in_(self._language), newlines=True) for label in said))


_NO_SYSTEM = StdtreeError(
    Label("此处没有标准体系", "there is no standards system here"),
    Label("用 stdtree -C 文件夹 lsp 指定", "name its folder: stdtree -C DIR lsp"),
)


def _folders(params: types.InitializeParams) -> Iterator[Path]:
    uris = [folder.uri for folder in params.workspace_folders or ()]
    if params.root_uri:
        uris.append(params.root_uri)
    for path in map(to_fs_path, uris):
        if path is not None:
            yield Path(path)


def _is_no_refusal(record: logging.LogRecord) -> bool:
    """Whether a record belongs into the editor's log: what was refused has been said."""
    return not (record.exc_info and isinstance(record.exc_info[1], Refused))


def serve(folder: Path | None, language: Language, *, language_is_asked: bool) -> int:
    """Speaks with an editor on stdin and stdout until it leaves; the exit code it expects."""
    server = Server(folder, language, language_is_asked=language_is_asked)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.open(params)

    @server.feature(types.SHUTDOWN)
    def shut_down(_: None) -> None:
        server.is_shut_down = True

    for module in plugins.discover(features).values():
        module.register(server)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_no_refusal)
    # what else might be printed must not get between the messages
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out, redirect_stdout(sys.stderr):
        server.start_io(stdout=out)
    return 0 if server.is_shut_down else 1
