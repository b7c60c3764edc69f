"""What all fields share: name, help and problem around something to edit with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from stdtree.label import Label, Language
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.widgets.prose import Prose

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


class Field(Vertical):
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
        """Name at the left; editors, help and problem at the right."""
        mark = "*" if self.field.required else ""
        with Horizontal(classes="field-row"):
            yield Prose(self.say(self.field.ask.label) + mark, classes="field-name")
            with Vertical(classes="field-body"):
                yield from self.editors()
                shown_help = self.help_text()
                if shown_help:
                    yield Prose(shown_help, classes="field-help")
                yield Prose("", classes="field-problem")

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

    def help_text(self) -> str:
        """What helps to fill in the field."""
        return self.say(self.field.ask.help) if self.field.ask.help else ""

    def show_problem(self, problem: Label | None) -> None:
        """Say beside the field what is wrong with it."""
        shown = f"✗ {self.say(problem)}" if problem else ""
        self.query_one(".field-problem", Prose).update(shown)

    def on_input_changed(self) -> None:
        """A line changed."""
        self.post_message(self.Changed(self.field.name))

    def on_text_area_changed(self) -> None:
        """A text changed."""
        self.post_message(self.Changed(self.field.name))
