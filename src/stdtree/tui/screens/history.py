"""The history of a category or standard: commits at the left, where its fields come from beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.content import Content

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language, same
from stdtree.model import names
from stdtree.model.finding import Subject
from stdtree.tui.commands import commands_in
from stdtree.tui.present.history import Row, blame_lines, marked, rows, step_lines
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from stdtree.model.history import Blame, Commit, History
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.tui.command import Where
    from stdtree.workspace import Workspace

TITLE = Label("历史", "History")
ENTRIES = Label("提交", "Commits")
BESIDE = Label("所作变更与各字段的由来", "What it did, and where fields come from")
READING = Label("正在读取历史… {} 秒（Esc 返回）", "reading the history… {} s (Esc goes back)")
WITH_LINEAGE = Label(" · 连同前身和去向", " · with its lineage")
CHOSEN = Label("已选 {}/2 · v 再选一项即比较", "{}/2 chosen · v on another compares them")
TICK = 1.0
FOLLOWS = 0.07


class HistoryScreen(KeyedScreen):
    """Dismisses with the category or standard to go to in the tree, or None."""

    where: tuple[Where, ...] = ("history",)

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        subject: Subject,
        *,
        today: Callable[[], str],
    ) -> None:
        super().__init__(language)
        self.workspace, self.subject, self.today = workspace, subject, today
        self.past: list[Subject] = []
        """Whose history was shown before, the last one last."""
        self.with_lineage = False
        self.chosen: list[Row] = []
        """Entries that are to be compared."""
        self.message: Label = same("")
        self._rows: list[Row] = []
        self._histories: Sequence[History] = ()
        self._blame: Blame | None = None
        self._waited = 0
        self._is_reading = False
        self._follow: Any = None

    def compose(self) -> ComposeResult:
        """Header, commits, details, keys."""
        yield Bar(widget_id="header")
        with Horizontal(id="panes"):
            for name in ("entries", "origins"):
                pane = Lines(widget_id=name)
                pane.add_class("pane")
                yield pane
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Read at once, and say how long that takes."""
        self.entries.focus()
        self.set_interval(TICK, self._tick)
        self.load()

    @property
    def entries(self) -> Lines:
        """The list at the left."""
        return self.query_one("#entries", Lines)

    @property
    def row(self) -> Row | None:
        """What the cursor is on."""
        at = self.entries.cursor
        return self._rows[at] if at < len(self._rows) else None

    @property
    def all_rows(self) -> Sequence[Row]:
        """All rows, newest first."""
        return self._rows

    @property
    def taxonomy(self) -> Taxonomy:
        """The tree as it is now."""
        return self.workspace.taxonomy

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.call_after_refresh(self.show)

    # in a thread --------------------------------------------------------------------------------

    def load(self, subject: Subject | None = None) -> None:
        """Read the history, or that of something else."""
        self.subject = subject or self.subject
        self._histories, self._blame, self._rows, self.chosen = (), None, [], []
        self._waited, self._is_reading = 0, True
        self.show()
        about, lineage = self.subject, self.with_lineage
        self.run_worker(lambda: self._read(about, lineage), thread=True, exclusive=True)

    def _read(self, about: Subject, lineage: bool) -> None:  # noqa: FBT001 -- of the worker
        """What git remembers; the list is shown before the fields are looked up."""
        from stdtree.workspace.history import blame, log

        try:
            histories = log(self.workspace, about.id, with_lineage=lineage)
            self.app.call_from_thread(self._told, about, histories, None)
            found = blame(self.workspace, about.id)
            self.app.call_from_thread(self._told, about, histories, found)
        except StdtreeError as error:
            self.app.call_from_thread(self._failed, error)

    def _told(self, about: Subject, histories: Sequence[History], blame: Blame | None) -> None:
        if self.is_attached and about == self.subject:
            self._is_reading = False
            self._histories, self._blame = histories, blame
            self.show(cursor=None if self._rows else 1)

    def _failed(self, error: StdtreeError) -> None:
        if self.is_attached:
            self._is_reading = False
            self.show()
            self.tell(error)

    def _tick(self) -> None:
        if self._is_reading:
            self._waited += 1
            self.show()

    # showing ------------------------------------------------------------------------------------

    def show(self, *, cursor: int | None = None) -> None:
        """Draw everything in the language of the interface."""
        language = self.language
        self.entries.border_title = Content(ENTRIES.in_(language))
        self.query_one("#origins").border_title = Content(BESIDE.in_(language))
        if self._is_reading:
            waiting = READING.in_(language).format(self._waited)
            self.entries.show([line(Piece(waiting, "dim"))])
        else:
            self._rows = rows(self._histories, language)
            ids = {id(one.step) for one in self.chosen}
            lines = [marked(row, ids) for row in self._rows]
            self.entries.show(lines, cursor=self.entries.cursor if cursor is None else cursor)
        chosen = CHOSEN.in_(language).format(len(self.chosen)) if self.chosen else ""
        self.entries.border_subtitle = Content(chosen)
        self.query_one("#header", Bar).show(self._header())
        self._show_footer()
        self._show_origins()

    def _header(self) -> Line:
        called = names.named(self.taxonomy, self._entity, self.subject.id).in_(self.language)
        left = Piece(f" {TITLE.in_(self.language)}  {called}", "strong")
        count = sum(len(one.steps) for one in self._histories)
        told = Label(f"{count} 次变更", names.several(count, "change"))
        right = (told + WITH_LINEAGE if self.with_lineage else told).in_(self.language)
        return Line((left,), (Piece(f" {right} "),))

    @property
    def _entity(self) -> Any:
        return self.subject.entity

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

    def _show_origins(self) -> None:
        pane = self.query_one("#origins", Lines)
        width = max(pane.content_region.width - 1, 20)
        row = self.row
        told = step_lines(row, self.language, width) if row else []
        commit = self.commit
        origins: list[Line] = []
        if not self._is_reading:
            here = commit.id if commit else None
            origins = blame_lines(self._blame, self.language, width, here)
        pane.scroll_to(y=0, animate=False)
        pane.show([*told, *([Line()] if told else []), *origins])

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The details follow the cursor, when they can."""
        if event.lines is self.entries:
            if self._follow is not None:
                self._follow.stop()
            self._follow = self.set_timer(FOLLOWS, self._show_origins)

    @property
    def commit(self) -> Commit | None:
        """The commit under the cursor."""
        row = self.row
        return row.step.commit if row is not None and row.step is not None else None

    # what flows need ----------------------------------------------------------------------------

    def renew(self, at: str | None = None) -> None:
        """Something was edited: read again."""
        del at
        self.load()

    def go_to(self, subject: Subject) -> None:
        """Leave for the tree."""
        self.dismiss(subject)

    def leave(self) -> None:
        """Back to the tree."""
        self.dismiss(None)

    # commands -----------------------------------------------------------------------------------

    def do_next_pane(self) -> None:
        """The other pane."""
        self.focus_next()

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        self.show()

    def do_back(self) -> None:
        """Back to the history shown before, else to the tree."""
        if self.past:
            self.load(self.past.pop())
        else:
            self.dismiss(None)
