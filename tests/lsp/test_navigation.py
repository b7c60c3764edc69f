"""Going to what a word names, finding its mentions, and hovering over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, editing
from tests.lsp.sample import KEY_DOMAINS, ORGANIZATIONS, PROMOTION, SYSTEM, TRANSFER, behind

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _text_at(editor: Editor, found: tuple[str, int, int, int] | None) -> tuple[str, str]:
    """The file and the words that a location covers."""
    assert found is not None
    path, line, start, end = found
    return path, editor.text(path).split("\n")[line][start:end]


LEADS = (
    ("parent: ", KEY_DOMAINS, "key-domains"),
    ("see: ", PROMOTION, "technology-promotion"),
    ("owner: ", ORGANIZATIONS, "sample-wg-transfer"),
    ("standard: ", TRANSFER, "gbt-34670-2017"),
    ("id: ", TRANSFER, "technology-transfer"),
    ("code: ", TRANSFER, "technology-transfer"),
)
"""What the cursor is behind, the file that is gone to, and the word there."""


async def test_definition(editor: Editor) -> None:
    """A parent, a see, an owner, a standard; an id and a code lead to their own category."""
    text = editor.open(TRANSFER)
    for beginning, file, word in LEADS:
        found = await editor.go(TRANSFER, behind(text, beginning))

        assert _text_at(editor, found) == (file, word)


async def test_definition_in_a_text_that_is_not_saved(editor: Editor) -> None:
    """Lineage, related categories, facets and also_in, in block and in flow style."""
    text = editor.open(TRANSFER)
    added = (
        "related: [testing-services, key-domains]\n"
        "facets:\n  chain: [commercialization]\n"
        "split_from:\n- technology-promotion\n"
        "retired:\n  release: '1.1'\n  succeeded_by: [{id: technology-promotion}]\n"
    )
    editor.change(TRANSFER, text + added)
    shown = text + added
    for beginning, word in (
        ("related: [testing-services, k", "key-domains"),
        ("chain: [comm", "commercialization"),
        ("chai", "chain"),
        ("succeeded_by: [{id: tech", "technology-promotion"),
        ("technology-prom", "technology-promotion"),
    ):
        file, found = _text_at(editor, await editor.go(TRANSFER, behind(shown, beginning)))
        assert (found, file == SYSTEM) == (word, word in ("commercialization", "chain"))


async def test_nothing_is_named_here(editor: Editor) -> None:
    """A title, a comment, an unknown id and the name of a field lead nowhere."""
    text = editor.open(TRANSFER, editor.text(TRANSFER).replace("key-domains", "nowhere"))

    for beginning in ("zh: ", "# yaml", "parent: no", "paren"):
        assert await editor.go(TRANSFER, behind(text, beginning)) is None
        assert await editor.hover(TRANSFER, behind(text, beginning)) == ""


@pytest.mark.parametrize(
    "encoding", [types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf8]
)
async def test_columns_behind_characters_of_many_units(
    root: Path, encoding: types.PositionEncodingKind
) -> None:
    """Chinese and characters beyond the basic plane before a word, as the editor counts them."""
    width = {"utf-16": lambda text: len(text.encode("utf-16-le")) // 2, "utf-8": _bytes}[encoding]
    async with editing(root, locale="zh", encodings=[encoding]) as editor:
        before = "  - {zh: 𠮷野家与🎓推广, see: "
        text = editor.text(TRANSFER).replace("excludes:\n", f"excludes:\n{before}key-domains}}\n")
        editor.open(TRANSFER, text)
        line, _ = behind(text, "{zh: 𠮷")
        inside = await editor.go(TRANSFER, (line, width(before + "key-")))
        at_end = await editor.go(TRANSFER, (line, width(before + "key-domains")))
        before_it = await editor.go(TRANSFER, (line, width(before) - 1))
        mentions = await editor.references(KEY_DOMAINS, (1, 6))

    assert inside == at_end == (KEY_DOMAINS, 1, 4, 15)
    assert before_it is None
    assert (TRANSFER, line, width(before), width(before + "key-domains")) in mentions


def _bytes(text: str) -> int:
    return len(text.encode())


async def test_references(editor: Editor) -> None:
    """Every mention in every kind of file, unsaved ones too; without its own where wished."""
    text = editor.open(TRANSFER)
    editor.change(TRANSFER, text.replace("parent: key-domains", "parent: basics"))
    at = behind(editor.text(KEY_DOMAINS), "id: ")
    found = await editor.references(KEY_DOMAINS, at)
    files = {path for path, *_ in found}

    assert {KEY_DOMAINS, SYSTEM, "taxonomy/consultations/draft-1-1.yaml", PROMOTION} <= files
    assert TRANSFER not in files
    assert found - await editor.references(KEY_DOMAINS, at, own=False) == {(KEY_DOMAINS, 1, 4, 15)}
    for path, line, start, end in found:
        assert editor.text(path).split("\n")[line][start:end] == "key-domains"


async def test_references_of_standards_and_bodies(editor: Editor) -> None:
    """A standard by its row, a body by an owner line."""
    text = editor.open(TRANSFER)
    body = await editor.references(TRANSFER, behind(text, "owner: "))
    standard = await editor.references(TRANSFER, behind(text, "standard: "))

    assert {path for path, *_ in body} >= {ORGANIZATIONS, TRANSFER}
    assert len([at for at in standard if at[0] == TRANSFER]) == 2


async def test_hover_tells_in_both_languages(editor: Editor) -> None:
    """Name, path and status of a category; in the language of the editor first."""
    text = editor.open(PROMOTION)
    place = behind(text, "id: ")
    said = (await editor.hover(PROMOTION, place)).split("\n")

    assert said[0].startswith("BD ")
    assert any("技术推广" in line for line in said[:2])
    assert any(" › " in line and line.startswith("B ") for line in said)
    assert {"status: active", "状态：有效"} <= set(said)


async def test_hover_shows_what_is_hidden(editor: Editor) -> None:
    """What data may do to a screen: nothing."""
    hostile = '  zh: "\\e[31m[x](command:y)\\u202e"\n'
    text = editor.open(TRANSFER, editor.text(TRANSFER).replace("  zh: 技术转移转化服务\n", hostile))
    said = await editor.hover(TRANSFER, behind(text, "id: "))

    assert "␛[31m[x](command:y)⟦U+202E⟧" in said
