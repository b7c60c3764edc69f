"""The line over a row of the tree in which a title is written; the tree below stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widget import Widget

from stdtree.model.category import Category
from stdtree.safe import safe
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.prose import Prose
from stdtree.tui.widgets.tree import CategoryTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from stdtree.label import Language
    from stdtree.tui.command import Where
    from stdtree.tui.present.line import Line

LEAST = 16
"""Cells that a title gets at least, however deep its row hangs."""
TAG = 4
"""Cells for the language at the right."""


class TitleEntry(Entry):
    """Where the title is typed; its keys are those of the group `rename`."""

    where: ClassVar[tuple[Where, ...]] = ("rename",)


class RowRename(Horizontal):
    """A title in one language after the other, over the row of its category."""

    DEFAULT_CSS = f"""
    RowRename {{ layer: over; height: 1; background: $primary-muted; }}
    RowRename TitleEntry, RowRename TitleEntry:focus {{
        border: none; height: 1; padding: 0; width: 1fr; background: $primary-muted;
    }}
    RowRename Prose {{ width: {TAG}; height: 1; color: $text-muted; }}
    """

    def __init__(
        self, tree: CategoryTree, category: Category, languages: Sequence[str], language: Language
    ) -> None:
        super().__init__(id="rename")
        self._tree = tree
        self._title = dict(category.title)
        self.category_id = category.id
        known = (*languages, *(tag for tag in category.title if tag not in languages))
        first = next((tag for tag in known if tag.split("-")[0] == language), known[0])
        self._languages = (first, *(tag for tag in known if tag != first))
        self._language = first
        self._texts = dict(category.title)
        self._row = tree.cursor

    def compose(self) -> ComposeResult:
        """The line, and which language it is in."""
        yield TitleEntry(self._texts.get(self._language, ""))
        yield Prose(f" {self._language}")

    def on_mount(self) -> None:
        """Type at once; stay on the row when the tree scrolls or grows."""
        self.place()
        self.query_one(TitleEntry).focus()
        self.watch(self._tree, "scroll_y", self.place, init=False)
        self.watch(self._tree, "virtual_size", self.place, init=False)

    def on_input_changed(self, event: TitleEntry.Changed) -> None:
        """It is no search."""
        event.stop()

    @property
    def changed(self) -> dict[str, str]:
        """By language what was written anew; '' where a text was removed."""
        self._keep()
        return {tag: text for tag, text in self._texts.items() if text != self._title.get(tag, "")}

    def next_language(self) -> None:
        """Go on in the next language; what was written stays."""
        self._keep()
        at = self._languages.index(self._language) + 1
        self._language = self._languages[at % len(self._languages)]
        entry = self.query_one(TitleEntry)
        entry.value = self._texts.get(self._language, "")
        entry.cursor_position = len(entry.value)
        self.query_one(Prose).update(f" {self._language}")

    def place(self) -> None:
        """Over the row of the category, or as near to it as the tree shows."""
        tree = self._tree
        if tree.category is not None and tree.category.id == self.category_id:
            self._row = tree.cursor
        around = tree.parent
        if self._row >= tree.count() or not isinstance(around, Widget):
            return
        room = tree.scrollable_content_region
        before = min(_before_title(tree.line(self._row)), max(room.width - LEAST - TAG, 0))
        y = max(0, min(self._row - round(tree.scroll_offset.y), room.height - 1))
        corner = room.offset - around.content_region.offset
        self.styles.offset = Offset(corner.x + before, corner.y + y)
        self.styles.width = max(room.width - before, 1)

    def _keep(self) -> None:
        text = self.query_one(TitleEntry).value.strip()
        if text or self._language in self._texts:
            self._texts[self._language] = text


def _before_title(line: Line) -> int:
    """Cells before the title: where the row hangs, its fold mark, its code."""
    styles = [piece.style for piece in line.left]
    last = styles.index("code") if "code" in styles else -1
    return sum(cell_len(safe(piece.text)) for piece in line.left[: last + 1])
