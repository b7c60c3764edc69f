"""Findings of the whole system, in all its files, while somebody types."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from stdtree.lsp.desk import Desk
from stdtree.lsp.server import Server
from stdtree.model.finding import Finding
from stdtree.store.rules_page import rules_page

SOURCE = "stdtree"
SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_PAUSE = 0.15
"""Seconds without a keystroke before an edit is checked."""
_WATCHED = types.DidChangeWatchedFilesRegistrationOptions(
    [types.FileSystemWatcher("**/{taxonomy,exports}/**/*.{yaml,json}")]
)


def register(server: Server) -> None:
    """Findings after each edit, and when files change outside of the editor."""
    publisher = _Publisher(server)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        publisher.now()
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted = types.Registration("watched-files", method, _WATCHED)
            await server.client_register_capability_async(types.RegistrationParams([wanted]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.desk.show(params.text_document.uri, params.text_document.text)
        publisher.soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.desk.show(uri, server.workspace.get_text_document(uri).source)
        publisher.soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.desk.hide(params.text_document.uri)
        publisher.soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_outside(params: types.DidChangeWatchedFilesParams) -> None:
        server.desk.look_at(change.uri for change in params.changes)
        publisher.soon()


class _Publisher:
    """Tells the editor what is found, once it has stopped changing."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._waiting: asyncio.TimerHandle | None = None
        self._told: dict[str, list[types.Diagnostic]] = {}
        """What the editor knows, by address."""

    def soon(self) -> None:
        """After a pause, which every further call prolongs."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(_PAUSE, self.now)

    def now(self) -> None:
        """Everything that is new; files of which nothing is found any more are cleared."""
        desk = self._server.desk
        found = {
            desk.uri_of(path): [diagnostic(desk, path, finding) for finding in findings]
            for path, findings in desk.findings().items()
        }
        for uri in self._told.keys() | found.keys():
            here = found.get(uri, [])
            if self._told.get(uri, []) != here:
                self._server.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri, here)
                )
        self._told = found


def diagnostic(desk: Desk, path: str, finding: Finding) -> types.Diagnostic:
    """A finding as the editor shows it."""
    lines = desk.lines(path)
    page = rules_page(desk.language)
    return types.Diagnostic(
        range=lines.from_(finding.place) if finding.place else lines.range(0, 0, 0),
        message=f"{desk.say(finding.message)}\n{desk.say(finding.hint)}",
        severity=SEVERITY[finding.severity],
        source=SOURCE,
        code=finding.rule,
        code_description=(
            types.CodeDescription(f"{page.as_uri()}#{finding.rule}") if page else None
        ),
    )
