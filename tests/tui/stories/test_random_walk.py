"""Keys at random: nothing crashes, nothing is written unasked, and all of it can be undone."""

from __future__ import annotations

from random import Random

import pytest

from stdtree.tui.commands import commands_in
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import Stage, stage

STEPS = 80
WRITE_OR_LEAVE = frozenset(
    (
        *("save", "commit", "release", "export", "quit", "by_hand", "palette"),
        *("git", "drafts", "pull", "push", "fetch"),
    )
)
"""Commands whose purpose is to write, and those that lead to all of them."""
IN_DIALOGS = (
    *("tab", "shift+tab", "enter", "escape", "up", "down", "left", "right", "f2", "f12"),
    *("space", "backspace", "ctrl+s", "f10", "a", "1", "技", "术", "？"),
)


def next_keys(editor: Stage, chance: Random) -> list[str]:
    """What somebody might press where we are."""
    screen = editor.app.screen
    if isinstance(screen, KeyedScreen) and chance.random() < 0.9:
        here = [one for one in commands_in(screen.wheres) if one.id not in WRITE_OR_LEAVE]
        return chance.choice(chance.choice(here).keys).split(" ")
    if isinstance(screen, Dialog):
        return [chance.choice(IN_DIALOGS)]
    return [chance.choice(("技", "0", "Z", "escape", "tab"))]


@pytest.mark.parametrize("seed", range(3))
async def test_walk(workspace: Workspace, repo: Repo, seed: int) -> None:
    """After any keys the editor runs; undone, the tree is what it was; the files always were."""
    before = dict(workspace.taxonomy.categories)
    chance = Random(seed)  # noqa: S311 -- not for secrets
    pressed: list[str] = []
    async with stage(workspace) as editor:
        await editor.settled()
        for _ in range(STEPS):
            keys = next_keys(editor, chance)
            pressed += keys
            await editor.press(*keys)
            assert editor.app.is_running, pressed
        assert editor.app.bug is None
    assert repo.git("status --porcelain") == "", pressed
    while workspace.undo() is not None:
        pass
    assert dict(workspace.taxonomy.categories) == before, pressed
