"""The panes beside the tree: details, findings, the line to search in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from stdtree.model.finding import Subject
    from stdtree.tui.command import Where
    from stdtree.tui.present.line import Line


class Details(Lines):
    """Details of a category; keeps its place while the same category is shown again."""

    where: tuple[Where, ...] = ("details", "list")
    keeps_cursor = False
    _shown: str | None = None

    @property
    def room(self) -> int:
        """Cells for text."""
        return max(self.scrollable_content_region.width, 20)

    def show_for(self, category_id: str, lines: Sequence[Line]) -> None:
        """Show the details of a category; of another one, from the top."""
        stays = category_id == self._shown
        self._shown = category_id
        if not stays:
            self.scroll_to(y=0, animate=False)
        self.show(lines, cursor=self.cursor if stays else 0)

    def find(self, subject: Subject) -> None:
        """Put the cursor on the line that stands for `subject`."""
        for row in range(self.count()):
            if self.line(row).target == subject and row > 0 and self.line(row).left:
                self.move_to(row)
        self.focus()


class FindingList(Lines):
    """The findings; hidden where there is no room for it, until it is asked for."""

    where: tuple[Where, ...] = ("findings", "list")
    keeps_cursor = False
    visited: int | None = None
    """The finding last gone to; None before the first."""

    def step(self, step: int) -> int:
        """The row of the finding `step` further on; the first one at first."""
        if self.visited is None:
            return 0 if step > 0 else -1
        return self.visited + step

    def open(self) -> None:
        """Show the list whatever the room."""
        self.add_class("-open")

    def close(self) -> None:
        """Hide it again where there is no room."""
        self.remove_class("-open")


class SearchLine(Entry):
    """The line at the foot of the tree in which a search is typed."""

    def __init__(self) -> None:
        super().__init__(placeholder="/", widget_id="search")

    def open(self) -> None:
        """Show the line and type in it."""
        self.add_class("-open")
        self.focus()

    def close(self, *, keep: bool) -> None:
        """Put the line away; with `keep` it goes on showing what was searched."""
        if not keep:
            with self.prevent(Entry.Changed):
                self.value = ""
            self.remove_class("-open")
