"""How the editor leaves a real pty, and how it keeps up with a slow one."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from stdtree.workspace import Workspace

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys"),
]
if sys.platform != "win32":
    from tests.tui.ptys import PtyTerminal, editor

MODES = (1049, 1000, 1003, 1004, 1006, 2004)
"""What is switched on, and has to be off again: other screen, mouse, focus, pastes."""
PER_SECOND = 20_000
"""Bytes that a slow link carries."""
KEYS_PER_SECOND = 30


@pytest.fixture
def terminal(workspace: Workspace) -> Iterator[PtyTerminal]:
    """The editor, ready, 120×40."""
    made = editor(workspace.root, size=(120, 40))
    made.sees("▾ A 类目basics", "3 问题", "? 帮助")
    yield made
    made.close()


def assert_restored(terminal: PtyTerminal) -> None:
    """The terminal is as it was before."""
    for mode in MODES:
        on, off = (f"\x1b[?{mode}{end}".encode() for end in "hl")
        assert terminal.raw.rfind(off) > terminal.raw.rfind(on), mode
    assert terminal.raw.rfind(b"\x1b[<u") > terminal.raw.rfind(b"\x1b[>1u")
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")
    assert termios.tcgetattr(terminal.slave) == terminal.attributes


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_end_it_in_good_order(
    terminal: PtyTerminal, workspace: Workspace, number: signal.Signals
) -> None:
    """The terminal is restored, the exit code is the shell's, what was done can be recovered."""
    terminal.type("\x1bOQ")
    terminal.sees("另一语言")
    terminal.type("改名以后\r")
    terminal.sees("1 未保存")
    terminal.type("a")  # and a form is open
    terminal.sees("新增类目")
    terminal.process.send_signal(number)
    assert terminal.ended() == 128 + number
    assert_restored(terminal)
    assert "缺陷" not in terminal.raw.decode(errors="replace")
    again = editor(workspace.root, size=(120, 40))
    try:
        again.sees("改名以后")
    finally:
        again.close()


def test_a_closed_terminal_ends_it(terminal: PtyTerminal) -> None:
    """It neither stays behind nor complains."""
    os.close(terminal.slave)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=60) == 128 + signal.SIGHUP


def test_a_quit_restores_the_terminal(terminal: PtyTerminal) -> None:
    """Q, with nothing to save."""
    terminal.type("q")
    assert terminal.ended() == 0
    assert_restored(terminal)


def test_a_storm_of_resizes_ends_in_the_right_picture(terminal: PtyTerminal) -> None:
    """However many come, the last one counts."""
    for step in range(40):
        terminal.resize(60 + step, 16 + step % 9)
    terminal.resize(100, 30)
    terminal.until(lambda: _is_whole(terminal, 100), "the new size")


def test_a_slow_link_is_two_seconds_behind_at_most(terminal: PtyTerminal) -> None:
    """After a key held for three seconds; counted in bytes; the picture is whole."""
    terminal.type("zR")
    terminal.sees("B11")
    for step in range(3 * KEYS_PER_SECOND):
        os.write(terminal.master, b"\x1b[B" if step % 20 < 12 else b"\x1b[5~")
        terminal.pump(most=PER_SECOND // KEYS_PER_SECOND)
    os.write(terminal.master, b"\x1b[H")
    sent = len(terminal.raw)
    terminal.until(lambda: "basics" in terminal.lines[0], "the first row")
    while terminal.pump(longest=0.5):
        pass
    assert len(terminal.raw) - sent <= 2 * PER_SECOND
    slow = terminal.text
    terminal.type("\x0c")  # all of it again
    while terminal.pump(longest=0.5):
        pass
    assert terminal.text == slow


def _is_whole(terminal: PtyTerminal, width: int) -> bool:
    """Whether the borders are where they belong."""
    lines = terminal.lines
    return (
        {cell_len(lines[1]), cell_len(lines[-2])} == {width}
        and lines[1].startswith("╭─ 1")
        and lines[-2].startswith("╰─")
    )
