"""Every screen and dialog there is: hostile texts stay text, and F12 changes its language.

A new one is found by itself, and needs a way to it below.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.screen import Screen

from stdtree.label import Label
from stdtree.model.finding import Subject
from stdtree.tui import dialogs, screens
from stdtree.tui.dialogs.busy import Busy
from stdtree.tui.dialogs.confirm_release import ConfirmRelease
from stdtree.tui.dialogs.long_text import LongText
from stdtree.tui.dialogs.outside import OutsideDialog
from stdtree.tui.dialogs.question import Message, Question
from stdtree.tui.dialogs.reading import Reading
from stdtree.tui.dialogs.transfer import TransferDialog
from stdtree.tui.present.line import line
from stdtree.tui.screens.history import HistoryScreen
from stdtree.workspace.colliding import Clash, Collision
from tests.repos import Repo
from tests.tui.stage import TODAY, Stage, stage
from tests.tui.stories.test_hostile import HOSTILE, assert_harmless, hostile

TEXT = "".join(HOSTILE)
"""All of them at once; Chinese, they are not."""
SAID = Label(TEXT, TEXT)
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
CHINESE_ANYWAY = frozenset(("中文", "测试者"))
"""The name of the other language, and who commits in tests."""
Way = Callable[[Stage], Awaitable[None]]


def keys(*pressed: str) -> Way:
    """Reached by pressing keys."""

    async def way(editor: Stage) -> None:
        await editor.press(*pressed)

    return way


def made(make: Callable[[Stage], Screen[object]]) -> Way:
    """Reached in ways that take long to go: shown as it is."""

    async def way(editor: Stage) -> None:
        await editor.app.push_screen(make(editor))

    return way


def _collision() -> Collision:
    return Collision("one", SAID, (Clash(SAID, SAID, SAID, SAID, both=True),))


WAYS: dict[str, Way] = {
    "MainScreen": keys(),
    "CompareScreen": keys("f5"),
    "GitScreen": keys("4"),
    "HistoryScreen": made(
        lambda editor: HistoryScreen(
            editor.main.workspace, "en", Subject("category", "one"), today=lambda: TODAY
        )
    ),
    "Choose": keys("f"),
    "Help": keys("?"),
    "FormDialog": keys("a"),
    "TextsDialog": keys("t"),
    "CommitDialog": keys("f2", "x", "enter", "c"),
    "ReleaseDialog": keys("g", "r"),
    "Question": made(
        lambda _: Question(SAID, SAID, {"ok": SAID}, language="en", lines=[line(TEXT)], hint=SAID)
    ),
    "Message": made(lambda _: Message(SAID, SAID, language="en")),
    "Busy": made(lambda _: Busy(SAID, SAID, language="en", can_stop=True)),
    "TransferDialog": made(lambda _: TransferDialog(SAID, "en")),
    "Reading": made(lambda _: Reading(SAID, lambda *_: [line(TEXT)], "en")),
    "LongText": made(lambda _: LongText(SAID, TEXT, original=TEXT, language="en")),
    "ConfirmRelease": made(lambda _: ConfirmRelease("1.0", [TEXT], branch=TEXT, language="en")),
    "OutsideDialog": made(lambda _: OutsideDialog([_collision()], language="en")),
}


MOVING = ("Busy",)
"""Those whose picture never stands still."""


def _all() -> Iterator[str]:
    """Screens that are no more than a base of others."""
    for package in (dialogs, screens):
        for found in iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{found.name}")
            for one in vars(module).values():
                is_ours = isinstance(one, type) and one.__module__ == module.__name__
                if is_ours and issubclass(one, Screen) and not one.__subclasses__():
                    yield one.__name__


def test_there_is_a_way_to_each() -> None:
    """Whoever adds a screen adds a way to it here."""
    assert set(_all()) - set(WAYS) == set()


@pytest.mark.parametrize("name", WAYS)
async def test_hostile_texts_and_both_languages(repo: Repo, name: str) -> None:
    """Nothing reaches the terminal raw, every line fits; F12 makes the English Chinese."""
    workspace = hostile(repo, TEXT)
    async with stage(workspace, language="en") as editor:
        await editor.settled()
        await WAYS[name](editor)
        await editor.until(lambda: type(editor.app.screen).__name__ == name, name)
        text = editor.text if name in MOVING else await editor.still()
        assert_harmless(editor)
        editor.assert_fits(120)
        assert set(CHINESE.findall(text)) <= CHINESE_ANYWAY

        await editor.press("f12")
        await editor.until(lambda: {*CHINESE.findall(editor.text)} - CHINESE_ANYWAY, "Chinese")
        await editor.pilot.pause()
        assert type(editor.app.screen).__name__ == name
        assert_harmless(editor)
        editor.assert_fits(120)
