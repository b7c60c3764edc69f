"""The list of changes: groups that open and close, changes one after the other, what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.tui.present.change_rows import MARGIN, Group, Row, Thing
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from stdtree.tui.command import Where

AT_A_GLANCE = 24
"""Up to so many rows are shown open at first; more are overseen better by their headings."""
READ = Piece("✓ ", "good")


class Changes(Lines):
    """Headings and, of the groups that are open, their rows."""

    where: tuple[Where, ...] = ("changes", "list")

    def __init__(self) -> None:
        super().__init__(widget_id="changes")
        self.add_class("pane")
        self._groups: Sequence[Group] = ()
        self._open: list[bool] = []
        self._rows: list[tuple[int, Row]] = []
        self.read: frozenset[Thing] = frozenset()
        """What was read already."""

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups; the same ones in another language keep what is open."""
        if len(groups) != len(self._groups):
            few = sum(1 + len(group.rows) for group in groups) <= AT_A_GLANCE
            self._open = [few] * len(groups)
        self._groups = groups
        self._renew(self.cursor)

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self._rows[self.cursor][1] if self._rows else Row(Line())

    def count(self) -> int:
        """How many rows are on view."""
        return len(self._rows)

    def line(self, row: int) -> Line:
        """The row; a heading with a mark that tells whether it is open."""
        at, shown = self._rows[row]
        group = self._groups[at]
        if shown is group.head:
            mark = "  " if not group.rows else "▾ " if self._open[at] else "▸ "
            return line(Piece(mark), *shown.line.left, target=shown.line.target)
        if shown.thing in self.read and shown.line.left[:1] == (MARGIN,):
            return shown.line._replace(left=(READ, *shown.line.left[1:]))
        return shown.line

    def step(self, by: int) -> bool:
        """Go to the change `by` further on, into closed groups too; False at the end."""
        every = [
            (at, row) for at, group in enumerate(self._groups) for row in (group.head, *group.rows)
        ]
        here = self.row
        start = next((place for place, (_, row) in enumerate(every) if row is here), 0)
        ways = range(start + 1, len(every)) if by > 0 else range(start - 1, -1, -1)
        for place in ways:
            at, row = every[place]
            if row.thing is not None:
                if not self._open[at]:
                    self._open[at] = True
                    self._renew(self.cursor)
                self.move_to(next(r for r, (_, one) in enumerate(self._rows) if one is row))
                return True
        return False

    def _renew(self, cursor: int) -> None:
        self._rows = [
            (at, row)
            for at, (group, is_open) in enumerate(zip(self._groups, self._open, strict=True))
            for row in (group.head, *(group.rows if is_open else ()))
        ]
        self.renew(cursor)
        self.post_message(self.Moved(self, self.cursor))

    def _head(self) -> int:
        """The row of the heading above the cursor."""
        at = self._rows[self.cursor][0]
        return next(row for row, (group, _) in enumerate(self._rows) if group == at)

    # commands ------------------------------------------------------------------------------------

    def do_toggle(self) -> None:
        """Open or close the group under the cursor."""
        head, at = self._head(), self._rows[self.cursor][0]
        self._open[at] = not self._open[at]
        self._renew(head)

    def do_unfold(self) -> None:
        """Open the group, or go into it."""
        at = self._rows[self.cursor][0]
        if not self._open[at]:
            self.do_toggle()
        elif self.cursor == self._head():
            self.move_to(self.cursor + 1)

    def do_fold(self) -> None:
        """Close the group, or go to its heading."""
        if self.cursor != self._head():
            self.move_to(self._head())
        elif self._open[self._rows[self.cursor][0]]:
            self.do_toggle()

    def do_open_all(self) -> None:
        """Open every group."""
        self._all(opened=True)

    def do_close_all(self) -> None:
        """Close every group."""
        self._all(opened=False)

    def _all(self, *, opened: bool) -> None:
        at, shown = self._rows[self.cursor]
        self._open = [opened] * len(self._groups)
        wanted = shown if opened else self._groups[at].head
        self._renew(0)
        self.move_to(next(r for r, (_, row) in enumerate(self._rows) if row is wanted))
