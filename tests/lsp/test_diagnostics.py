"""Findings in an editor: those of `check`, of what is shown rather than of what is saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import types

from stdtree.cli.main import main
from tests.lsp.editor import SERVER, Editor, editing
from tests.lsp.sample import PROMOTION, SYSTEM, TRADING, TRANSFER, behind, line_of


async def test_the_whole_system_as_check_finds_it(
    alone: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every finding of every file, open or not, with its rule, its place and its words."""
    await alone.until(lambda: bool(alone.codes(SYSTEM)))
    main(["-C", str(alone.root), "check", "--format", "json", "--lang", "en"])
    wanted = sorted(
        (f["place"]["file"], f["place"]["line"] - 1, f["rule"])
        for f in json.loads(capsys.readouterr().out)["findings"]
    )
    await alone.until(lambda: sum(map(len, alone.found.values())) >= len(wanted))

    assert wanted == sorted(
        (path, one.range.start.line, one.code)
        for path, found in alone.found.items()
        for one in found
    )


async def test_an_unsaved_text_counts_and_closing_it_does_not(alone: Editor) -> None:
    """A code typed twice is found in both files at once, and forgotten when the file is closed."""
    text = alone.open(TRANSFER)
    alone.change(TRANSFER, text.replace("code: BB", "code: BA"))
    await alone.until(lambda: "duplicate-code" in alone.codes(TRANSFER))
    (found,) = [one for one in alone.found[TRANSFER] if one.code == "duplicate-code"]

    assert found.severity == types.DiagnosticSeverity.Error
    assert (found.range.start.line, found.source) == (line_of(text, "code"), "stdtree")
    assert found.message.count("\n") == 1
    assert found.code_description
    assert found.code_description.href.endswith("docs/rules.en.md#duplicate-code")

    alone.close(TRANSFER)
    await alone.until(lambda: "duplicate-code" not in alone.codes(TRANSFER))
    assert "code: BB" in alone.text(TRANSFER)


async def test_while_a_text_is_broken_the_tree_stays(alone: Editor) -> None:
    """Only that it cannot be read is said of it; nothing is missing elsewhere; then all is back."""
    text = alone.open(TRANSFER)
    await alone.until(lambda: "missing-translation" in alone.codes(TRANSFER))
    alone.change(TRANSFER, text + 'remark: "\n')
    await alone.until(lambda: "unreadable-file" in alone.codes(TRANSFER))

    assert alone.codes(TRANSFER) == {"unreadable-file"}
    others = {path: found for path, found in alone.found.items() if path != TRANSFER}
    place = behind(alone.open(TRADING), "parent: ")
    assert "技术转移转化服务" in await alone.hover(TRADING, place)

    alone.change(TRANSFER, text)
    await alone.until(lambda: alone.codes(TRANSFER) == {"missing-translation"})
    assert others == {path: found for path, found in alone.found.items() if path != TRANSFER}


async def test_a_field_that_is_unknown_or_wrong(alone: Editor) -> None:
    """What the schema objects to stands where it is written."""
    text = alone.open(TRANSFER)
    alone.change(TRANSFER, text.replace("code: BB\n", "code: BB\nstatus: 有效\nstatsu: x\n"))
    await alone.until(lambda: "schema" in alone.codes(TRANSFER))

    lines = {one.range.start.line for one in alone.found[TRANSFER] if one.code == "schema"}
    assert lines == {line_of(text, "code") + 1, line_of(text, "code") + 2}


async def test_files_that_others_change(alone: Editor) -> None:
    """What a branch change or another program wrote is read when the editor tells of it."""
    path = alone.root / PROMOTION
    path.write_text(alone.text(PROMOTION).replace("code: BD", "code: BB"), encoding="utf-8")
    change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    alone.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))

    await alone.until(lambda: "duplicate-code" in alone.codes(TRANSFER))


@pytest.mark.parametrize(
    ("options", "locale", "word"),
    [
        ((), "zh-CN", "没有"),
        ((), "en-GB", "is not translated"),
        (("--lang", "en"), "zh-CN", "is not translated"),
    ],
)
async def test_the_language(root: Path, options: tuple[str, ...], locale: str, word: str) -> None:
    """The editor's, unless another was asked for."""
    async with editing(root, *SERVER, "lsp", *options, locale=locale) as editor:
        await editor.until(lambda: "missing-translation" in editor.codes(TRANSFER))
        found = next(f for f in editor.found[TRANSFER] if f.code == "missing-translation")

    assert word in found.message
