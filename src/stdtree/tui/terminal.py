"""The terminal before the editor starts: is there one, what can it do, what must be set first."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

from stdtree.errors import StdtreeError
from stdtree.label import Label
from stdtree.store.preferences import preference
from stdtree.tui.probe import REMOTE_SECONDS, SECONDS, Answers, ask

THEME = "STDTREE_THEME"
AMBIGUOUS = "STDTREE_AMBIGUOUS"
DRIVER = "STDTREE_TERMINAL"
"""`plain`: ask the terminal nothing and drive it as Textual does."""
BROWSER_DRIVER = "stdtree.tui.web.driver:BrowserDriver"
"""What `stdtree serve` sets as TEXTUAL_DRIVER: the terminal is a page, to be asked nothing."""

THEMES: Mapping[str, Label] = {
    "dark": Label("深色", "dark"),
    "light": Label("浅色", "light"),
    "contrast": Label("高对比度", "high contrast"),
}
"""The themes by name; `tui.themes` has their colours."""

_HINT = Label(
    "请在终端中运行；脚本中可用 stdtree show、stdtree edit、stdtree check",
    "run it in a terminal; in scripts use stdtree show, stdtree edit, stdtree check",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How the editor has to draw here."""

    theme: str = "dark"
    """One of `THEMES`."""
    is_coloured: bool = True
    """Whether colours may be used at all (`NO_COLOR`)."""
    ambiguous: int = 1
    """Cells that this terminal takes for what is East Asian Ambiguous."""
    is_plain: bool = False
    """Whether Textual's own driver is wanted."""
    typed: bytes = b""
    """What the user typed while the terminal was asked."""


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Make the terminal ready for the editor. Raises StdtreeError where it cannot draw.

    Call it before Textual is imported: Textual reads its settings when it is.
    """
    environ = os.environ if environ is None else environ
    if is_browser(environ):
        set_environment(environ)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise StdtreeError(Label("编辑界面需要终端", "the editor needs a terminal"), _HINT)
    if environ.get("TERM", "") in {"", "dumb"}:
        raise StdtreeError(
            Label(
                "此终端不能移动光标（TERM=dumb）",
                "this terminal cannot move its cursor (TERM=dumb)",
            ),
            _HINT,
        )
    set_environment(environ)


def is_browser(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is a page of `stdtree serve`."""
    return environ.get("TEXTUAL_DRIVER") == BROWSER_DRIVER


def set_environment(environ: MutableMapping[str, str]) -> None:
    """What Textual reads at import.

    COLUMNS and LINES would override the real size, and a resize would never heal it. Under the
    kitty keyboard protocol as Textual asks for it, it garbles what a Chinese input method commits;
    our own driver asks for less. Movement on the screen moves the input method's window and is read
    out by screen readers.
    """
    if not is_browser(environ):  # there they are the size of the page
        environ.pop("COLUMNS", None)
        environ.pop("LINES", None)
    environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    environ["TEXTUAL_ANIMATIONS"] = "none"


def look(environ: Mapping[str, str] | None = None, *, theme: str | None = None) -> Look:
    """How to draw: as asked for, else as chosen before, else as the terminal is."""
    environ = os.environ if environ is None else environ
    chosen = theme or environ.get(THEME) or preference("theme")
    wide = {"1": 1, "2": 2}.get(environ.get(AMBIGUOUS, ""))
    is_plain = environ.get(DRIVER) == "plain"
    answers = Answers()
    if not is_plain and not is_browser(environ):
        answers = ask(
            sys.stdin.fileno(),
            width=wide is None,
            # a console without windows draws what it does not know
            background=chosen not in THEMES and environ.get("TERM") != "linux",
            seconds=REMOTE_SECONDS if "SSH_CONNECTION" in environ else SECONDS,
        )
    return Look(
        theme=chosen if isinstance(chosen, str) and chosen in THEMES else _suited(answers),
        is_coloured=not environ.get("NO_COLOR"),
        ambiguous=wide or answers.ambiguous or 1,
        is_plain=is_plain,
        typed=answers.typed,
    )


def _suited(answers: Answers) -> str:
    return "light" if answers.dark is False else "dark"
