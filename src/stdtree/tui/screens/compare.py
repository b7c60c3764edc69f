"""Comparing two releases: what changed at the left, before and after at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.content import Content

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language, same
from stdtree.tui.commands import commands_in
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.picking import matches
from stdtree.tui.present.difference import Group, Row, grouped
from stdtree.tui.present.items import item_lines
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.changes import Changes
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.model.difference import Difference
    from stdtree.tui.command import Where
    from stdtree.workspace import Workspace

BEFORE = Label("旧版本", "Older side")
AFTER = Label("新版本", "Newer side")
CHANGES = Label("变更", "Changes")
DETAILS = Label("变更前后", "Before and after")
WORKING = Label("正在比较…", "comparing…")
SAME = Label("没有差异", "no differences")
TITLE = Label("版本比较", "Compare")
NAMED = {
    "WORK": Label("当前内容", "now"),
    "HEAD": Label("上次提交", "last commit"),
}
"""Sides that are no release, in words; what is typed for them stands beside."""
FOLLOWS = 0.07


class CompareScreen(KeyedScreen):
    """Dismisses with the category to go to, or None."""

    where: tuple[Where, ...] = ("compare",)

    def __init__(self, workspace: Workspace, language: Language) -> None:
        super().__init__(language)
        self.workspace = workspace
        names = workspace.names()
        self.before = names[-2] if len(names) > 1 else "HEAD"
        self.after = names[-1]
        self.difference: Difference | None = None
        self._follow: Any = None

    def compose(self) -> ComposeResult:
        """Header, changes, details, keys."""
        yield Bar(widget_id="header")
        with Horizontal(id="panes"):
            yield Changes()
            yield Lines(widget_id="sides")
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Compare at once."""
        self.changes.focus()
        self._compare()

    @property
    def changes(self) -> Changes:
        """The list at the left."""
        return self.query_one(Changes)

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.call_after_refresh(self._show)

    def _compare(self) -> None:
        self.difference = None
        self._say(Piece(WORKING.in_(self.language), "dim"))
        before, after = self.before, self.after
        self.run_worker(lambda: self._work(before, after), thread=True, exclusive=True)

    def _work(self, before: str, after: str) -> None:
        """In a thread: read both sides, compare them, and put the changes in words."""
        try:
            difference = self.workspace.compare(before, after)
        except StdtreeError as error:
            self.app.call_from_thread(self._failed, error)
            return
        if (before, after) == (self.before, self.after):
            self._tell_changes(difference)

    def _tell_changes(self, difference: Difference) -> None:
        """In a thread: many changes take a while to put in words."""
        groups = grouped(difference, self.language)
        self.app.call_from_thread(self._compared, difference, groups)

    def _failed(self, error: StdtreeError) -> None:
        self._say(Piece(error.message.in_(self.language), "bad"))
        self.tell(error)

    def _say(self, piece: Piece) -> None:
        self.changes.show_groups([Group(Row(line(piece)))])
        self._show()

    def _compared(self, difference: Difference, groups: list[Group]) -> None:
        if not self.is_attached:
            return
        self.difference = difference
        if difference:
            self.changes.show_groups(groups)
            self._show()
        else:
            self._say(Piece(SAME.in_(self.language), "dim"))

    def _show(self) -> None:
        self.changes.border_title = Content(CHANGES.in_(self.language))
        self.query_one("#sides").border_title = Content(DETAILS.in_(self.language))
        sides = f"{self._called(self.before)} → {self._called(self.after)}"
        left = f" {TITLE.in_(self.language)}  {sides}"
        total = _total(self.difference).in_(self.language)
        self.query_one("#header", Bar).show(Line((Piece(left, "strong"),), (Piece(total),)))
        footer = keys_line(commands_in(self.wheres), self.language, width=self.size.width)
        self.query_one("#footer", Bar).show(footer)
        self._show_sides()

    def _called(self, side: str) -> str:
        """A side in words."""
        return f"{NAMED[side].in_(self.language)} ({side})" if side in NAMED else side

    def _show_sides(self) -> None:
        sides = self.query_one("#sides", Lines)
        width = max(sides.scrollable_content_region.width, 20)
        sides.scroll_to(y=0, animate=False)
        sides.show(item_lines(self.changes.row.items, self.language, width))

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The details follow the cursor, when they can."""
        if event.lines is self.changes:
            if self._follow is not None:
                self._follow.stop()
            self._follow = self.set_timer(FOLLOWS, self._show_sides)

    # commands -------------------------------------------------------------------------------------

    def do_choose_before(self) -> None:
        """Choose the older side."""
        self.flow(self._choose(BEFORE))

    def do_choose_after(self) -> None:
        """Choose the newer side."""
        self.flow(self._choose(AFTER))

    async def _choose(self, side: Label) -> None:
        names = (*self.workspace.names(), *(["HEAD"] if self.workspace.repository else []))

        def options(typed: str) -> list[Option[str]]:
            known = ((name, self._called(name)) for name in names)
            found = [Option(line(told), name) for name, told in known if matches(typed, (told,))]
            if typed.strip() and typed.strip() not in names:
                revision = Label("git 修订 ", "git revision ").in_(self.language)
                found.append(Option(line(Piece(revision, "dim"), typed.strip()), typed.strip()))
            return found

        chosen = await self.app.push_screen_wait(Choose(side, options, language=self.language))
        if chosen is None:
            return
        if side is BEFORE:
            self.before = chosen
        else:
            self.after = chosen
        self._compare()

    def do_swap(self) -> None:
        """Swap the sides."""
        self.before, self.after = self.after, self.before
        self._compare()

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

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        difference = self.difference
        if difference is not None:
            self.run_worker(lambda: self._tell_changes(difference), thread=True, exclusive=True)

    def do_back(self) -> None:
        """Back to the tree."""
        self.dismiss(None)


def _total(difference: Difference | None) -> Label:
    """How much there is, for the first line."""
    if not difference:
        return same("")
    events, changes = len(difference.events), len(difference.changes)
    return Label(f"{events} 个事件 · {changes} 处变更 ", f"{events} events · {changes} changes ")
