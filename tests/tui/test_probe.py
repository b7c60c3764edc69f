"""What terminals answer, and what the editor makes of it."""

from __future__ import annotations

import os
import pty
import termios
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.tui.probe import Answers, ask, understood

NARROW, WIDE = b"\x1b[1;3R", b"\x1b[7;5R"
LIGHT, DARK = b"\x1b]11;rgb:ffff/fafa/f0f0\x07", b"\x1b]11;rgb:1e/1e/2e\x1b\\"
WHO = b"\x1b[?62;22c"


@pytest.mark.parametrize(
    ("data", "answers"),
    [
        (NARROW + DARK + WHO, Answers(1, dark=True)),
        (WIDE + LIGHT + WHO, Answers(2, dark=False)),
        (
            b"j" + NARROW + "技".encode() + WHO + b"\x1b[A",
            Answers(1, None, "j技".encode() + b"\x1b[A"),
        ),
        (b"", Answers()),
        (b"\x1b]11;rgb:x/y\x07" + WHO, Answers(typed=b"\x1b]11;rgb:x/y\x07")),
        (b"\x1b]11;rgb:1/2\x07" + WHO, Answers()),
    ],
)
def test_answers_are_told_from_keys(data: bytes, answers: Answers) -> None:
    """Nothing typed meanwhile is lost, and no answer is taken for keys."""
    assert understood(data) == answers


@given(st.binary(max_size=60))
def test_any_bytes_are_understood(data: bytes) -> None:
    """A terminal may send what it likes."""
    understood(data)


@pytest.fixture
def wire() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal."""
    ends = pty.openpty()
    yield ends
    for end in ends:
        os.close(end)


def test_row_4_a_terminal_is_asked_and_left_as_it_was(wire: tuple[int, int]) -> None:
    """All questions at once; what shows of them is wiped off; its modes are restored."""
    terminal, program = wire
    before = termios.tcgetattr(program)
    asked: list[bytes] = []

    def answer() -> None:
        data = b""
        while not data.endswith(b"\x1b[c"):
            data += os.read(terminal, 4096)
        asked.append(data)
        os.write(terminal, b"q" + WIDE + LIGHT + WHO)

    thread = Thread(target=answer)
    thread.start()
    assert ask(program, width=True, background=True, seconds=30) == Answers(
        2, dark=False, typed=b"q"
    )
    thread.join()
    assert termios.tcgetattr(program) == before
    assert asked[0].index(b"\x1b[6n") < asked[0].index(b"\x1b[K\x1b8") < asked[0].index(b"\x1b]11")


def test_a_silent_terminal_costs_no_more_than_its_time(wire: tuple[int, int]) -> None:
    """What was typed is kept."""
    terminal, program = wire
    os.write(terminal, b"x\x1b[B")
    assert ask(program, width=True, background=False, seconds=0) in (
        Answers(typed=b"x\x1b[B"),
        Answers(),
    )


def test_nothing_to_ask_asks_nothing(wire: tuple[int, int]) -> None:
    """With both settings in the environment the terminal sees no question."""
    terminal, program = wire
    os.set_blocking(terminal, False)
    assert ask(program, width=False, background=False) == Answers()
    with pytest.raises(BlockingIOError):
        os.read(terminal, 1)


def test_what_is_no_terminal_is_not_asked() -> None:
    """A file has no answers."""
    with Path(os.devnull).open("rb") as file:
        assert ask(file.fileno(), width=True, background=True) == Answers()
