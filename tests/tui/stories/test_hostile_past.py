"""Texts that would steer the terminal stay text in comparison, history and findings, too."""

from __future__ import annotations

import pytest

from stdtree.edit import decode
from tests.repos import Repo
from tests.tui.stage import stage
from tests.tui.stories.test_hostile import HOSTILE, assert_harmless, hostile


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_was_and_what_is_shown_as_text(repo: Repo, text: str) -> None:
    """Both sides of a rewording, the correspondence, the origins of fields, explanations."""
    workspace = hostile(repo, text)
    said = {
        "id": "two",
        "definition": {
            "zh": f"新{text}".replace("\x07", "").replace("\x1b", "").replace("\x9b", "")
        },
    }
    workspace.apply(decode("edit-texts", said))
    workspace.apply(decode("recode-category", {"id": "two", "code": "A9"}))
    workspace.save()
    views = (
        ("f5",),
        ("=", "end"),
        ("]", "c"),
        ("t", "end"),
        ("f",),
        ("escape", "a"),
        ("escape", "escape", "down", "g", "h"),
        ("end", "enter"),
        ("escape", "r"),
        ("escape", "escape", "f4", "s"),
        ("down", "?"),
        ("escape", "a"),
        ("escape",),
    )
    async with stage(workspace) as editor:
        await editor.settled()
        for keys in views:
            await editor.press(*keys)
            for _ in range(5):
                await editor.pilot.pause()
            assert_harmless(editor)
            editor.assert_fits(120)
        assert editor.app.is_running
