"""What the main screen shows: tree, details, findings; and what flows ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from stdtree import rules
from stdtree.errors import StdtreeError
from stdtree.label import Label, Language, same
from stdtree.model.finding import Finding, Subject
from stdtree.search.pinyin import initials
from stdtree.store.layout import TAXONOMY
from stdtree.tui.commands import commands_in
from stdtree.tui.flows import keep
from stdtree.tui.present.details import details
from stdtree.tui.present.findings import NOTHING, finding_lines, home_of, worst_first
from stdtree.tui.present.header import Work, header
from stdtree.tui.present.line import Piece, line
from stdtree.tui.present.outline import marks_of
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.panes import Details, FindingList, SearchLine
from stdtree.tui.widgets.tree import CategoryTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from stdtree.model.ids import CategoryId
    from stdtree.tui.command import Where
    from stdtree.tui.dialogs.dialog import Dialog
    from stdtree.workspace import Workspace

Answer = TypeVar("Answer")
TREE = Label("1 类目树", "1 Tree")
DETAILS = Label("2 详情", "2 Details")
FINDINGS = Label("3 问题", "3 Findings")


class Workbench(KeyedScreen):
    """Shows the workspace, and is what flows see of the screen."""

    where: tuple[Where, ...] = ("main",)

    def __init__(
        self, workspace: Workspace, language: Language, *, today: Callable[[], str]
    ) -> None:
        super().__init__(language)
        self.workspace = workspace
        self.today = today
        """Says which day it is: dates and plans are judged by it."""
        self.findings: tuple[Finding, ...] | None = None
        """None until the first check is done."""
        self.message: Label = same("")
        self.branch: str | None = None
        """Asked of git after edits and commits, not at every move of the cursor."""
        self.uncommitted: int | None = None
        """Files that differ from the last commit, as of the last check."""
        self._waiting: dict[str, Timer] = {}

    def compose(self) -> ComposeResult:
        """Header, panes, keys."""
        yield Bar(widget_id="header")
        with Vertical(id="body"):
            with Horizontal(id="panes"):
                with Vertical(id="left"):
                    yield CategoryTree(self.workspace.taxonomy, self.language)
                    yield SearchLine()
                yield Details(widget_id="details")
            yield FindingList(widget_id="findings")
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Show everything; check; offer to recover."""
        self.tree_pane.focus()
        self.renew()
        self.flow(keep.recover(self))
        # the first look-up reads a large dictionary: not while somebody types
        self.run_worker(lambda: initials("类"), thread=True, group="pinyin")

    @property
    def tree_pane(self) -> CategoryTree:
        """The tree."""
        return self.query_one(CategoryTree)

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While a search is typed only its own keys apply."""
        return ("search",) if isinstance(self.focused, Entry) else super().wheres

    # what flows need ------------------------------------------------------------------------------

    @property
    def subject(self) -> Subject | None:
        """The standard under the cursor of the details, else the category of the tree."""
        pane = self.query_one(Details)
        if self.focused is pane and pane.current and pane.current.target:
            target = pane.current.target
            if target.entity == "standard":
                return target
        category = self.tree_pane.category
        return Subject("category", category.id) if category else None

    async def ask(self, dialog: Dialog[Answer]) -> Answer | None:
        """Show a dialog and wait for its answer."""
        return await self.app.push_screen_wait(dialog)

    def say(self, label: Label) -> None:
        """Say in the bottom line what happened; the next key clears it."""
        self.message = label
        self.show_footer()

    def renew(self, at: CategoryId | None = None) -> None:
        """Show the tree as it is now, and check it."""
        self.branch = self.workspace.branch
        self.tree_pane.update(self.workspace.taxonomy, at=at)
        self.show_all()
        self.run_worker(self._check, thread=True, exclusive=True, group="check")

    def go_to(self, subject: Subject) -> None:
        """Put the cursor on a category, or on a standard in the details of its home."""
        taxonomy = self.workspace.taxonomy
        placed = taxonomy.standard(subject.id) if subject.entity == "standard" else None
        category_id = placed.home if placed else subject.id
        if not self.tree_pane.go_to(category_id):
            return
        self.show_details()
        if placed:
            self.query_one(Details).find(subject)

    def leave(self) -> None:
        """End the program."""
        self.app.exit()

    @property
    def is_zoomed(self) -> bool:
        """Whether one pane has all the room."""
        return self.query_one("#body").has_class("-zoomed")

    def zoom(self) -> None:
        """Enlarge the pane with the focus, or restore all."""
        zoomed = not self.is_zoomed
        self.query_one("#body").set_class(zoomed, "-zoomed")
        for pane in (self.query_one("#left"), self.query_one(Details), self.query_one(FindingList)):
            pane.set_class(zoomed and pane.has_focus_within, "-large")
        self.call_after_refresh(self.show_details)

    # showing --------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Draw everything that speaks of the taxonomy or in a language."""
        self.tree_pane.language = self.language
        self.tree_pane.refresh()
        for pane, label in ((self.query_one("#left"), TREE), (self.query_one(Details), DETAILS)):
            pane.border_title = Content(label.in_(self.language))
        self.show_header()
        self.show_details()
        self.show_findings()
        self.show_footer()

    def show_header(self) -> None:
        """Show where we are and what is unsaved."""
        taxonomy, category = self.workspace.taxonomy, self.tree_pane.category
        work = Work(self.branch, self.workspace.unsaved, self.findings, self.uncommitted)
        width = self.size.width
        shown = header(taxonomy, category, work, language=self.language, width=width)
        self.query_one("#header", Bar).show(shown)

    def show_details(self) -> None:
        """Show the category under the cursor."""
        pane, category = self.query_one(Details), self.tree_pane.category
        if category is None:
            pane.show(())
            return
        here = tuple(
            finding
            for finding in self.findings or ()
            if home_of(finding, self.workspace.taxonomy) == category.id
        )
        taxonomy, width = self.workspace.taxonomy, pane.room
        lines = details(taxonomy, category, language=self.language, width=width, findings=here)
        pane.show_for(category.id, lines)

    def show_findings(self) -> None:
        """List what the last check found."""
        pane = self.query_one(FindingList)
        count = f" ({len(self.findings)})" if self.findings is not None else " …"
        pane.border_title = Content(FINDINGS.in_(self.language) + count)
        lines = finding_lines(self.findings or (), self.workspace.taxonomy, self.language)
        nothing = line(
            Piece(NOTHING.in_(self.language) if self.findings is not None else "", "dim")
        )
        pane.show(lines or (nothing,), cursor=pane.cursor)
        pane.set_class(not lines, "-nothing")

    def show_footer(self) -> None:
        """Show what the keys do now."""
        message, width = self.message.in_(self.language), self.size.width
        shown = keys_line(commands_in(self.wheres), self.language, width=width, message=message)
        self.query_one("#footer", Bar).show(shown)

    def later(self, name: str, seconds: float, action: Callable[[], None]) -> None:
        """Run `action` once the calls for `name` pause."""
        self.cancel(name)
        self._waiting[name] = self.set_timer(seconds, action)

    def cancel(self, name: str) -> None:
        """Do not run what waits under `name`."""
        if name in self._waiting:
            self._waiting.pop(name).stop()

    def _check(self) -> None:
        """In a thread: run the rules on the tree as it is now."""
        taxonomy = self.workspace.taxonomy
        try:
            found = self.workspace.check(taxonomy, today=self.today())
            if taxonomy is self.workspace.taxonomy:
                self.app.call_from_thread(self._checked, found)
            repository = self.workspace.repository
            changed = repository.changed_paths(prefix=f"{TAXONOMY}/") if repository else None
        except StdtreeError as error:
            self.app.call_from_thread(self.tell, error)
            return
        self.app.call_from_thread(self._compared, None if changed is None else len(changed))
        rules.prepare(taxonomy)

    def _compared(self, uncommitted: int | None) -> None:
        self.uncommitted = uncommitted
        if self.is_attached:
            self.show_header()

    def _checked(self, found: tuple[Finding, ...]) -> None:
        if not self.is_attached:
            return
        self.findings = worst_first(found)
        taxonomy = self.workspace.taxonomy
        homes = ((home_of(finding, taxonomy), finding.severity) for finding in self.findings)
        self.tree_pane.mark(marks_of((home, severity) for home, severity in homes if home))
        self.show_header()
        self.show_details()
        self.show_findings()
