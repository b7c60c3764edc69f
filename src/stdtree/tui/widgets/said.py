"""What speaks to the user in the language of the interface, and can change it while it is shown."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Button

from stdtree.label import Label, Language, same
from stdtree.safe import safe
from stdtree.tui.widgets.prose import Prose

SILENT = same("")


class Speaking:
    """A widget with words of ours in it. What was typed stays when the language changes."""

    def speak(self, language: Language) -> None:
        """Say the same in another language."""
        raise NotImplementedError


class Said(Prose, Speaking):
    """Running text of ours."""

    def __init__(
        self,
        label: Label,
        language: Language,
        *,
        widget_id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(label.in_(language), widget_id=widget_id, classes=classes)
        self._label, self._language = label, language

    def tell(self, label: Label) -> None:
        """Say something else."""
        self._label = label
        self.update(label.in_(self._language))

    def speak(self, language: Language) -> None:
        """The same text in another language."""
        self._language = language
        self.tell(self._label)


class Answer(Button, Speaking):
    """A button; its id is the answer that it stands for."""

    def __init__(self, label: Label, language: Language, *, answer: str) -> None:
        super().__init__(_content(label, language), id=answer, compact=True)
        self._said = label

    def speak(self, language: Language) -> None:
        """Its name in another language."""
        self.label = _content(self._said, language)
        self.refresh(layout=True)  # another name is not as wide


def _content(label: Label, language: Language) -> Content:
    return Content(safe(label.in_(language)))
