"""The panes beside the tree: details, findings, the line to search in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from stdtree.model.finding import Finding
from stdtree.tui.present.finding_list import Filter, Row, by_rule, chosen, counted, row_line
from stdtree.tui.present.findings import NOTHING, shortened
from stdtree.tui.present.line import Piece, line
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from stdtree.label import Label, Language
    from stdtree.model.finding import FieldPath, Subject
    from stdtree.model.ids import CategoryId
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.tui.command import Where
    from stdtree.tui.present.line import Line

NARROW = 70
"""Cells below which the list of findings says what is wrong, and nothing twice."""


class Details(Lines):
    """Details of a category; keeps its place while the same category is shown again."""

    where: tuple[Where, ...] = ("details", "list")
    keeps_cursor = False
    _shown: str | None = None
    _room = 0
    """For how many cells the lines were made."""

    class Widened(Message):
        """Its lines wrap anew: it has more room or less, also because of its scroll bar."""

    def on_resize(self) -> None:
        """Another window, or other panes."""
        self._look_at_room()

    def _look_at_room(self) -> None:
        if self._shown is not None and self.room != self._room:
            self.post_message(self.Widened())

    @property
    def room(self) -> int:
        """Cells for text."""
        return max(self.scrollable_content_region.width, 20)

    def show_for(self, category_id: str, lines: Sequence[Line]) -> None:
        """Show the details of a category; of another one, from the top."""
        stays = category_id == self._shown
        self._shown, self._room = category_id, self.room
        if not stays:
            self.scroll_to(y=0, animate=False)
        self.show(lines, cursor=self.cursor if stays else 0)
        self.call_after_refresh(self._look_at_room)  # they may need a scroll bar, or no longer

    def find(self, subject: Subject) -> None:
        """Put the cursor on the line that stands for `subject`: its row, not what is said of it."""
        named = [row for row in range(1, self.count()) if self.line(row).target == subject]
        rows = [row for row in named if self.line(row).about == ("standards",)]
        for row in (*rows, *named)[:1]:
            self.move_to(row)
        self.focus()

    def point(self, field: FieldPath) -> bool:
        """Put the cursor on the line that shows a field, or the nearest part of it there is."""
        for length in range(len(field), 0, -1):
            for row in range(self.count()):
                if self.line(row).about[:length] == field[:length]:
                    self.move_to(row)
                    return True
        return False


class FindingList(Lines):
    """The findings; hidden where there is no room for it, until it is asked for."""

    where: tuple[Where, ...] = ("findings", "list")
    keeps_cursor = False
    visited: int | None = None
    """The row of the finding last gone to; None before the first."""

    def __init__(self, *, widget_id: str) -> None:
        super().__init__(widget_id=widget_id)
        self._findings: tuple[Finding, ...] | None = None
        self._chosen: tuple[Finding, ...] = ()
        self._rows: list[Row] = []
        self._shut: set[str] = set()
        self._taxonomy: Taxonomy | None = None
        self._language: Language = "zh"
        self._titles: dict[str, Label] = {}
        self.filter = Filter()
        """Which findings are shown."""
        self.is_grouped = False
        """Whether they stand under headings, by rule."""
        self.with_accepted = False
        """Whether accepted ones are listed after the others."""

    def show_findings(
        self, findings: tuple[Finding, ...] | None, taxonomy: Taxonomy, language: Language
    ) -> None:
        """Show the findings of a check of `taxonomy`; None before the first."""
        self._findings, self._taxonomy, self._language = findings, taxonomy, language
        self.rearrange()

    def rearrange(self, *, cursor: int | None = None) -> None:
        """Show what is chosen, in the order that is chosen."""
        findings, taxonomy = self._findings or (), self._taxonomy
        if taxonomy is None:
            return
        if self.filter.under is not None and self.filter.under not in taxonomy.categories:
            self.filter = self.filter._replace(under=None)
        self._chosen = chosen(findings, taxonomy, self.filter)
        self._rows = [*(by_rule(self._chosen, self._shut) if self.is_grouped else self._chosen)]
        if self.with_accepted:
            self._rows += taxonomy.system.accepted
        self.set_class(not self._rows, "-nothing")
        self.renew(self.cursor if cursor is None else cursor)

    def call_rules(self, titles: dict[str, Label]) -> None:
        """What the rules are called, for headings."""
        self._titles = titles

    @property
    def has_any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._rows)

    @property
    def row(self) -> Row | None:
        """What the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) and self._rows else None

    @property
    def told(self) -> str:
        """How many are shown, and of which sort."""
        if self._findings is None or self._taxonomy is None:
            return " …"
        wanted = self.filter.told(self._taxonomy)
        return counted(self._findings, self._chosen, wanted, self._language)

    def toggle(self, rule: str) -> None:
        """Open or close the findings of a rule."""
        self._shut ^= {rule}
        self.rearrange()

    def count(self) -> int:
        """One row for each finding, or one that says that there is none."""
        return max(len(self._rows), 1) if self._findings is not None else 0

    def line(self, row: int) -> Line:
        """What was found; shorter where there is little room."""
        if not self._rows or self._taxonomy is None:
            return line(Piece(NOTHING.in_(self._language), "dim"))
        shown = row_line(self._rows[row], self._taxonomy, self._titles, self._language)
        is_narrow = self.size.width < NARROW and isinstance(self._rows[row], Finding)
        return shortened(shown) if is_narrow else shown

    def step(self, step: int) -> int | None:
        """The row of the finding `step` further on, round and round; the first one at first."""
        rows = [at for at, row in enumerate(self._rows) if isinstance(row, Finding)]
        if not rows:
            return None
        if self.visited is None:
            return rows[0 if step > 0 else -1]
        if step > 0:
            return next((at for at in rows if at > self.visited), rows[0])
        return next((at for at in reversed(rows) if at < self.visited), rows[-1])

    def open(self) -> None:
        """Show the list whatever the room."""
        self.add_class("-open")

    def close(self) -> None:
        """Hide it again where there is no room."""
        self.remove_class("-open")


class SearchLine(Entry):
    """The line at the foot of the tree in which a search is typed; remembers the last ones."""

    def __init__(self) -> None:
        super().__init__(placeholder="/", widget_id="search")
        self.came_from: CategoryId | None = None
        """Where the cursor was before the search."""
        self._past: list[str] = []
        """Earlier searches, the newest last."""
        self._recalled = 0
        """How many searches ago what is shown was typed; 0 = it is new."""

    def open(self, typed: str | None = None) -> None:
        """Show the line and type in it; `typed` was typed already."""
        self.add_class("-open")
        self._recalled = 0
        if typed is not None:
            self.put(typed)
        self.focus()

    def close(self, *, keep: bool) -> None:
        """Put the line away; with `keep` it goes on showing what was searched."""
        if self.value.strip():
            self._past = [*(one for one in self._past if one != self.value), self.value]
        if not keep:
            with self.prevent(Entry.Changed):
                self.value = ""
            self.remove_class("-open")

    def put(self, typed: str) -> None:
        """Have `typed` stand there, to be typed on."""
        self.value = typed
        self.cursor_position = len(typed)

    def recall(self, step: int) -> bool:
        """Put an earlier search (1) or a later one (-1); False if there is none."""
        wanted = self._recalled + step
        if not 0 <= wanted <= len(self._past):
            return False
        self._recalled = wanted
        self.put(self._past[-wanted] if wanted else "")
        return True
