"""What the editor asks of the terminal."""

from __future__ import annotations

import io
import sys

import pytest

from stdtree.errors import StdtreeError
from stdtree.tui.terminal import prepare, set_environment


def test_without_a_terminal_it_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which commands to use instead."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(StdtreeError) as error:
        prepare({"TERM": "xterm"})
    assert error.value.hint is not None
    assert "stdtree edit" in error.value.hint.en


def test_a_dumb_terminal_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot move its cursor."""
    for name in ("stdin", "stdout", "stderr"):
        terminal = io.StringIO()
        terminal.isatty = lambda: True  # type: ignore[method-assign]  # a terminal that is none
        monkeypatch.setattr(sys, name, terminal)
    with pytest.raises(StdtreeError, match="dumb"):
        prepare({"TERM": "dumb"})


def test_the_environment_loses_what_would_lie_about_the_size() -> None:
    """COLUMNS and LINES go; the kitty protocol, which garbles Chinese input, is off."""
    environment = {"COLUMNS": "80", "LINES": "24"}
    set_environment(environment)
    assert environment == {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_ANIMATIONS": "none"}
