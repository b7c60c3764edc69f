"""Several of a few values: facet values, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from stdtree.label import Label, Language
from stdtree.model import names
from stdtree.safe import safe
from stdtree.tui.present.cells import cut
from stdtree.tui.widgets.fields.field import Field
from stdtree.tui.widgets.fields.slots import ChoiceField
from stdtree.tui.widgets.said import Speaking

if TYPE_CHECKING:
    from textual import events

_HELP = Label("↑↓ 选择，空格勾选", "↑↓ select, Space ticks")


class Ticks(Widget, Speaking, can_focus=True):
    """A line for each value: [x] chosen, [ ] not."""

    DEFAULT_CSS = "Ticks { height: auto; }"

    class Ticked(Message):
        """Other values are chosen."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self._labels: Mapping[str, Label] = {}
        self._row = 0
        self.chosen: tuple[str, ...] = ()

    def offer(self, labels: Mapping[str, Label], chosen: Sequence[str]) -> None:
        """Show other values."""
        self._labels, self._row = labels, 0
        self.chosen = tuple(chosen)
        self.refresh(layout=True)

    def speak(self, language: Language) -> None:
        """Names in another language."""
        self._language = language
        self.refresh()

    def render(self) -> Content:
        """The lines; the one with the cursor is marked."""
        lines = []
        for row, (value, label) in enumerate(self._labels.items()):
            mark = "▌" if self.has_focus and row == self._row else " "
            box = "[x]" if value in self.chosen else "[ ]"
            text = f"{mark}{box} {safe(label.in_(self._language))}"
            lines.append(cut(text, max(self.size.width, 1)))
        return Content("\n".join(lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each value."""
        del container, viewport, width  # Textual's; the number of values decides
        return max(len(self._labels), 1)

    def on_key(self, event: events.Key) -> None:
        """Arrows move as far as there are lines; Space and Enter tick."""
        if event.key in {"up", "down"}:
            event.stop()
            event.prevent_default()
            self._row = max(0, min(self._row + (event.key == "down") * 2 - 1, self._last))
            self.refresh()
        elif event.key in {"space", "enter"}:
            event.stop()
            event.prevent_default()
            self._tick()

    def on_click(self, event: events.Click) -> None:
        """A click ticks."""
        self._row = max(0, min(event.y, self._last))
        self._tick()

    @property
    def _last(self) -> int:
        return max(len(self._labels) - 1, 0)

    def _tick(self) -> None:
        if not self._labels:
            return
        value = list(self._labels)[self._row]
        chosen = {*self.chosen} ^ {value}
        self.chosen = tuple(one for one in self._labels if one in chosen)
        self.refresh()
        self.post_message(self.Ticked())


class FacetField(ChoiceField):
    """One of the facets of the system."""

    def choices(self) -> Mapping[object, Label]:
        """The facets by title."""
        facets = self.context.taxonomy.system.facets
        return {one: names.text(facet.title) for one, facet in facets.items()}


class FacetValuesField(Field):
    """Values of the facet that the field `facet` of the same form holds."""

    _facet: str | None = None

    def editors(self) -> Iterator[Widget]:
        """The boxes."""
        yield Ticks(self.context.language)

    @property
    def value(self) -> Any:
        """The values ticked, in the order of the facet; before there is a facet, as at first."""
        if self._facet is None:
            return tuple(self.field.initial or ())
        return self.query_one(Ticks).chosen

    def help_label(self) -> Label:
        """The keys."""
        return _HELP

    def others_changed(self, entered: Mapping[str, Any]) -> None:
        """Another facet has other values; ticked are those that the category has."""
        facet = entered.get("facet") or ""
        if facet == self._facet:
            return
        system = self.context.taxonomy.system
        values = system.facets[facet].values if facet in system.facets else ()
        category = self.context.taxonomy.get(entered.get("id"))
        first = self.field.initial or () if self._facet is None else ()
        chosen = category.facets.get(facet, ()) if category else first
        self._facet = facet
        labels = {value.id: names.text(value.title) for value in values}
        self.query_one(Ticks).offer(labels, chosen)
        self.post_message(self.Changed(self.field.name))

    def on_ticks_ticked(self) -> None:
        """Other values."""
        self.changed()
