"""Bytes of terminals and input methods, and the keys that come of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from stdtree.tui import driver_input
from stdtree.tui.driver_input import ESCAPE_SECONDS, TORN_SECONDS, KeyParser

COMMIT = "与五个以上汉字的名称，以及更多的“汉字”和GB/T 1.1-2020一共四十个字"
STREAM = (
    f"\x1b[0;;{':'.join(str(ord(one)) for one in COMMIT)}u"  # kitty, as it was asked for by others
    "\x1b[A\x1bOP\x1b[97;5u"  # up, F1, Ctrl+A
    "\x1b[200~第一行\r\x1b[31m第二行\x1b[201~"
    "技术\x1b[<0;5;6M\x1b[<0;5;6mx"
    "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c\x1b]10;rgb:0/0/0\x07y"
)


class Clock:
    """Time that stands still until told otherwise."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """What time it is."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the parser."""
    made = Clock()
    monkeypatch.setattr(driver_input, "get_time", made)
    monkeypatch.setattr("textual._parser.get_time", made)
    return made


def fed(*chunks: str) -> list[Message]:
    """What a parser makes of these."""
    parser = KeyParser()
    return [message for chunk in chunks for message in parser.feed(chunk)]


def text_of(messages: list[Message]) -> str:
    """What was typed and pasted."""
    return "".join(
        (message.text if isinstance(message, events.Paste) else message.character or "")
        for message in messages
        if isinstance(message, events.Paste | events.Key)
    )


def names(messages: list[Message]) -> list[str]:
    """The keys that are no characters."""
    keys = (message for message in messages if isinstance(message, events.Key))
    return [key.key for key in keys if not (key.character and key.character.isprintable())]


@pytest.mark.parametrize("count", range(1, 41))
def test_row_1_commits_of_1_to_40_characters_arrive_whole(count: int) -> None:
    """As plain UTF-8, as kitty's sequence, as a paste: the same text, and no key besides."""
    text = (COMMIT * 2)[:count]
    codes = ":".join(str(ord(one)) for one in text)
    for sent in (text, f"\x1b[0;;{codes}u", f"\x1b[;;{codes}u", f"\x1b[200~{text}\x1b[201~"):
        assert text_of(fed(sent)) == text
        assert names(fed(sent)) == []


def test_a_commit_is_one_event() -> None:
    """So that a change of focus in between cannot tear it."""
    (paste,) = fed("技术转移")
    assert isinstance(paste, events.Paste)


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_a_torn_stream_says_the_same(cuts: list[int]) -> None:
    """Wherever a slow link cuts: the same text, the same keys, nothing of the answers."""
    places = sorted({0, *cuts, len(STREAM)})
    messages = fed(*(STREAM[start:end] for start, end in pairwise(places)))
    whole = fed(STREAM)
    assert text_of(messages) == text_of(whole) == f"{COMMIT}第一行\r[31m第二行技术xy"
    assert names(messages) == names(whole) == ["up", "f1", "ctrl+a"]


def test_row_9_a_lone_escape_is_a_key_without_another(clock: Clock) -> None:
    """After 25 ms, of which the reader is told; a tenth of a second was noticeable."""
    assert ESCAPE_SECONDS <= 0.03
    parser = KeyParser()
    assert list(parser.feed("\x1b")) == []
    assert parser.patience(10) == pytest.approx(ESCAPE_SECONDS)
    clock.now += ESCAPE_SECONDS
    assert names(list(parser.tick())) == ["escape"]
    assert parser.patience(10) == 10


def test_row_9_escape_under_kitty_needs_no_wait() -> None:
    """There it has a sequence of its own."""
    assert names(fed("\x1b[27u")) == ["escape"]


def test_a_sequence_that_stays_torn_is_given_up(clock: Clock) -> None:
    """Alt+[ is the start of many; nobody waits for the rest for ever."""
    parser = KeyParser()
    assert list(parser.feed("\x1b[")) == []
    assert parser.patience(10) == pytest.approx(TORN_SECONDS)
    clock.now += TORN_SECONDS
    assert text_of(list(parser.tick())) == "["
    assert text_of(list(parser.feed("x"))) == "x"


@given(st.lists(st.text(max_size=20) | st.sampled_from(["\x1b[", "\x1b]11;", "\x1b[0;;9", "u"])))
def test_no_input_stops_the_parser(chunks: list[str]) -> None:
    """Whatever a broken terminal sends is taken to the end."""
    parser = KeyParser()
    for chunk in chunks:
        for _ in parser.feed(chunk or "x"):
            pass
    driver_input.end(parser)


@pytest.mark.parametrize("code", ["1114112", "99999999999", "55296"])
def test_characters_that_do_not_exist_are_no_keys(code: str) -> None:
    """Nor do they end the editor."""
    assert text_of(fed(f"\x1b[{code};1;u", f"\x1b[0;;{code}u", "x"))[-1] == "x"


def test_a_commit_cannot_steer() -> None:
    """Control characters in it are left out."""
    messages = fed(f"\x1b[0;;27:155:9:{ord('技')}:{ord('术')}u")
    assert (text_of(messages), names(messages)) == ("技术", [])
