"""Panes of the main screen: enlarged, put away, made wider with keys and the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import Widget

from stdtree.store.preferences import prefer, preference
from stdtree.tui.present.sizes import Border, Sizes, sizes_from
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.panes import Details, FindingList

if TYPE_CHECKING:
    from textual import events

REMEMBERED = "panes"
STACKED = ("-narrow", "-tiny")
"""Where there is no room for details beside the tree."""
THREE_COLUMNS = "-huge"
"""Where the findings stand beside the details."""


class Sizing(KeyedScreen):
    """Shares out the room, as the user likes it; remembers that."""

    _sizes: Sizes | None = None
    _dragged: Border | None = None
    """The border that the mouse holds."""

    @property
    def sizes(self) -> Sizes:
        """What is chosen."""
        if self._sizes is None:
            self._sizes = sizes_from(preference(REMEMBERED))
        return self._sizes

    @property
    def _panes(self) -> tuple[Widget, Details, FindingList]:
        return self.query_one("#left"), self.query_one(Details), self.query_one(FindingList)

    @property
    def is_stacked(self) -> bool:
        """Whether the details stand below the tree."""
        return any(self.has_class(name) for name in STACKED)

    def resize(self, sizes: Sizes) -> None:
        """Show other sizes, and remember them."""
        self._sizes = sizes
        self.show_sizes()
        prefer(REMEMBERED, sizes.as_plain())

    def show_sizes(self) -> None:
        """Give every pane its room."""
        tree, details, findings = self._panes
        sizes, stacked = self.sizes, self.is_stacked
        share = sizes.below if stacked else sizes.beside
        for pane, part in ((tree, share), (details, 100 - share)):
            pane.styles.width = "100%" if stacked else f"{part}fr"
            pane.styles.height = f"{part}fr" if stacked else "100%"
        details.set_class(sizes.details_away, "-away")
        findings.set_class(sizes.findings_away, "-away")
        across = self.has_class(THREE_COLUMNS)
        rows = sizes.findings if findings.has_any else None
        findings.styles.height = "100%" if across else rows

    def move_border(self, border: Border, steps: int) -> None:
        """Move a border by some steps; the one between tree and details as they stand now."""
        if border == "beside" and self.is_stacked:
            border = "below"
        self.resize(self.sizes.moved(border, steps))

    def put_away(self) -> None:
        """Put the pane with the focus away, or show it again; from the tree, the details."""
        _, _, findings = self._panes
        if self.focused is findings:
            self.resize(replace(self.sizes, findings_away=not self.sizes.findings_away))
        else:
            self.resize(replace(self.sizes, details_away=not self.sizes.details_away))
        self.query_one("#tree").focus()

    def bring_back(self, pane: Widget) -> None:
        """Show a pane that was put away: somebody goes there."""
        _, details, findings = self._panes
        if pane is details and self.sizes.details_away:
            self.resize(replace(self.sizes, details_away=False))
        if pane is findings and self.sizes.findings_away:
            self.resize(replace(self.sizes, findings_away=False))

    @property
    def is_zoomed(self) -> bool:
        """Whether one pane has all the room."""
        return self.query_one("#body").has_class("-zoomed")

    def zoom(self) -> None:
        """Enlarge the pane with the focus, or restore all."""
        zoomed = not self.is_zoomed
        self.query_one("#body").set_class(zoomed, "-zoomed")
        for pane in self._panes:
            pane.set_class(zoomed and pane.has_focus_within, "-large")
        self.show_sizes()

    # mouse ----------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A border may be dragged from here."""
        self._dragged = self._border_at(event.screen_x, event.screen_y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The border follows the mouse."""
        if self._dragged is None or not event.button:
            return
        body = self.query_one("#panes").region
        bottom = self.query_one("#body").region.bottom
        if self._dragged == "beside":
            size = round(100 * (event.screen_x - body.x + 0.5) / max(body.width, 1))
        elif self._dragged == "below":
            size = round(100 * (event.screen_y - body.y + 0.5) / max(body.height, 1))
        else:
            size = bottom - event.screen_y
        self._sizes = self.sizes.with_(self._dragged, size)
        self.show_sizes()

    def on_mouse_up(self) -> None:
        """The border stays where it is, and that is remembered."""
        if self._dragged is not None:
            self._dragged = None
            self.resize(self.sizes)

    def _border_at(self, x: int, y: int) -> Border | None:
        tree, details, findings = (pane.region for pane in self._panes)
        if details.height and not self.is_stacked and x in {tree.right - 1, details.x}:
            return "beside" if tree.y <= y < tree.bottom else None
        if details.height and self.is_stacked and y in {tree.bottom - 1, details.y}:
            return "below"
        if findings.height and y == findings.y and not self.has_class(THREE_COLUMNS):
            return "findings"
        return None
