"""Choosing one of many by typing part of it: palette, pickers, jump, releases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.present.line import Line, Piece
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

Value = TypeVar("Value")

KEYS = Label("↑↓ 选择 · ⏎ 确定 · Esc 取消", "↑↓ select · ⏎ take · Esc cancel")
NONE = Label("没有匹配项", "nothing matches")
MOVES = {"up": "do_up", "down": "do_down", "pageup": "do_page_up", "pagedown": "do_page_down"}


class Option(NamedTuple, Generic[Value]):
    """One of many: how it looks, what it is, and why it cannot be taken now."""

    line: Line
    value: Value
    disabled: Label | None = None


class Choose(Dialog[Value]):
    """A line to type in over the list of what matches it."""

    def __init__(
        self,
        title: Label,
        options: Callable[[str], Sequence[Option[Value]]],
        *,
        language: Language,
        typed: str = "",
    ) -> None:
        super().__init__(title, language)
        self._find = options
        self._typed = typed
        self._options: Sequence[Option[Value]] = ()

    def body(self) -> ComposeResult:
        """Line to type in, list, keys."""
        yield Entry(self._typed, widget_id="typed")
        options = Lines(widget_id="options")
        options.can_focus = False  # Tab and clicks would take the line to type in its focus
        yield options
        yield self.said(KEYS, "hint")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one("#typed", Entry).focus()
        self._show(self._typed)

    def speak(self, language: Language) -> None:
        """The same list in another language, the cursor where it was."""
        cursor = self.query_one("#options", Lines).cursor
        super().speak(language)
        self._show(self.query_one("#typed", Entry).value, cursor=cursor)

    def on_input_changed(self, event: Entry.Changed) -> None:
        """Find again."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Take what the cursor is on."""
        self._take()

    def on_lines_chosen(self) -> None:
        """Take what was clicked."""
        self._take()

    def takes(self, event: events.Key) -> bool:
        """Arrows move in the list while the line is typed in."""
        if event.key not in MOVES:
            return False
        getattr(self.query_one("#options", Lines), MOVES[event.key])()
        return True

    def _show(self, typed: str, *, cursor: int = 0) -> None:
        self._options = self._find(typed)
        shown = [_line(option, self.language) for option in self._options]
        nothing = Line((Piece(self.say(NONE), "dim"),))
        self.query_one("#options", Lines).show(shown or [nothing], cursor=cursor)

    def _take(self) -> None:
        if not self._options:
            return
        option = self._options[self.query_one("#options", Lines).cursor]
        if option.disabled is None:
            self.dismiss(option.value)
        else:
            self.query_one("#hint", Said).tell(option.disabled)


def _line(option: Option[Value], language: Language) -> Line:
    if option.disabled is None:
        return option.line
    left = tuple(Piece(piece.text, "dim") for piece in option.line.left)
    return Line(left, (Piece(option.disabled.in_(language), "dim"),), option.line.target)
