"""The table of commands: keys that work everywhere, no two meanings, a way in for everybody."""

from __future__ import annotations

import re

import pytest
from textual.events import Key

from stdtree import plugins
from stdtree.edit import operation_ids
from stdtree.tui import commands
from stdtree.tui.command import GROUPS, Command
from stdtree.tui.commands import every
from stdtree.tui.keys import Keymap, Pending, token
from stdtree.tui.screens.compare import CompareScreen
from stdtree.tui.screens.git import GitScreen
from stdtree.tui.screens.history import HistoryScreen
from stdtree.tui.screens.main import MainScreen
from stdtree.tui.widgets.changes import Changes
from stdtree.tui.widgets.panes import Details, FindingList
from stdtree.tui.widgets.tree import CategoryTree

FORBIDDEN = re.compile(
    r"ctrl\+[hijmabz\[\\]|ctrl\+(?:space|full_stop|\.)|ctrl\+shift.*|alt\+[a-z0-9]|shift\+(?!tab).*"
)
PLACES = (
    ("tree", "list", "main"),
    ("chosen", "tree", "list", "main"),
    ("details", "list", "main"),
    ("findings", "list", "main"),
    ("changes", "list", "compare"),
    ("changes", "list", "git"),
    ("list", "history"),
)
OWNERS = {
    "list": CategoryTree,
    "tree": CategoryTree,
    "details": MainScreen,
    "findings": MainScreen,
    "search": MainScreen,
    "rename": MainScreen,
    "chosen": MainScreen,
    "main": MainScreen,
    "changes": Changes,
    "compare": CompareScreen,
    "git": GitScreen,
    "history": HistoryScreen,
}


@pytest.mark.parametrize("command", every(), ids=lambda c: f"{c.where}-{c.id}")
def test_no_forbidden_key(command: Command) -> None:
    """No key that terminals, tmux or input methods keep for themselves."""
    assert not [
        keys for keys in command.keys if any(FORBIDDEN.fullmatch(k) for k in keys.split(" "))
    ]


@pytest.mark.parametrize("command", every(), ids=lambda c: f"{c.where}-{c.id}")
def test_every_command_does_something(command: Command) -> None:
    """A function, a method of its widget or screen, or an operation that exists."""
    owners = {OWNERS[command.where], MainScreen, CompareScreen, Changes, Details, FindingList}
    found = any(hasattr(owner, f"do_{command.id}") for owner in owners)
    assert found or command.run or command.operation in operation_ids()


def test_every_topic_is_found() -> None:
    """Each file of the package brings commands of its own."""
    topics = plugins.discover(commands)
    assert len(topics) > 5
    assert all(topic.COMMANDS for topic in topics.values())
    assert sum(len(topic.COMMANDS) for topic in topics.values()) == len(every())


@pytest.mark.parametrize("where", GROUPS)
def test_one_key_means_one_thing_in_one_place(where: str) -> None:
    """No key twice, and no key that is also the start of a chord."""
    keys = [keys for command in every() if command.where == where for keys in command.keys]
    assert len(keys) == len(set(keys))
    assert not {key.split(" ")[0] for key in keys if " " in key} & set(keys)


@pytest.mark.parametrize("where", ["main", "compare", "history", "git"])
def test_every_screen_has_a_palette_with_a_key_beside_letters(where: str) -> None:
    """With an input method on, letters do not arrive: all else is found in the palette."""
    found = next(one for one in every() if (one.where, one.id) == (where, "palette"))
    assert "ctrl+p" in found.keys


def test_a_chord_takes_two_keys_and_forgets_the_first() -> None:
    """G waits, gg goes to the first line, g and a wrong key do nothing."""
    keymap = Keymap()
    wheres = PLACES[0]
    assert keymap.press("g", wheres) == Pending("g")
    found = keymap.press("g", wheres)
    assert isinstance(found, Command)
    assert found.id == "first"
    keymap.press("g", wheres)
    assert keymap.press("5", wheres) is None
    found = keymap.press("u", wheres)
    assert isinstance(found, Command)
    assert found.id == "undo"


def test_full_width_twins_are_the_same_keys() -> None:
    """Punctuation, digits and letters as a Chinese input method types them, and its own marks."""
    for typed, key in zip(
        "：？、／＋－＊（）；，。！＂＇＜＞【】《》１ａＺ", ":?//+-*();,.!\"'<>[]<>1aZ", strict=True
    ):
        assert token(Key(typed, typed)) == key
    assert token(Key("ideographic_space", "\u3000")) == "space"
    assert token(Key("技", "技")) == "技"
