"""What the main screen shows: tree, details, findings; and what flows ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content

from stdtree.label import Label, Language, same
from stdtree.model.finding import Finding, Subject
from stdtree.model.system import System
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.commands import commands_in
from stdtree.tui.flows import keep
from stdtree.tui.present.details import details
from stdtree.tui.present.header import Work, header
from stdtree.tui.present.line import line
from stdtree.tui.screens.backstage import Backstage
from stdtree.tui.screens.sizing import Sizing
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.panes import Details, FindingList, SearchLine
from stdtree.tui.widgets.tree import CategoryTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from stdtree.model.branch import Standing
    from stdtree.model.ids import CategoryId
    from stdtree.tui.command import Where
    from stdtree.tui.loading import Loading
    from stdtree.tui.present.found import Found
    from stdtree.tui.present.sums import BranchSums
    from stdtree.workspace import Workspace
    from stdtree.workspace.uncommitted import Uncommitted

TREE = Label("1 类目树", "1 Tree")
DETAILS = Label("2 详情", "2 Details")
FINDINGS = Label("3 问题", "3 Findings")
CHOSEN = Label("选中 {} · Esc 取消", "{} chosen · Esc clears")
CUT = Label("剪切 {} · p 粘贴", "{} cut · p pastes")
READING = Label("正在读取…", "reading…")
UNREAD = Taxonomy(System(id="unread", title={}, format=1, languages=("und",), levels=()))
"""Shown until the system has been read."""


class Workbench(Sizing, Backstage):
    """Shows the workspace, and is what flows see of the screen."""

    where: tuple[Where, ...] = ("main",)

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        *,
        today: Callable[[], str],
        loading: Loading | None = None,
    ) -> None:
        super().__init__(language)
        self._loading = loading
        self._glimpse = loading.glimpse if loading else None
        self.workspace = workspace
        self.today = today
        """Says which day it is: dates and plans are judged by it."""
        self.found: Found | None = None
        """None until the first check is done."""
        self.message: Label = same("")
        self.branch: str | None = None
        """Asked of git after edits and commits, not at every move of the cursor."""
        self.uncommitted: int | None = None
        """Files that differ from the last commit, as of the last check."""
        self.standing: Standing | None = None
        """How the branch stands to the one that others have, as of the last check."""
        self._waiting: dict[str, Timer] = {}

    def compose(self) -> ComposeResult:
        """Header, panes, keys."""
        yield Bar(widget_id="header")
        with Vertical(id="body"):
            with Horizontal(id="panes"):
                with Vertical(id="left"):
                    yield CategoryTree(self._glimpse or UNREAD, self.language)
                    yield SearchLine()
                yield Details(widget_id="details")
            yield FindingList(widget_id="findings")
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Show everything as soon as it is read; check; offer to recover."""
        self.tree_pane.focus()
        self.show_header()
        self.begin(self._loading)

    def loaded(self) -> None:
        """The tree is there."""
        self._show_now(anew=True)
        if not getattr(self.app, "is_alone", True):
            self.flow(keep.beside(self))
        elif keep.is_needed(self.workspace):
            self.flow(keep.recover(self))

    @property
    def findings(self) -> tuple[Finding, ...] | None:
        """What the last check found, worst first; None until the first is done."""
        return self.found.findings if self.found else None

    @property
    def tree_pane(self) -> CategoryTree:
        """The tree."""
        return self.query_one(CategoryTree)

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While something is typed only its keys apply; what is chosen has keys of its own."""
        if isinstance(self.focused, Entry):
            return getattr(self.focused, "where", ("search",))
        if self.focused is self.tree_pane and self.tree_pane.selection:
            return ("chosen", *super().wheres)
        return super().wheres

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

    def say(self, label: Label) -> None:
        """Say in the bottom line what happened; the next key clears it."""
        self.message = label
        self.show_footer()

    def renew(self, at: CategoryId | None = None) -> None:
        """Show the tree as it is now, and check it."""
        self._show_now(at)
        self.check()

    def _show_now(self, at: CategoryId | None = None, *, anew: bool = False) -> None:
        self.branch = self.workspace.branch
        self.tree_pane.update(self.workspace.taxonomy, at=at, anew=anew)
        self.show_all()

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

    # showing --------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Draw everything that speaks of the taxonomy or in a language."""
        self.tree_pane.language = self.language
        self.tree_pane.refresh()
        for pane, label in ((self.query_one("#left"), TREE), (self.query_one(Details), DETAILS)):
            pane.border_title = Content(label.in_(self.language))
        self.show_chosen()
        self.show_header()
        self.show_details()
        self.show_findings()
        self.show_footer()

    def show_chosen(self) -> None:
        """Say under the tree how many categories are chosen or cut."""
        tree = self.tree_pane
        told = (
            CHOSEN.in_(self.language).format(tree.chosen_count) if tree.selection else "",
            CUT.in_(self.language).format(len(tree.cut)) if tree.cut else "",
        )
        self.query_one("#left").border_subtitle = Content("  ".join(filter(None, told)))

    def show_header(self) -> None:
        """Show where we are and what is unsaved."""
        if not self.is_ready:
            self.query_one("#header", Bar).show(line(f" {READING.in_(self.language)}"))
            return
        taxonomy, category = self.workspace.taxonomy, self.tree_pane.category
        counted = self.found.counted if self.found else ""
        apart = self.standing.apart if self.standing else None
        work = Work(self.branch, self.workspace.unsaved, counted, self.uncommitted, apart)
        width = self.size.width
        shown = header(taxonomy, category, work, language=self.language, width=width)
        self.query_one("#header", Bar).show(shown)

    def show_details(self) -> None:
        """Show the category under the cursor."""
        pane, category = self.query_one(Details), self.tree_pane.category
        if category is None or not self.is_ready:
            pane.show(())
            return
        here = tuple(self.found.by_home.get(category.id, ())) if self.found else ()
        taxonomy, width = self.workspace.taxonomy, pane.room
        lines = details(taxonomy, category, language=self.language, width=width, findings=here)
        pane.show_for(category.id, lines)

    def show_findings(self) -> None:
        """List what the last check found."""
        pane = self.query_one(FindingList)
        if self.is_ready:
            pane.show_findings(self.findings, self.workspace.taxonomy, self.language)
        pane.border_title = Content(FINDINGS.in_(self.language) + pane.told)
        self.show_sizes()

    def show_footer(self) -> None:
        """Show what the keys do now."""
        message, width = self.message.in_(self.language), self.size.width
        able = self if self.is_ready else None
        commands = commands_in(self.wheres)
        shown = keys_line(commands, self.language, width=width, message=message, screen=able)
        self.query_one("#footer", Bar).show(shown)

    def later(self, name: str, seconds: float, action: Callable[[], None]) -> None:
        """Run `action` once the calls for `name` pause."""
        self.cancel(name)
        self._waiting[name] = self.set_timer(seconds, action)

    def cancel(self, name: str) -> None:
        """Do not run what waits under `name`."""
        if name in self._waiting:
            self._waiting.pop(name).stop()

    # what threads found ---------------------------------------------------------------------------

    def checked(self, found: Found) -> None:
        """Show what is wrong, and where."""
        self.found = found
        self.tree_pane.mark(found.own, found.branches)
        self.show_header()
        self.show_details()
        self.show_findings()

    def compared(self, uncommitted: Uncommitted | None) -> None:
        """Show what the last commit does not hold."""
        self.uncommitted = uncommitted.files if uncommitted else None
        self.tree_pane.changes = uncommitted.changes if uncommitted else {}
        self.tree_pane.refresh()
        self.show_header()

    def stood(self, standing: Standing | None) -> None:
        """Show how the branch stands to the one that others have."""
        self.standing = standing
        self.show_header()

    def counted(self, standards: BranchSums) -> None:
        """Show how many standards branches hold."""
        self.tree_pane.standards = standards
        self.tree_pane.refresh()
