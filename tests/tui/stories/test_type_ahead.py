"""Story: over a slow link several keys arrive at once; each goes where it was meant to go."""

from __future__ import annotations

import asyncio

from textual import events

from stdtree.tui.type_ahead import PATIENCE
from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


def at_once(editor: Stage, *keys: str) -> None:
    """Keys that arrive together; one character stands for itself."""
    for key in keys:
        editor.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_title_typed_right_after_the_command_is_for_the_form(workspace: Workspace) -> None:
    """`a` adds a category: `u`, `m` and `c` after it are no commands but its title."""
    async with stage(workspace) as editor:
        at_once(editor, "a", "u", "m", "c", "数", "f10")
        await editor.until(lambda: workspace.unsaved, "the category")
        await editor.until(lambda: editor.app.screen is editor.main)
        titles = {one.title["zh"] for one in workspace.taxonomy.categories.values()}
        assert "umc数" in titles


async def test_letters_in_a_slot_search_in_its_list(workspace: Workspace) -> None:
    """The first letter opens the list; the second is searched for, too."""
    async with stage(workspace) as editor:
        at_once(editor, "m", "a", "1")
        await editor.until(lambda: len(editor.app.screen_stack) == 4, "form and list")
        await editor.until(lambda: "│ a1 " in editor.text, "both letters in the line")


async def test_a_flow_that_asks_nothing_for_long_holds_no_key_for_ever(
    workspace: Workspace,
) -> None:
    """After `PATIENCE` the next key is handed over whatever the flow is doing."""
    async with stage(workspace) as editor:
        never = asyncio.Event()
        editor.main.flow(never.wait())
        began = asyncio.get_running_loop().time()
        at_once(editor, "down")
        await editor.until(lambda: editor.main.tree_pane.cursor == 1, "the key")
        assert asyncio.get_running_loop().time() - began >= PATIENCE / 2
        never.set()
