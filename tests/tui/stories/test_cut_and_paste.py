"""Branches cut and pasted, shifted with keys, and dragged with the mouse; copying out."""

from __future__ import annotations

from base64 import b64encode

import pytest
from textual import events

from stdtree.tui.flows.clipboard import FILE, sequence
from stdtree.tui.widgets.tree import CategoryTree
from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


def parent_of(workspace: Workspace, one: str) -> str | None:
    """Where it stands now."""
    return workspace.taxonomy.categories[one].parent


async def test_cut_and_paste_into(workspace: Workspace) -> None:
    """X cuts, p asks with what happens in sight, and undo takes it back."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.to_line("B2 类目incubation")
        await editor.press("x")
        await editor.sees("剪切 1")
        await editor.press("home", "p")
        await editor.sees("移动类目", "A 类目basics")
        await editor.sees("改动 1 个类目")
        await editor.press("ctrl+s")
        await editor.until(lambda: parent_of(workspace, "incubation") == "basics", "the move")
        await editor.until(lambda: "剪切" not in editor.text, "nothing cut")
        await editor.press("u")
        assert parent_of(workspace, "incubation") == "fields"


async def test_escape_forgets_the_cut(workspace: Workspace) -> None:
    """Then there is nothing to paste."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("x", "escape", "p")
        await editor.sees("没有剪切的类目")


async def test_never_below_itself(workspace: Workspace) -> None:
    """Pasting a branch into itself is refused before any question."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("x", "down", "p")
        await editor.sees("不能移到它自己之下")


async def test_one_level_out_and_in(workspace: Workspace) -> None:
    """Keys ask what pasting asks."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.to_line("B2 类目incubation")
        await editor.press("greater_than_sign")
        await editor.sees("移动类目", "B1 类目transfer")
        await editor.press("escape")
        await editor.press("alt+up")
        await editor.sees("下级重新编号", "编号变动 3 个")


async def drag(editor: Stage, begin: str, end: str) -> None:
    """Press the button on one row, move to another, let go."""
    tree = editor.main.tree_pane
    offsets = [(4, tree.outline.rows.index(one)) for one in (begin, end)]
    await editor.pilot.mouse_down(CategoryTree, offset=offsets[0])
    await editor.pilot._post_mouse_events(  # noqa: SLF001 -- a move with the button held
        [events.MouseMove], CategoryTree, offsets[1], button=1
    )
    await editor.pilot.mouse_up(CategoryTree, offset=offsets[1])


async def test_drag_asks_and_a_click_does_not(workspace: Workspace) -> None:
    """A row dropped on another asks to move it there; a click only goes there."""
    async with stage(workspace) as editor:
        await editor.settled()
        before = workspace.taxonomy
        await editor.pilot.click(CategoryTree, offset=(4, 1))
        assert editor.app.screen is editor.main
        await drag(editor, "promotion", "basics")
        await editor.sees("移动类目", "A 类目basics")
        assert workspace.taxonomy is before


async def test_ctrl_click_marks_and_shift_click_marks_a_range(workspace: Workspace) -> None:
    """As in every list."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.pilot.click(CategoryTree, offset=(4, 1), control=True)
        await editor.pilot.click(CategoryTree, offset=(4, 2), control=True)
        assert editor.main.tree_pane.chosen == ("terms", "methods")
        await editor.press("escape", "home")
        await editor.pilot.click(CategoryTree, offset=(4, 2), shift=True)
        assert editor.main.tree_pane.chosen == ("basics", "terms", "methods")


async def test_copy_says_where_to(workspace: Workspace) -> None:
    """What is copied lies in a file too, for terminals that refuse."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("y")
        await editor.sees("复制为", "Markdown")
        await editor.type("路径")
        await editor.press("enter")
        await editor.sees(FILE)
        assert (workspace.private / FILE).read_text(encoding="utf-8") == "A 类目basics\n"


@pytest.mark.parametrize("in_tmux", [False, True])
def test_tmux_hands_the_text_on(*, in_tmux: bool) -> None:
    """Outside of tmux the plain sequence; inside, also the one for the terminal around it."""
    made = sequence("类", in_tmux=in_tmux)
    assert b64encode("类".encode()).decode() in made
    assert ("\x1bPtmux;\x1b\x1b]52" in made) is in_tmux
