"""Comparing two sides: what changed at the left, before and after at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.content import Content

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language, same
from stdtree.model.bump_told import bump_summary, bump_told
from stdtree.tui.commands import commands_in
from stdtree.tui.present.change_filter import KINDS, REAL, Wanted, filter_line
from stdtree.tui.present.change_rows import Group, Row, Thing
from stdtree.tui.present.correspondence import correspondence
from stdtree.tui.present.difference import NOTHING, Told
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.reading_marks import ReadMarks
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.changes import Changes
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.model.difference import Difference
    from stdtree.model.ids import CategoryId
    from stdtree.tui.command import Where
    from stdtree.workspace import Workspace

CHANGES = Label("变更", "Changes")
TABLE = Label("对照表", "Correspondence")
DETAILS = Label("变更前后", "Before and after")
WORKING = Label("正在比较…（Esc 返回）", "comparing… (Esc goes back)")
SAME = Label("没有差异", "no differences")
TITLE = Label("版本比较", "Compare")
LAST_CHANGE = Label("已是最后一处", "that was the last one")
FIRST_CHANGE = Label("已是第一处", "that was the first one")
NAMED = {
    "WORK": Label("当前内容", "now"),
    "HEAD": Label("上次提交", "last commit"),
}
"""Sides that are no release, in words; what is typed for them stands beside."""
FOLLOWS = 0.07
WIDE = 100
"""From so many columns on, before and after stand side by side."""


class CompareScreen(KeyedScreen):
    """Dismisses with the category to go to, or None."""

    where: tuple[Where, ...] = ("compare",)

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        *,
        sides: tuple[str, str] | None = None,
        under: CategoryId | None = None,
    ) -> None:
        super().__init__(language)
        self.workspace = workspace
        names = workspace.names()
        usual = names[-2] if len(names) > 1 else "HEAD", names[-1]
        self.before, self.after = sides or usual
        self.wanted = Wanted(under=under)
        self.difference: Difference | None = None
        self.marks: ReadMarks | None = None
        self.as_table = False
        """Whether the correspondence is shown instead of the changes."""
        self.message: Label = same("")
        self._told: Told | None = None
        self._things: frozenset[Thing] = frozenset()
        """What can be marked as read, of what is shown."""
        self._follow: Any = None

    def compose(self) -> ComposeResult:
        """Header, what is shown, changes, details, keys."""
        yield Bar(widget_id="header")
        yield Bar(widget_id="filters")
        with Horizontal(id="panes"):
            yield Changes()
            sides = Lines(widget_id="sides")
            sides.add_class("pane")
            yield sides
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Compare at once."""
        self.changes.focus()
        self.compare()

    @property
    def changes(self) -> Changes:
        """The list at the left."""
        return self.query_one(Changes)

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.call_after_refresh(self.show)

    # in a thread --------------------------------------------------------------------------------

    def compare(self, before: str | None = None, after: str | None = None) -> None:
        """Compare the sides, or other ones."""
        self.before, self.after = before or self.before, after or self.after
        self.difference = None
        self._show_only(Piece(WORKING.in_(self.language), "dim"))
        sides = self.before, self.after
        self.run_worker(lambda: self._compare(sides), thread=True, exclusive=True)

    def _compare(self, sides: tuple[str, str]) -> None:
        """Read both sides, compare them, and put the changes in words."""
        try:
            difference = self.workspace.compare(*sides)
        except StdtreeError as error:
            self.app.call_from_thread(self._failed, error)
            return
        if sides == (self.before, self.after):
            marks = ReadMarks(self.workspace.private, difference)
            self._arrange(difference, self.wanted, marks)

    def rearrange(self, wanted: Wanted | None = None) -> None:
        """Show other changes of the same difference, or the same ones in another way."""
        self.wanted = wanted or self.wanted
        difference, marks, chosen = self.difference, self.marks, self.wanted
        if difference is not None and marks is not None:
            self.run_worker(
                lambda: self._arrange(difference, chosen, marks), thread=True, exclusive=True
            )

    def _arrange(self, difference: Difference, wanted: Wanted, marks: ReadMarks) -> None:
        """Many changes take a while to put in words."""
        told = Told(difference, self.language, wanted.only(difference))
        table = self.as_table
        groups = correspondence(difference, self.language) if table else told.groups()
        if not table:
            rows = (row for group in groups for row in group.rows)
            self._things = frozenset(row.thing for row in rows if row.thing)
        self.app.call_from_thread(self._arranged, told, groups, marks)

    def _failed(self, error: StdtreeError) -> None:
        if self.is_attached:
            self._show_only(Piece(error.message.in_(self.language), "bad"))
            self.tell(error)

    def _arranged(self, told: Told, groups: Sequence[Group], marks: ReadMarks) -> None:
        if not self.is_attached:
            return
        self._told, self.difference, self.marks = told, told.difference, marks
        self.changes.read = marks.read
        if not told.difference:
            self._show_only(Piece(SAME.in_(self.language), "dim"))
        elif not told.changes and not self.as_table:
            self._show_only(Piece(NOTHING.in_(self.language), "dim"))
        else:
            self.changes.show_groups(groups)
            self.show()

    # showing ------------------------------------------------------------------------------------

    def _show_only(self, piece: Piece) -> None:
        self.changes.show_groups([Group(Row(line(piece)))])
        self.show()

    def show(self) -> None:
        """Draw everything in the language of the interface."""
        title = TABLE if self.as_table else CHANGES
        self.changes.border_title = Content(title.in_(self.language))
        self.query_one("#sides").border_title = Content(DETAILS.in_(self.language))
        sides = f"{self.called(self.before)} → {self.called(self.after)}"
        left = [Piece(f" {TITLE.in_(self.language)}  {sides}", "strong")]
        right, filters = [], Line()
        if self.difference:
            bump = bump_told(bump_summary(self.difference))
            left.append(Piece(f"   {bump.in_(self.language)}", "dim"))
            right.append(Piece(f" {self._total(self.difference).in_(self.language)} "))
            filters = filter_line(self.wanted, self.difference, self.language)
        self.query_one("#header", Bar).show(Line(tuple(left), tuple(right)))
        self.query_one("#filters", Bar).show(filters)
        self._show_footer()
        self._show_sides()

    def say(self, label: Label) -> None:
        """Say in the bottom line what happened; the next key clears it."""
        self.message = label
        self._show_footer()

    def before_key(self) -> None:
        """Any key clears the message."""
        if self.message.zh:
            self.say(same(""))

    def _show_footer(self) -> None:
        message, width = self.message.in_(self.language), self.size.width
        commands = commands_in(self.wheres)
        footer = keys_line(commands, self.language, width=width, message=message)
        self.query_one("#footer", Bar).show(footer)

    def _total(self, difference: Difference) -> Label:
        """How much there is, and how much of it was read."""
        shown = len(self._told.changes) if self._told else 0
        total = len(difference.changes)
        count = f"{shown}/{total}" if shown != total else f"{total}"
        read, things = len(self._things & self.changes.read), len(self._things)
        return Label(
            f"{count} 处变更 · 已看 {read}/{things}", f"{count} changes · {read}/{things} read"
        )

    def called(self, side: str) -> str:
        """A side in words."""
        return f"{NAMED[side].in_(self.language)} ({side})" if side in NAMED else side

    def _show_sides(self) -> None:
        pane = self.query_one("#sides", Lines)
        width = max(pane.content_region.width - 1, 20)
        pane.scroll_to(y=0, animate=False)
        row, told = self.changes.row, self._told
        is_wide = self.size.width >= WIDE
        pane.show(told.lines(row, width, wide=is_wide) if told and self.difference else ())

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The details follow the cursor, when they can."""
        if event.lines is self.changes:
            if self._follow is not None:
                self._follow.stop()
            self._follow = self.set_timer(FOLLOWS, self._show_sides)

    # commands -----------------------------------------------------------------------------------

    def do_swap(self) -> None:
        """Swap the sides."""
        self.compare(self.after, self.before)

    def do_next_pane(self) -> None:
        """The other pane."""
        self.focus_next()

    def do_show(self) -> None:
        """Go to the category of the change in the tree."""
        target = self.changes.row.line.target
        if target is None:
            self.changes.do_toggle()
        elif target.entity in {"category", "standard"}:
            self.dismiss(target)

    def step(self, by: int) -> None:
        """Go to the next change, or to the one before."""
        if not self.changes.step(by):
            self.say(LAST_CHANGE if by > 0 else FIRST_CHANGE)

    def switch_kind(self, digit: int) -> None:
        """Show changes of a kind, or no longer."""
        self.rearrange(replace(self.wanted, without=self.wanted.without ^ {KINDS[digit - 1]}))

    def switch_real(self) -> None:
        """All, only real ones, only virtual ones."""
        order = list(REAL)
        now = order.index(self.wanted.real)
        self.rearrange(replace(self.wanted, real=order[(now + 1) % len(order)]))

    def switch_under(self) -> None:
        """Only what is below the category under the cursor, or everything again."""
        target = self.changes.row.line.target
        here = target.id if target and target.entity == "category" else None
        self.rearrange(replace(self.wanted, under=None if self.wanted.under else here))

    def switch_table(self) -> None:
        """The correspondence instead of the changes, or the changes again."""
        self.as_table = not self.as_table
        self.rearrange()

    def mark(self) -> None:
        """The change is read, or no longer; on to the next one. From a heading, to its first."""
        thing: Thing | None = self.changes.row.thing
        if thing is None:
            self.step(1)
        elif self.marks is not None:
            self.marks.switch(thing)
            self.changes.read = self.marks.read
            self.changes.refresh()
            self.show()
            self.changes.step(1)

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        self.rearrange()

    def do_back(self) -> None:
        """Back to where we came from."""
        self.dismiss(None)
