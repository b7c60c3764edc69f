"""Fields with one of many values: a category, a standard, a body, a choice, yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from stdtree.label import Label, Language
from stdtree.safe import safe
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.entries import EntryError
from stdtree.tui.form import REQUIRED
from stdtree.tui.picking import matches
from stdtree.tui.present.cells import cut
from stdtree.tui.present.line import Piece, line
from stdtree.tui.widgets.fields.field import Field

if TYPE_CHECKING:
    from textual import events

EMPTY = Label("（空）", "(empty)")
ROOT = Label("（顶层）", "(top level)")
TO_PICK = Label("⏎ 选择", "⏎ choose")
TO_CHANGE = Label("← → 更改 · ⏎ 列表", "← → change · ⏎ list")
TO_TURN = Label("← → 更改", "← → change")
YES_NO: Mapping[object, Label] = {True: Label("是", "yes"), False: Label("否", "no")}
KEYS_ROOM = 6
"""Cells beside the value: its marks and spaces."""


class Slot(Widget, can_focus=True):
    """Shows one value; Enter, arrows and letters ask to change it."""

    DEFAULT_CSS = "Slot { height: 1; }"

    class Pressed(Message):
        """A key asks for another value."""

        def __init__(self, key: str, character: str | None) -> None:
            super().__init__()
            self.key, self.character = key, character

        @property
        def typed(self) -> str:
            """The letter or digit that was typed, to search with."""
            return self.character if self.character and self.character.isalnum() else ""

    def __init__(self, text: str, keys: str, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._text, self._keys = text, keys

    def show(self, text: str, keys: str | None = None) -> None:
        """Show another value."""
        self._text = text
        self._keys = self._keys if keys is None else keys
        self.refresh()

    def render(self) -> Content:
        """The value between marks that say it can be changed."""
        room = self.size.width - KEYS_ROOM - 2 * len(self._keys)
        shown = Content(f"‹ {cut(safe(self._text), max(room, 1))} ›  ")
        return shown + Content.styled(self._keys, "dim") if self.has_focus else shown

    def on_key(self, event: events.Key) -> None:
        """Keys that change the value go no further."""
        if (
            event.key in {"enter", "space", "left", "right", "delete", "backspace"}
            or event.is_printable
        ):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(event.key, event.character))

    def on_click(self) -> None:
        """A click is Enter."""
        self.post_message(self.Pressed("enter", None))


class SlotField(Field):
    """A field with a slot."""

    keys: Label
    """What the keys do in it."""

    def editors(self) -> Iterator[Widget]:
        """The slot."""
        yield Slot(self.shown(), self.say(self.keys))

    def shown(self) -> str:
        """The value in words."""
        raise NotImplementedError

    def speak(self, language: Language) -> None:
        """The value in other words."""
        super().speak(language)
        self.query_one(Slot).show(self.shown(), self.say(self.keys))

    def show(self) -> None:
        """Show the value, which is another one now."""
        self.query_one(Slot).show(self.shown())
        self.changed()


class PickField(SlotField):
    """A category, standard or organization, chosen in a dialog of its own."""

    keys = TO_PICK

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._value: str | None = self.field.initial or None
        self._open = self.field.required and self._value is None and not self.field.given
        """Whether somebody still has to choose: the top level, too, is a choice."""

    @property
    def value(self) -> Any:
        """The id; for a body that was emptied ''. Raises EntryError before a choice was made."""
        if self._open:
            raise EntryError(REQUIRED)
        return "" if self._value is None and self.field.ask.kind == "organization" else self._value

    def on_slot_pressed(self, event: Slot.Pressed) -> None:
        """Delete empties the slot; anything else opens the dialog."""
        if event.key in {"delete", "backspace"}:
            if not self.field.required:
                self._take(None)
            return
        dialog = self.context.picker.dialog(
            self.field.ask.kind, self.field.ask.label, self.context.language, typed=event.typed
        )
        self.app.push_screen(dialog, self._chosen)

    def _chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self._take(chosen or None)

    def _take(self, value: str | None) -> None:
        self._value, self._open = value, False
        self.show()

    def shown(self) -> str:
        """What the id stands for."""
        if self._value is None:
            at_top = self.field.ask.kind == "parent" and not self._open
            return self.say(ROOT if at_top else EMPTY)
        return self.context.picker.called(self.field.ask.kind, self._value, self.context.language)


class ChoiceField(SlotField):
    """One of a few values: ← → or Space goes through them, Enter or a letter lists them."""

    keys = TO_CHANGE

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._value: object = self.field.initial
        choices = self.choices()
        if self._value not in choices and self.field.required:
            self._value = next(iter(choices), None)

    def choices(self) -> Mapping[object, Label]:
        """The values and what they are called."""
        choices: dict[object, Label] = {}
        choices.update(self.field.ask.choices or {})
        return choices

    @property
    def value(self) -> Any:
        """The value chosen; None if none was."""
        return self._value

    def on_slot_pressed(self, event: Slot.Pressed) -> None:
        """The next value, or the one before; or a list of all."""
        values = list(self.choices())
        if not values:
            return
        if event.key == "enter" or event.typed:
            self._list(event.typed)
            return
        step = -1 if event.key == "left" else 1
        at = values.index(self._value) + step if self._value in values else (0 if step > 0 else -1)
        self._value = values[at % len(values)]
        self.show()

    def _list(self, typed: str) -> None:
        def options(text: str) -> list[Option[object]]:
            return [
                Option(line(Piece(label.in_(dialog.language)), right=(_other(value),)), (value,))
                for value, label in self.choices().items()
                if matches(text, (str(value), label.zh, label.en))
            ]

        def chosen(value: object) -> None:
            if isinstance(value, tuple):  # in a tuple, so that no value is taken for none
                self._value = value[0]
                self.show()

        dialog = Choose(self.field.ask.label, options, language=self.context.language, typed=typed)
        self.app.push_screen(dialog, chosen)

    def shown(self) -> str:
        """The value in words."""
        label = self.choices().get(self._value)
        return self.say(label or EMPTY)


class FlagField(ChoiceField):
    """Yes or no."""

    keys = TO_TURN

    def choices(self) -> Mapping[object, Label]:
        """Both."""
        return YES_NO

    def _list(self, typed: str) -> None:
        """Two values need no list: the other one."""
        del typed
        self._value = not self._value
        self.show()


def _other(value: object) -> Piece:
    return Piece(f" {value}", "dim")
