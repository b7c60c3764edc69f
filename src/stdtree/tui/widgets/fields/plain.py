"""Fields of one line: code, id, conditions; and lines that arrows step through: year, release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from stdtree.label import Label
from stdtree.model.release import release_key
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.fields.field import Field
from stdtree.tui.widgets.said import SILENT

if TYPE_CHECKING:
    from textual import events

_STEPS = {"up": 1, "down": -1}
_COUNTS = Label("↑↓ 加减", "↑↓ step")
_IS_OUT = Label("已发布", "is out")


class LineField(Field):
    """One line of plain text."""

    def editors(self) -> Iterator[Widget]:
        """A line."""
        yield Entry("" if self.field.initial is None else str(self.field.initial))

    @property
    def typed(self) -> str:
        """The text as it is in the line."""
        found = self.query(Entry)
        return found.first().value.strip() if found else str(self.field.initial or "")

    @property
    def value(self) -> Any:
        """The text."""
        return self.typed


class StepField(LineField):
    """A line whose value the up and down arrows step through."""

    def stepped(self, steps: int) -> str:
        """The text some steps on."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Arrows step."""
        if event.key in _STEPS:
            event.stop()
            event.prevent_default()
            entry = self.query_one(Entry)
            entry.value = self.stepped(_STEPS[event.key])
            entry.cursor_position = len(entry.value)

    def help_label(self) -> Label:
        """The operation's help, and the arrows."""
        return _joined(super().help_label(), _COUNTS)


class YearField(StepField):
    """A year; empty and 0 both mean none."""

    def editors(self) -> Iterator[Widget]:
        """A line; no zero in it."""
        yield Entry(str(self.field.initial or ""))

    @property
    def value(self) -> Any:
        """The number; text that is none is left for the operation to refuse."""
        text = self.typed
        if text.isascii() and text.isdigit():
            return int(text)
        return text or (0 if self.field.given else None)

    def stepped(self, steps: int) -> str:
        """This year at first."""
        text = self.typed
        known = text.isascii() and text.isdigit()
        return str(int(text) + steps) if known else self.context.today[:4]


class ReleaseField(StepField):
    """A release name: those there are, and what may follow upon the last."""

    def stepped(self, steps: int) -> str:
        """The next or previous name of the list; the coming one at first."""
        names = self._names()
        if self.typed not in names:
            return names[min(len(self.context.taxonomy.releases), len(names) - 1)]
        return names[max(0, min(names.index(self.typed) + steps, len(names) - 1))]

    def meaning(self) -> Label:
        """Whether it is out."""
        return _IS_OUT if self.typed in self.context.taxonomy.releases else SILENT

    def _names(self) -> Sequence[str]:
        out = sorted(self.context.taxonomy.releases, key=release_key)
        major, minor, *patch = (int(part) for part in (out[-1] if out else "0.0").split("."))
        coming = [f"{major}.{minor + 1}", f"{major + 1}.0"]
        if out:
            coming.insert(0, f"{major}.{minor}.{(patch or [0])[0] + 1}")
        return [*out, *coming]


def _joined(one: Label, other: Label) -> Label:
    return Label(f"{one.zh} {other.zh}".strip(), f"{one.en} {other.en}".strip())
