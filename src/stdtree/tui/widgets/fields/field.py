"""What all fields share: name, help, meaning and problem around something to edit with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from stdtree.label import Label, Language, same
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.widgets.said import SILENT, Said, Speaking

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.tui.form import FormField
    from stdtree.tui.picking import Picker


@dataclass(frozen=True)
class Context:
    """What fields need to know beside their own value."""

    taxonomy: Taxonomy
    language: Language
    picker: Picker
    today: str = ""
    """The day it is, YYYY-MM-DD."""


class Field(Vertical, Speaking):
    """A named field of a form."""

    class Changed(Message):
        """Something was entered in the field of this name."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, field: FormField, context: Context) -> None:
        super().__init__(id=f"field-{field.name}", classes="field")
        self.field = field
        self.context = context

    def compose(self) -> ComposeResult:
        """Name at the left; editors, what is entered means, help and problem at the right."""
        language = self.context.language
        mark = same("*" if self.field.required else "")
        with Horizontal(classes="field-row"):
            yield Said(self.field.ask.label + mark, language, classes="field-name")
            with Vertical(classes="field-body"):
                yield from self.editors()
                yield Said(self.meaning(), language, classes="field-meaning")
                yield Said(self.help_label(), language, classes="field-help")
                yield Said(SILENT, language, classes="field-problem")

    def editors(self) -> Iterator[Widget]:
        """The widgets to edit with."""
        raise NotImplementedError

    @property
    def value(self) -> Any:
        """What is entered now. Raises EntryError if it cannot be read."""
        raise NotImplementedError

    def say(self, label: Label) -> str:
        """The label in the language of the interface."""
        return label.in_(self.context.language)

    def help_label(self) -> Label:
        """What helps to fill in the field."""
        return self.field.ask.help or SILENT

    def meaning(self) -> Label:
        """What the value means, where that is more than it says."""
        return SILENT

    def others_changed(self, entered: Mapping[str, Any]) -> None:
        """Other fields hold these values now: for a field that depends on one of them."""

    def show_problem(self, problem: Label | None) -> None:
        """Say beside the field what is wrong with it."""
        shown = same("✗ ") + problem if problem else SILENT
        self.query_one(".field-problem", Said).tell(shown)

    def speak(self, language: Language) -> None:
        """Words of ours change; what was entered stays."""
        self.context = replace(self.context, language=language)

    def on_input_changed(self) -> None:
        """A line changed."""
        self.changed()

    def on_text_area_changed(self) -> None:
        """A text changed."""
        self.changed()

    def changed(self) -> None:
        """Tell the form, and say what the value means now."""
        self.query_one(".field-meaning", Said).tell(self.meaning())
        self.post_message(self.Changed(self.field.name))
