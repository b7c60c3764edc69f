"""Help: every key, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, Language
from stdtree.tui.command import GROUPS, Where
from stdtree.tui.commands import every
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.keys import Keymap, Pending, shown, token
from stdtree.tui.present.cells import pad
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

TITLE = Label("帮助", "Help")
MARKS = Label(
    "✗ 错误  ⚠ 警告  · 提示；右侧数字是下级及本级的标准数",
    "✗ error  ⚠ warning  · note; the number at the right counts the standards of the branch",
)
INPUT_METHOD = Label(
    "输入法开着也能用：方向键、F 键、Ctrl 组合键、全角 ： ？ ／ 、；直接输入汉字即查找",
    "With an input method on: arrows, F keys, Ctrl keys, full-width ： ？ ／ 、; Chinese searches",
)


def help_lines(wheres: tuple[Where, ...], language: Language) -> list[Line]:
    """Keys and what they do, by place; the places that apply now first."""
    order = dict.fromkeys((*wheres, *GROUPS))
    lines: list[Line] = []
    for where in order:
        lines.append(line(Piece(GROUPS[where].in_(language), "strong")))
        for command in every():
            if command.where == where:
                keys = "  ".join(shown(one) for one in command.keys)
                lines.append(line(Piece(f"  {pad(keys, 24)}", "code"), command.label.in_(language)))
        lines.append(line(""))
    return lines


class Help(Dialog[None]):
    """The keys, to scroll through."""

    def __init__(self, wheres: tuple[Where, ...], language: Language) -> None:
        super().__init__(TITLE, language)
        self._wheres = wheres
        self._keys = Keymap()

    def body(self) -> ComposeResult:
        """What holds everywhere, then the keys."""
        yield self.said(INPUT_METHOD)
        yield self.said(MARKS)
        yield Lines(help_lines(self._wheres, self.language), widget_id="keys")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one(Lines).focus()

    def speak(self, language: Language) -> None:
        """The keys by their other names."""
        super().speak(language)
        self.query_one(Lines).show(help_lines(self._wheres, language))

    def takes(self, event: events.Key) -> bool:
        """Keys of lists scroll; q, ? and Enter close."""
        pressed = self._keys.press(token(event), ("list",))
        if pressed is not None:
            if not isinstance(pressed, Pending):
                getattr(self.query_one(Lines), f"do_{pressed.id}")()
            return True
        if token(event) in {"q", "?", "f1", "enter"}:
            self.dismiss(None)
            return True
        return False
