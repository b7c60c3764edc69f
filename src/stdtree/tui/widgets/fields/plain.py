"""Fields of one line: code, id, number, date, year, release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.widget import Widget

from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.fields.field import Field


class LineField(Field):
    """One line of plain text."""

    def editors(self) -> Iterator[Widget]:
        """A line."""
        yield Entry("" if self.field.initial is None else str(self.field.initial))

    @property
    def value(self) -> Any:
        """The text."""
        return self.query_one(Entry).value.strip()


class YearField(LineField):
    """A year; empty and 0 both mean none."""

    def editors(self) -> Iterator[Widget]:
        """A line; no zero in it."""
        yield Entry(str(self.field.initial or ""))

    @property
    def value(self) -> Any:
        """The number; text that is none is left for the operation to refuse."""
        text = super().value
        if text.isascii() and text.isdigit():
            return int(text)
        return text or (0 if self.field.given else None)
