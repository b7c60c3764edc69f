"""Help: every key, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from stdtree.label import Label, Language
from stdtree.tui.command import GROUPS, Command, Where
from stdtree.tui.commands import every
from stdtree.tui.dialogs.choose import MOVES, NONE
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.keys import shown
from stdtree.tui.picking import matches
from stdtree.tui.present.cells import pad
from stdtree.tui.present.line import Line, Piece, fit, line
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

TITLE = Label("帮助", "Help")
KEYS = Label("输入文字筛选 · ↑↓ 滚动 · Esc 关闭", "type to filter · ↑↓ scroll · Esc closes")
MARKS = Label(
    "✗ 错误  ⚠ 警告  · 提示；右侧数字是下级及本级的标准数",
    "✗ error  ⚠ warning  · note; the number at the right counts the standards of the branch",
)
INPUT_METHOD = Label(
    "输入法开着也能用：方向键、F 键、Ctrl 组合键、全角 ： ？ ／ 、；直接输入汉字即查找",
    "With an input method on: arrows, F keys, Ctrl keys, full-width ： ？ ／ 、; Chinese searches",
)
NOW = Label("现在可用", "What applies now")
ELSEWHERE = Label("在其他地方", "Elsewhere")
TWO_COLUMNS = 100
"""Cells from which on there is room for two columns."""
_KEYS = 20
_GAP = 2

Hindered = Callable[[Command], Label | None]
"""Why a command cannot run now."""


def help_lines(
    wheres: Sequence[Where],
    language: Language,
    *,
    width: int,
    typed: str = "",
    hindered: Hindered = lambda _: None,
) -> list[Line]:
    """Keys and what they do: first the places that apply now, then the others."""
    others = [where for where in GROUPS if where not in wheres]
    lines: list[Line] = []
    for heading, places, why_not in ((NOW, wheres, hindered), (ELSEWHERE, others, lambda _: None)):
        groups = [_group(where, language, typed, why_not) for where in dict.fromkeys(places)]
        shown_groups = [group for group in groups if group]
        if shown_groups:
            lines.append(line(Piece(f"── {heading.in_(language)} ──", "dim")))
            lines += _set(shown_groups, width)
    return lines or [line(Piece(NONE.in_(language), "dim"))]


def _group(where: Where, language: Language, typed: str, hindered: Hindered) -> list[Line]:
    """One place with what was typed in its commands; empty if there is nothing."""
    lines = [
        _told(command, hindered(command), language)
        for command in every()
        if command.where == where and matches(typed, _names(command))
    ]
    return [line(Piece(GROUPS[where].in_(language), "strong")), *lines] if lines else []


def _names(command: Command) -> tuple[str, ...]:
    return (command.label.zh, command.label.en, *map(shown, command.keys))


def _told(command: Command, why_not: Label | None, language: Language) -> Line:
    keys, label = "  ".join(map(shown, command.keys)), command.label.in_(language)
    if why_not is None:
        return line(Piece(f"  {pad(keys, _KEYS)} ", "code"), label)
    reason = f"  ({why_not.in_(language)})"
    return line(Piece(f"  {pad(keys, _KEYS)} {label}{reason}", "dim"))


def _set(groups: Sequence[list[Line]], width: int) -> list[Line]:
    """The groups one below the other; in two columns of about the same height if there is room."""
    if width < TWO_COLUMNS:
        return [one for group in groups for one in (*group, line(""))]
    total, left, right = sum(map(len, groups)), list[Line](), list[Line]()
    for group in groups:
        column = left if not right and len(left) + len(group) / 2 <= total / 2 else right
        column += (*group, line(""))
    room = (width - _GAP) // 2
    rows = max(len(left), len(right))
    padded = [[*column, *[line("")] * (rows - len(column))] for column in (left, right)]
    gap = Piece(" " * _GAP)
    return [
        Line((*fit(one, room), gap, *fit(other, room))) for one, other in zip(*padded, strict=True)
    ]


class Help(Dialog[None]):
    """The keys, to look through."""

    def __init__(self, wheres: tuple[Where, ...], language: Language) -> None:
        super().__init__(TITLE, language)
        self._wheres = wheres

    def body(self) -> ComposeResult:
        """What holds everywhere, a line to type in, the keys."""
        yield self.said(INPUT_METHOD)
        yield self.said(MARKS)
        yield Entry(widget_id="typed")
        yield Lines(widget_id="keys")
        yield self.said(KEYS, "hint")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Entry).focus()

    def on_resize(self) -> None:
        """Another width has room for other columns."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Show what holds the words typed; the key that opened it closes it."""
        if self.query_one(Entry).value in {"?", "？"}:
            self.dismiss(None)
        else:
            self._show()

    def on_input_submitted(self) -> None:
        """Enter closes."""
        self.dismiss(None)

    def speak(self, language: Language) -> None:
        """The keys by their other names."""
        super().speak(language)
        self._show()

    def takes(self, event: events.Key) -> bool:
        """Arrows scroll while the line is typed in; F1 closes."""
        if event.key == "f1":
            self.dismiss(None)
        elif event.key in MOVES:
            getattr(self.query_one("#keys", Lines), MOVES[event.key])()
        else:
            return False
        return True

    def _show(self) -> None:
        below = self.app.screen_stack[-2]
        keys, typed = self.query_one("#keys", Lines), self.query_one(Entry).value
        width = keys.scrollable_content_region.width
        keys.show(
            help_lines(
                self._wheres,
                self.language,
                width=width,
                typed=typed,
                hindered=lambda command: command.hindered(below),
            )
        )
