"""The outline of a file, and finding by name anywhere."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor
from tests.lsp.sample import ORGANIZATIONS, PROMOTION, SYSTEM, TRANSFER

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def _outline(editor: Editor, path: str) -> list[types.DocumentSymbol]:
    editor.open(path)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri(path)))
    found = await editor.client.text_document_document_symbol_async(params)
    return [one for one in found or () if isinstance(one, types.DocumentSymbol)]


async def test_the_outline_of_a_category(editor: Editor) -> None:
    """The category, and below it its standards, each on its line."""
    (category,) = await _outline(editor, TRANSFER)
    (standard,) = category.children or ()

    assert category.name.startswith("BB Technology transfer")
    assert standard.name == "GB/T 34670-2017 技术转移服务规范"
    row = editor.text(TRANSFER).split("\n")[standard.range.start.line]
    assert row == "  - id: gbt-34670-2017"


async def test_the_outlines_of_other_files(editor: Editor) -> None:
    """Bodies; levels, facets with values, and targets."""
    bodies = await _outline(editor, ORGANIZATIONS)
    parts = {one.detail: one for one in await _outline(editor, SYSTEM)}

    assert "sample-wg-transfer" in {one.detail for one in bodies}
    assert parts["chain"].children
    assert await _outline(editor, "taxonomy/releases/1.0.yaml") == []


async def _named(editor: Editor, query: str) -> list[tuple[str, str]]:
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(query))
    return [
        (one.name, editor.path(one.location.uri))
        for one in found or ()  # the client takes them for the older kind
    ]


async def test_finding_by_title_code_number_and_pinyin(editor: Editor) -> None:
    """Whatever people remember of it."""
    for query in ("technology-promotion", "BD", "技术推广", "jstg"):
        assert PROMOTION in {path for _, path in await _named(editor, query)}
    assert ("GB/T 34670-2017 技术转移服务规范", TRANSFER) in await _named(editor, "34670")


async def test_without_a_query_the_top_of_the_tree(editor: Editor) -> None:
    """Something to begin with, and not all of it."""
    names = [name for name, _ in await _named(editor, "")]

    assert any(name.startswith("B ") for name in names)
    assert len(names) < 10
