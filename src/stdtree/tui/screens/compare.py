"""Comparing two releases: what changed at the left, before and after at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.content import Content

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language
from stdtree.tui.commands import commands_in
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.help import Help
from stdtree.tui.picking import matches
from stdtree.tui.present.difference import Row, item_lines, rows
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.model.difference import Difference
    from stdtree.tui.commands import Where
    from stdtree.workspace import Workspace

BEFORE = Label("旧版本", "Older side")
AFTER = Label("新版本", "Newer side")
CHANGES = Label("变更", "Changes")
DETAILS = Label("变更前后", "Before and after")
WORKING = Label("正在比较…", "comparing…")
SAME = Label("没有差异", "no differences")
TITLE = Label("版本比较", "Compare")
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
        self._rows: list[Row] = []
        self._follow: Any = None

    def compose(self) -> ComposeResult:
        """Header, changes, details, keys."""
        yield Bar(widget_id="header")
        with Horizontal(id="panes"):
            yield Lines(widget_id="changes")
            yield Lines(widget_id="sides")
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Compare at once."""
        self.query_one("#changes").focus()
        self._compare()

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.call_after_refresh(self._show)

    def _compare(self) -> None:
        self.difference = None
        self._rows = [Row(line(Piece(WORKING.in_(self.language), "dim")))]
        self._show()
        before, after = self.before, self.after
        self.run_worker(lambda: self._work(before, after), thread=True, exclusive=True)

    def _work(self, before: str, after: str) -> None:
        """In a thread: read both sides and compare them."""
        try:
            difference = self.workspace.compare(before, after)
        except StdtreeError as error:
            self.app.call_from_thread(self._failed, error)
            return
        if (before, after) == (self.before, self.after):
            self.app.call_from_thread(self._compared, difference)

    def _failed(self, error: StdtreeError) -> None:
        self._rows = [Row(line(Piece(error.message.in_(self.language), "bad")))]
        self._show()
        self.tell(error)

    def _compared(self, difference: Difference) -> None:
        if not self.is_attached:
            return
        self.difference = difference
        self._rows = rows(difference, self.language) or [
            Row(line(Piece(SAME.in_(self.language), "dim")))
        ]
        self._show()

    def _show(self) -> None:
        changes, sides = self.query_one("#changes", Lines), self.query_one("#sides", Lines)
        changes.border_title = Content(CHANGES.in_(self.language))
        sides.border_title = Content(DETAILS.in_(self.language))
        changes.show([row.line for row in self._rows], cursor=changes.cursor)
        left = f" {TITLE.in_(self.language)}  {self.before} → {self.after}"
        count = len(self.difference.changes) if self.difference else 0
        total = Label(f"{count} 处变更 ", f"{count} changes ").in_(self.language) if count else ""
        self.query_one("#header", Bar).show(Line((Piece(left, "strong"),), (Piece(total),)))
        footer = keys_line(commands_in(self.wheres), self.language, width=self.size.width)
        self.query_one("#footer", Bar).show(footer)
        self._show_sides()

    def _show_sides(self) -> None:
        changes, sides = self.query_one("#changes", Lines), self.query_one("#sides", Lines)
        row = self._rows[changes.cursor] if changes.cursor < len(self._rows) else None
        width = max(sides.scrollable_content_region.width, 20)
        sides.scroll_to(y=0, animate=False)
        sides.show(item_lines(row.items, self.language, width) if row else ())

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The details follow the cursor, when they can."""
        if event.lines.id == "changes":
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
        names = self.workspace.names()

        def options(typed: str) -> list[Option[str]]:
            found = [Option(line(name), name) for name in names if matches(typed, (name,))]
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
        current = self.query_one("#changes", Lines).current
        if current and current.target and current.target.entity in {"category", "standard"}:
            self.dismiss(current.target)

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        if self.difference is not None:
            self._compared(self.difference)

    def do_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(Help(self.wheres, self.language))

    def do_back(self) -> None:
        """Back to the tree."""
        self.dismiss(None)
