"""Texts of all languages side by side."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import sample
from tests.tui.files import opened
from tests.tui.stage import stage


async def test_both_languages_are_one_step(workspace: Workspace) -> None:
    """Definition in two languages; what it does is shown first; one step; one undo."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("t")
        await editor.sees("各语言的文字：A 类目basics", "定义", "缺译文", "不包括（新增）")
        await editor.press("tab", "tab")
        await editor.type("术语。")
        await editor.press("tab")
        await editor.type("Terms.")
        await editor.sees("→ 改动 1 个类目")
        editor.assert_fits(120)
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        definition = workspace.taxonomy.categories["basics"].definition
        assert definition == {"zh": "术语。basics的定义。", "en": "Terms."}
        assert [step.operation for step in workspace.steps()] == ["edit-texts"]
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("u")
        await editor.sees("已撤销")
        assert workspace.taxonomy == sample()


async def test_a_reworded_text_marks_its_translation(workspace: Workspace) -> None:
    """While it is typed; several kinds of text are one step together."""
    async with stage(workspace) as editor:
        await editor.press("t")
        await editor.sees("名称")
        assert "译文可能过时" not in editor.text
        await editor.type("新")
        await editor.sees("译文可能过时")
        await editor.press("tab")
        await editor.type("New ")
        await editor.until(lambda: "译文可能过时" not in editor.text)
        await editor.press("tab")
        await editor.type("新")
        await editor.press("f10")
        await editor.until(workspace.steps)
        assert [step.operation for step in workspace.steps()] == ["several"]


async def test_language_and_size_change_and_nothing_is_lost(workspace: Workspace) -> None:
    """F12 and resizing below 100 columns, where languages stand one above the other."""
    async with stage(workspace) as editor:
        await editor.press("t")
        await editor.sees("定义")
        await editor.type("新")
        await editor.press("f12")
        await editor.sees(
            "definition", "title", "translation may be stale", "→ 1 categories changed"
        )
        await editor.pilot.resize_terminal(80, 24)
        await editor.sees("新类目basics")
        editor.assert_fits(80)
        await editor.press("escape")
        await editor.sees("Throw away what you entered?")
        await editor.press("enter")
        await editor.sees("新类目basics")


async def test_a_refusal_keeps_everything(workspace: Workspace) -> None:
    """A note without its first language is refused, and can be mended."""
    async with stage(workspace) as editor:
        await editor.press("t")
        await editor.sees("名称")
        await editor.press("ctrl+a", "delete")
        await editor.press(*["right"] * 20, *["backspace"] * 20)
        await editor.press("ctrl+s")
        await editor.sees("✗ 名称缺少必备语言 zh")
        await editor.type("基础")
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        assert workspace.taxonomy.categories["basics"].title["zh"] == "基础"


async def test_what_a_finding_calls_stale_comes_first_and_can_be_checked(repo: Repo) -> None:
    """After a release the title was reworded: F7 says that the translation still fits."""
    old = sample()
    workspace = opened(repo, old)
    workspace.release("1.0", date="2026-11-01")
    basics = replace(old.categories["basics"], title={"zh": "基础", "en": "Category basics"})
    workspace = opened(repo, workspace.taxonomy.with_(basics))
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("t")
        await editor.sees("译文可能过时", "F7 译文已核对")
        await editor.press("f7")
        await editor.sees("✓ 保存时记下：译文已核对")
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        (accepted,) = workspace.taxonomy.system.accepted
        assert (accepted.rule, accepted.subject) == ("stale-translation", "basics")


@pytest.mark.parametrize("text", ["x[/]", "[@click=app.quit]x[/]", "esc\x1b]52;c;aGk=\x07"])
async def test_any_text_is_shown_as_text(repo: Repo, text: str) -> None:
    """Nothing of it reaches the terminal or the markup."""
    tree = sample()
    wild = replace(
        tree.categories["transfer"],
        title={"zh": text, "en": text},
        definition={"zh": text},
        excludes=({"zh": text, "see": "basics"},),
    )
    workspace = opened(repo, tree.with_(wild))
    async with stage(workspace, size=(80, 24)) as editor:
        await editor.settled()
        await editor.press("f", "B", "1", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("t")
        await editor.sees("zh")
        editor.assert_fits(80)
        hidden = [c for c in editor.text if not c.isprintable() and c != "\n"]
        assert hidden == []
