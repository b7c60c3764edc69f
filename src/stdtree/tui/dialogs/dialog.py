"""What all dialogs share: a frame with a title, Escape gives no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from stdtree.label import Label, Language
from stdtree.safe import safe

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

Answer = TypeVar("Answer")

OK = Label("确定", "OK")
CANCEL = Label("取消", "Cancel")
ACCEPT = frozenset(("ctrl+s", "f10"))
"""Keys that mean OK where Enter means something else."""


class Dialog(ModalScreen[Answer | None]):
    """A framed question over the screen. Dismisses with the answer, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "app.focus_next", ""),
        ("shift+tab", "app.focus_previous", ""),
    ]
    AUTO_FOCUS = None

    def __init__(self, title: Label, language: Language) -> None:
        super().__init__()
        self.heading = title
        self.language: Language = language

    def compose(self) -> ComposeResult:
        """The frame with its body."""
        frame = Vertical(id="frame")
        frame.border_title = Content(safe(self.heading.in_(self.language)))
        with frame:
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands inside the frame."""
        raise NotImplementedError

    def takes(self, event: events.Key) -> bool:
        """Do what a key means in this dialog; False if it means nothing here.

        Subclasses override this and not `on_key`: Textual calls the handlers of all base classes.
        """
        del event
        return False

    def say(self, label: Label) -> str:
        """The label in the language of the interface."""
        return label.in_(self.language)

    def button(self, label: Label, answer: str) -> Button:
        """A button; its id is the answer it stands for."""
        return Button(Content(safe(self.say(label))), id=answer, compact=True)

    def on_key(self, event: events.Key) -> None:
        """The dialog's own keys; Escape gives no answer; arrows go from button to button."""
        if self.takes(event):
            event.stop()
            event.prevent_default()
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif isinstance(self.focused, Button) and event.key in {"left", "up"}:
            self.focus_previous()
        elif isinstance(self.focused, Button) and event.key in {"right", "down"}:
            self.focus_next()
