"""Text of several lines, wrapped the Chinese way."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from stdtree.safe import safe
from stdtree.tui.present.cells import wrap


class Prose(Widget):
    """Running text; as high as it needs to be at its width."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(
        self, text: str = "", *, widget_id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=widget_id, classes=classes)
        self._text = safe(text, newlines=True)

    def update(self, text: str) -> None:
        """Show another text."""
        shown = safe(text, newlines=True)
        if shown != self._text:
            self._text = shown
            self.refresh(layout=True)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def render(self) -> Content:
        """The text, wrapped to the width there is."""
        return (
            Content("\n".join(wrap(self._text, max(self.size.width, 2))))
            if self._text
            else Content()
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs."""
        del container, viewport  # Textual's; the width decides
        return len(wrap(self._text, max(width, 2))) if self._text else 0
