"""What reaches a real terminal: symbols, colours, and nothing that steers it."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from msgspec import structs

from stdtree.workspace import Workspace
from tests.hostile import HOSTILE
from tests.repos import Repo
from tests.trees import sample
from tests.tui.files import opened

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys"),
]
if sys.platform != "win32":
    from tests.tui.ptys import NARROW_DARK, PtyTerminal, editor

_SGR = re.compile(rb"\x1b\[([\d;]*)m")


@contextmanager
def shown(
    workspace: Workspace,
    *,
    answers: Mapping[bytes, bytes] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[PtyTerminal]:
    """The editor in a terminal that answers so."""
    made = editor(
        workspace.root, size=(120, 40), answers=answers or NARROW_DARK, environment=environment
    )
    try:
        made.sees("3 ", "A ", "?")
        made.until(lambda: "F1" in made.text or "? " in made.lines[-1], "the keys")
        yield made
    finally:
        made.close()


def test_row_4_a_terminal_with_wide_symbols_gets_ascii(workspace: Workspace) -> None:
    """It says so itself; after the question nothing ambiguous is written."""
    with shown(workspace, answers={**NARROW_DARK, b"\x1b[6n": b"\x1b[1;5R"}) as terminal:
        terminal.sees("v A", "+-", "basics")
        drawn = terminal.raw.split(b"\x1b[?1049h")[1].decode()
        assert not [one for one in drawn if unicodedata.east_asian_width(one) == "A"]


def test_row_4_the_environment_decides_before_the_terminal(workspace: Workspace) -> None:
    """Then it is not asked."""
    with shown(workspace, environment={"STDTREE_AMBIGUOUS": "2"}) as terminal:
        terminal.sees("v A", "+-")
        assert b"\x1b[6n" not in terminal.raw


def test_row_8_nothing_in_the_data_steers_the_terminal(repo: Repo) -> None:
    """Titles that write the clipboard, colour, move: their escape characters are drawn instead."""
    evil = "\x1b]52;c;ZXZpbA==\x07坏[/x][red]\x9b31m\x1b[2J"
    taxonomy = sample()
    titled = [
        structs.replace(
            one, title={"zh": f"{evil}{HOSTILE[index % len(HOSTILE)]}".replace("\ud800", "")}
        )
        for index, one in enumerate(taxonomy.categories.values())
    ]
    workspace = opened(repo, taxonomy.with_(*titled))
    with shown(workspace) as terminal:
        terminal.sees("␛]52", "坏[/x][red]")
        terminal.type("\x1bOQ")
        terminal.sees("另一语言")
        for steering in (b"\x1b]52", b"\x9b31m", b"\x1b[2J\xe2\x80\xae", "\u202e".encode()):
            assert steering not in terminal.raw


def test_row_13_no_color_is_no_colour(workspace: Workspace) -> None:
    """Not even grey; the row of the cursor is reversed."""
    with shown(workspace, environment={"NO_COLOR": "1"}) as terminal:
        terminal.sees("basics")
        codes = {
            int(code) for found in _SGR.findall(terminal.raw) for code in found.split(b";") if code
        }
        assert not [code for code in codes if 30 <= code <= 49 or 90 <= code <= 107]
        assert 7 in codes


@pytest.mark.parametrize(("rgb", "background"), [("ffff/ffff/ffff", "light"), ("0/0/0", "dark")])
def test_row_14_the_theme_suits_the_background(
    workspace: Workspace, rgb: str, background: str
) -> None:
    """As long as nobody has chosen another one."""
    answers = {**NARROW_DARK, b"\x1b]11;?\x1b\\": f"\x1b]11;rgb:{rgb}\x1b\\".encode()}
    with shown(workspace, answers=answers, environment={"COLORTERM": "truecolor"}) as terminal:
        terminal.sees("basics")
        colours = {"light": b"48;2;250;250;250", "dark": b"48;2;18;18;18"}
        assert colours.pop(background) in terminal.raw
        assert colours.popitem()[1] not in terminal.raw
