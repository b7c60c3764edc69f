"""Texts that would steer the terminal stay text where work is committed and shared."""

from __future__ import annotations

import pytest

from stdtree.edit import decode
from tests.repos import Repo
from tests.tui.stage import stage
from tests.tui.stories.test_hostile import HOSTILE, assert_harmless, hostile


@pytest.mark.parametrize("text", HOSTILE)
async def test_committing_and_sharing(repo: Repo, text: str) -> None:
    """Changes, branches by the subject of their last commit, what a release does, both sides."""
    workspace = hostile(repo, text)
    repo.git("commit", "--quiet", "--allow-empty", "-m", text)
    repo.git("remote", "add", "origin", f"https://example.org/{text}".replace("\x07", ""))
    workspace.apply(decode("rename-category", {"id": "two", "name": {"zh": f"{text}!"}}))
    file = repo.root / "taxonomy/categories/two.yaml"
    views = (
        ("4",),
        ("=", "down", "down"),
        ("b",),
        ("escape", "p"),
        ("escape", "d"),
        ("escape", "escape", "g", "r"),
        ("escape",),
    )
    async with stage(workspace) as editor:
        await editor.settled()
        for keys in views:
            await editor.press(*keys)
            await editor.still()
            assert_harmless(editor)
            editor.assert_fits(120)
        assert editor.app.screen is editor.main
        file.write_text(file.read_text("utf-8").replace("parent: one", "owner: body\nparent: one"))
        await editor.press("ctrl+s")
        await editor.sees("他人也改动了这些类目")
        assert_harmless(editor)
        editor.assert_fits(120)
