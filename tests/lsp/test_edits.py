"""Renaming codes and mending findings: the editor makes the edits, stdtree writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import Editor, applied
from tests.lsp.sample import TRADING, TRANSFER, behind, line_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _files(root: Path) -> dict[str, tuple[bytes, int]]:
    found = {}
    for path in root.rglob("*"):
        if path.is_file():
            name = path.relative_to(root).as_posix()
            found[name] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


async def test_a_code_is_renamed_with_its_branch(editor: Editor) -> None:
    """Every file of the branch, nothing but its code line; and not by our hand."""
    before = _files(editor.root)
    text = editor.open(TRANSFER)
    edited = await editor.rename(TRANSFER, behind(text, "code: "), "BZ")

    assert edited[TRANSFER] == text.replace("code: BB\n", "code: BZ\n")
    assert edited[TRADING] == editor.text(TRADING).replace("code: BB", "code: BZ")
    assert _files(editor.root) == before


async def test_what_is_renamed_is_told_before(editor: Editor) -> None:
    """The word of the code, so that the editor shows it to be changed."""
    text = editor.open(TRANSFER)
    line, column = behind(text, "code: ")
    params = types.PrepareRenameParams(
        types.TextDocumentIdentifier(editor.uri(TRANSFER)), types.Position(line, column)
    )
    found = await editor.client.text_document_prepare_rename_async(params)

    assert isinstance(found, types.PrepareRenamePlaceholder)
    assert found.placeholder == "BB"


REFUSED = (
    ("code: ", "BA", "already"),
    ("code: ", "1", "shape"),
    ("code: ", "B" * 65, "64"),
    ("parent: ", "BZ", "permanent"),
    ("id: ", "new-id", "permanent"),
    ("cod", "BZ", "permanent"),
)
"""Behind what the cursor is, the name that is wanted, and a word of why it cannot be."""


async def test_a_renaming_is_refused_in_words(editor: Editor) -> None:
    """A code that is taken or has the wrong shape, and ids, which are permanent."""
    text = editor.open(TRANSFER)
    for beginning, name, word in REFUSED:
        with pytest.raises(JsonRpcException) as refused:
            await editor.rename(TRANSFER, behind(text, beginning), name)

        assert word in refused.value.message
        assert "Traceback" not in refused.value.message
        assert refused.value.code == types.LSPErrorCodes.RequestFailed


async def test_an_unsaved_text_is_what_is_edited(editor: Editor) -> None:
    """Comments and lines that are only in the editor stay; its new code is the one renamed."""
    text = editor.open(TRANSFER)
    typed = text.replace("code: BB\n", "# 待定\ncode: BY   # 改码\n")
    editor.change(TRANSFER, typed)
    params = types.RenameParams(
        types.TextDocumentIdentifier(editor.uri(TRANSFER)),
        types.Position(*behind(typed, "code: ")),
        "BZ",
    )
    edit = await editor.client.text_document_rename_async(params)
    assert edit
    assert edit.changes
    made = applied(typed, edit.changes[editor.uri(TRANSFER)])

    assert made == typed.replace("code: BY", "code: BZ")


async def test_what_cannot_be_read_is_not_edited(editor: Editor) -> None:
    """A broken text of the branch is named, instead of being written over."""
    editor.open(TRADING, editor.text(TRADING) + "remark: [")
    text = editor.open(TRANSFER)

    with pytest.raises(JsonRpcException, match="technology-trading"):
        await editor.rename(TRANSFER, behind(text, "code: "), "BZ")


async def test_a_finding_with_a_certain_fix(editor: Editor) -> None:
    """The fix is an edit of that line, and after it the finding is gone."""
    text = editor.open(TRANSFER)
    typed = text.replace("number: GB/T 34670-2017", "number: GB/T34670—2017").replace(
        "  zh: 技术转移转化服务\n", "  zh: 技术转移 转化服务 \n"
    )
    editor.change(TRANSFER, typed)
    await editor.until(lambda: "unnormalized-number" in editor.codes(TRANSFER))
    (action,) = await editor.actions(TRANSFER, line_of(typed, "number: "))

    assert action.kind == types.CodeActionKind.QuickFix
    assert action.is_preferred
    assert action.diagnostics
    assert action.diagnostics[0].code == "unnormalized-number"
    assert action.edit
    assert action.edit.changes
    made = applied(typed, action.edit.changes[editor.uri(TRANSFER)])
    assert made == typed.replace("GB/T34670—2017", "GB/T 34670-2017")

    editor.change(TRANSFER, made)
    await editor.until(lambda: "unnormalized-number" not in editor.codes(TRANSFER))


async def test_nothing_is_mended_elsewhere(editor: Editor) -> None:
    """A line without such a finding has no action."""
    text = editor.open(TRANSFER)

    assert await editor.actions(TRANSFER, line_of(text, "parent")) == []
