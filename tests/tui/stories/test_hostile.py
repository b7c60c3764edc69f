"""Texts that would steer the terminal or break the markup stay text in every widget."""

from __future__ import annotations

import pytest

from stdtree.model.organization import Organization
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import category, standard, taxonomy
from tests.tui.files import opened
from tests.tui.stage import Stage, stage

HOSTILE = (
    "x[/]",
    "[red]x",
    "[@click=app.quit]x[/]",
    "esc\x1b]52;c;aGk=\x07",
    "a\u202eb",
    "c\x9b2J",
)


def hostile(repo: Repo, text: str) -> Workspace:
    """A system in which every text is `text`."""
    body = Organization(id="body", name={"zh": text}, kind="other")
    return opened(
        repo,
        taxonomy(
            category(
                "one", "A", title={"zh": text, "en": text}, definition={"zh": text}, owner="body"
            ),
            category(
                "two",
                "A1",
                "one",
                title={"zh": text},
                excludes=({"zh": text, "see": "one"},),
                standards=(standard("row", "GB/T 1-2020", title={"zh": text}),),
            ),
            organizations=(body,),
        ),
    )


def assert_harmless(editor: Stage) -> None:
    """No control characters reach the terminal."""
    hidden = [
        character for character in editor.text if not character.isprintable() and character != "\n"
    ]
    assert hidden == []


@pytest.mark.parametrize("text", HOSTILE)
async def test_every_widget_shows_it_as_text(repo: Repo, text: str) -> None:
    """Tree, header, details, form, palette, jump, search, commit, compare, questions."""
    workspace = hostile(repo, text)
    views = (
        (),
        ("down",),
        ("tab", "end", "enter"),
        ("escape", "1", "f2"),
        ("end", "x", "ctrl+s"),
        ("t",),
        ("escape", "e"),
        ("escape", "enter", "enter"),
        ("escape",),
        ("f",),
        ("escape", "enter"),
        ("escape", "f4"),
        ("1", "c"),
        ("escape", "f5"),
        ("escape", "g", "l"),
        ("escape", "1", "v", "down", "enter"),
        ("escape", "escape", "x", "y"),
        ("escape", "p"),
        ("escape", "escape", "q"),
    )
    async with stage(workspace) as editor:
        await editor.settled()
        for keys in views:
            await editor.press(*keys)
            await editor.pilot.pause()
            assert_harmless(editor)
            editor.assert_fits(120)
        assert editor.app.is_running
