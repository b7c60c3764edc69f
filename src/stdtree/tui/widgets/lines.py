"""A list of lines with a cursor, of which only those on the screen are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self, get_args

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from stdtree.tui.present.line import Line, Style, fit

if TYPE_CHECKING:
    from rich.style import Style as RichStyle
    from textual import events
    from textual.geometry import Region

    from stdtree.tui.command import Where

_STYLES = get_args(Style)
KEPT = 500
"""How many drawn rows are kept: enough for scrolling back and forth."""


class Lines(ScrollView, can_focus=True):
    """Draws line by line; a cursor move redraws two lines and lays nothing out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{name}" for name in (*_STYLES, "cursor")}
    where: tuple[Where, ...] = ("list",)

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        lines: Lines
        row: int

        @property
        def control(self) -> Lines:
            """The list it happened in."""
            return self.lines

    @dataclass
    class Chosen(Message):
        """A row was clicked twice, or its list has no other use for Enter."""

        lines: Lines
        row: int

        @property
        def control(self) -> Lines:
            """The list it happened in."""
            return self.lines

    def __init__(self, lines: Sequence[Line] = (), *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._lines = lines
        self._cursor = 0
        self._looks: dict[str, RichStyle] = {}
        self._drawn: dict[tuple[int, bool], Strip] = {}
        """Rows as they were drawn last, with and without the cursor."""

    # what a subclass may provide instead of a sequence ----------------------------------------

    def count(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def line(self, row: int) -> Line:
        """The line in a row."""
        return self._lines[row]

    # showing -----------------------------------------------------------------------------------

    def show(self, lines: Sequence[Line], *, cursor: int = 0) -> None:
        """Show other lines."""
        self._lines = lines
        self.renew(cursor)

    def renew(self, cursor: int) -> None:
        """The rows changed: draw them again, with the cursor on `cursor`."""
        self.virtual_size = Size(self.size.width, self.count())
        self._cursor = max(0, min(cursor, self.count() - 1))
        self._scroll_into_view()
        self.refresh()

    @property
    def cursor(self) -> int:
        """The row the cursor is on."""
        return self._cursor

    @property
    def current(self) -> Line | None:
        """The line under the cursor."""
        return self.line(self._cursor) if self.count() else None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen: an input method opens its window there."""
        x, y, _width, _height = self.content_region
        return Offset(x, y + self._cursor - self.scroll_offset.y)

    def move_to(self, row: int) -> None:
        """Put the cursor on a row, as near as there is one."""
        row = max(0, min(row, self.count() - 1))
        if row == self._cursor:
            return
        self.refresh_line(self._cursor)
        self._cursor = row
        self.refresh_line(row)
        self._scroll_into_view()
        self.post_message(self.Moved(self, row))

    def _scroll_into_view(self) -> None:
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if height <= 0:
            return
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if row >= self.count():
            return Strip.blank(width, self._look("plain"))
        key = row, row == self._cursor and (self.has_focus or self.keeps_cursor)
        strip = self._drawn.get(key)
        if strip is None or strip.cell_length != width:
            strip = self._drawn[key] = self._draw(row, width, cursor=key[1])
            if len(self._drawn) > KEPT:
                del self._drawn[next(iter(self._drawn))]
        return strip

    def _draw(self, row: int, width: int, *, cursor: bool) -> Strip:
        segments = [Segment(text, self._look(style)) for text, style in fit(self.line(row), width)]
        strip = Strip(segments, width).simplify()
        if not cursor:
            return strip
        base, over = self._look("plain"), self._look("cursor")
        return Strip([Segment(s.text, (s.style or base) + over) for s in strip], width)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again: regions as they were drawn last (scrolling asks so), or all anew."""
        if not regions:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def redraw(self, rows: Iterable[int]) -> None:
        """Draw some rows anew."""
        for row in rows:
            self._drawn.pop((row, False), None)
            self._drawn.pop((row, True), None)
            self.refresh_line(row)

    keeps_cursor: ClassVar[bool] = True
    """Whether the cursor stays visible while another widget has the focus."""

    def _look(self, name: str) -> RichStyle:
        if name not in self._looks:
            # blended with the background, but for the cursor, which is laid over other styles
            partial = name == "cursor"
            look = self.get_component_rich_style(f"lines--{name}", partial=partial)
            self._looks[name] = look
        return self._looks[name]

    def notify_style_update(self) -> None:
        """Colours changed: forget the ones looked up."""
        self._looks = {}
        super().notify_style_update()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self._looks = {}
        self.refresh()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self._looks = {}
        self.refresh()

    def on_resize(self) -> None:
        """Width and visible rows changed."""
        self.renew(self._cursor)

    # moving ------------------------------------------------------------------------------------

    def do_up(self) -> None:
        """One row up."""
        self.move_to(self._cursor - 1)

    def do_down(self) -> None:
        """One row down."""
        self.move_to(self._cursor + 1)

    def do_half_up(self) -> None:
        """Half a page up."""
        self.move_to(self._cursor - max(self._page // 2, 1))

    def do_half_down(self) -> None:
        """Half a page down."""
        self.move_to(self._cursor + max(self._page // 2, 1))

    def do_page_up(self) -> None:
        """A page up."""
        self.move_to(self._cursor - self._page)

    def do_page_down(self) -> None:
        """A page down."""
        self.move_to(self._cursor + self._page)

    def do_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def do_last(self) -> None:
        """To the last row."""
        self.move_to(self.count() - 1)

    @property
    def _page(self) -> int:
        return max(self.scrollable_content_region.height - 1, 1)

    def on_click(self, event: events.Click) -> None:
        """The mouse puts the cursor on a row; twice chooses it."""
        row = self.row_at(event)
        if row is None:
            return
        self.move_to(row)
        if event.chain > 1:
            self.post_message(self.Chosen(self, row))

    def row_at(self, event: events.MouseEvent) -> int | None:
        """The row under the mouse, if there is one."""
        y = event.y - self.gutter.top
        row = y + self.scroll_offset.y
        return row if 0 <= y < self.size.height and row < self.count() else None
