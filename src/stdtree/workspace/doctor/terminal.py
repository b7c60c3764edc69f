"""The terminal: whether Chinese can be shown, how wide it is, whether the editor can be drawn."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.workspace.doctor.patient import Patient, Screen, Told, note, ok, trouble

TITLE = Label("终端", "terminal")
NARROW = 80
_WIDE_LOCALES = ("zh", "ja", "ko")
"""Languages in which terminals may draw “ ” … ─ two columns wide; the editor asks them."""


def examine(patient: Patient) -> Iterator[Told]:
    """Encoding for everybody; the rest only where somebody looks at it."""
    screen = patient.screen
    if not _is_utf8(screen.encoding):
        yield trouble(
            Label(
                f"输出编码为 {screen.encoding}，显示不了中文",
                f"the output is {screen.encoding}: Chinese cannot be shown",
            ),
            same("export LANG=C.UTF-8"),
        )
    if not screen.is_terminal:
        yield ok(Label("输出不在终端上", "the output goes to no terminal"))
        return
    yield from _drawn(screen, patient.environ.get("TERM", ""))
    names = map(patient.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))
    if next(filter(None, names), "").startswith(_WIDE_LOCALES):
        yield note(
            Label(
                "引号、破折号和边框在此终端可能占两列；编辑界面启动时会询问终端",
                "quotes, dashes and frames may take two columns here; the editor asks the terminal",
            ),
            Label(
                "界面若仍错位：export STDTREE_AMBIGUOUS=2，或在终端设置中把此类字符设为窄",
                "if lines are out of place all the same: export STDTREE_AMBIGUOUS=2, or make such"
                " characters narrow in the terminal's settings",
            ),
        )


def _drawn(screen: Screen, term: str) -> Iterator[Told]:
    """What the editor can be drawn with."""
    if term in ("", "dumb"):
        yield note(
            Label(
                "TERM 未说明终端类型，打不开编辑器",
                "TERM names no terminal: the editor cannot open",
            ),
            same("export TERM=xterm-256color"),
        )
    if screen.width < NARROW:
        yield note(
            Label(
                f"宽 {screen.width} 列，编辑器需要 {NARROW} 列",
                f"it is {screen.width} columns wide, the editor wants {NARROW}",
            ),
            Label("请把窗口拉宽", "make the window wider"),
        )
    color = Label("有颜色", "colours") if screen.has_color else Label("无颜色", "no colours")
    yield ok(Label(f"{term}，{screen.width} 列，", f"{term}, {screen.width} columns, ") + color)


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False
