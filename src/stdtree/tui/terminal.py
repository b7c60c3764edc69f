"""The terminal before the editor starts: is there one, and what must be set right first."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

from stdtree.errors import StdtreeError
from stdtree.label import Label

_HINT = Label(
    "请在终端中运行；脚本中可用 stdtree show、stdtree edit、stdtree check",
    "run it in a terminal; in scripts use stdtree show, stdtree edit, stdtree check",
)


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Make the terminal ready for the editor. Raises StdtreeError where it cannot draw.

    Call it before Textual is imported: Textual reads its settings when it is.
    """
    environ = os.environ if environ is None else environ
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


def set_environment(environ: MutableMapping[str, str]) -> None:
    """What Textual reads at import.

    COLUMNS and LINES would override the real size, and a resize would never heal it. Under the
    kitty keyboard protocol Textual garbles what a Chinese input method commits. Movement on the
    screen moves the input method's window and is read out by screen readers.
    """
    environ.pop("COLUMNS", None)
    environ.pop("LINES", None)
    environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    environ["TEXTUAL_ANIMATIONS"] = "none"
