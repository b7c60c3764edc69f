"""Mending a finding whose fix is certain, as an edit that the editor makes."""

from __future__ import annotations

from lsprotocol import types

from stdtree.edit import decode
from stdtree.errors import StdtreeError
from stdtree.lsp.desk import Desk
from stdtree.lsp.features.diagnostics import diagnostic
from stdtree.lsp.server import Server
from stdtree.model.finding import Fix


def register(server: Server) -> None:
    """The fixes of what is found at a place."""
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        desk, only = server.desk, params.context.only
        path = desk.path_of(params.text_document.uri)
        if path is None or (only and types.CodeActionKind.QuickFix not in only):
            return []
        found = (
            _action(desk, finding.fix, diagnostic(desk, path, finding))
            for finding in desk.findings().get(path, [])
            if finding.fix is not None
        )
        return [
            action
            for action in found
            if action and action.diagnostics and _meets(action.diagnostics[0].range, params.range)
        ]


def _meets(one: types.Range, other: types.Range) -> bool:
    return one.start.line <= other.end.line and other.start.line <= one.end.line


def _action(desk: Desk, fix: Fix, shown: types.Diagnostic) -> types.CodeAction | None:
    """The edit of a fix; None where the operation refuses."""
    try:
        operation = decode(fix.operation, fix.fields)
        title = desk.say(operation.describe(desk.taxonomy))
        edit = desk.edits(operation.apply(desk.taxonomy))
    except StdtreeError:
        return None
    if edit is None:
        return None
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=True,
        edit=edit,
    )
