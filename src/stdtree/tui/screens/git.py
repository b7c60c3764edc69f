"""Committing and sharing without knowing git: what changed, where it stands, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content

from stdtree.errors import StdtreeError
from stdtree.label import Label, same
from stdtree.tui.commands import commands_in
from stdtree.tui.present.change_rows import Group, Row
from stdtree.tui.present.difference import grouped
from stdtree.tui.present.line import Piece, line
from stdtree.tui.present.standing import Situation, standing_lines
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.tui.widgets.bars import Bar, keys_line
from stdtree.tui.widgets.changes import Changes
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.model.difference import Difference
    from stdtree.model.finding import Subject
    from stdtree.model.ids import CategoryId
    from stdtree.tui.command import Where
    from stdtree.tui.screens.workbench import Workbench
    from stdtree.workspace import Workspace

TITLE = Label("提交与共享", "Commit and share")
SINCE = Label("自上次提交以来的变更", "Changes since the last commit")
STANDING = Label("现状", "Where it stands")
WORKING = Label("正在查看…", "looking…")
NOTHING = Label("✓ 内容与上次提交相同", "✓ the contents are those of the last commit")
BORDERS = 2
"""Lines that a frame takes."""


class GitScreen(KeyedScreen):
    """Dismisses with what to go to in the tree, or None. Is a desk to flows, as the main screen."""

    where: tuple[Where, ...] = ("git",)

    def __init__(self, desk: Workbench) -> None:
        super().__init__(desk.language)
        self.workspace = desk.workspace
        self._desk = desk
        self.today = desk.today
        self.message = same("")
        self._situation: Situation | None = None
        self._difference: Difference | None = None

    def compose(self) -> ComposeResult:
        """Header, where it stands, changes, keys."""
        yield Bar(widget_id="header")
        yield Lines(widget_id="standing")
        with Horizontal(id="panes"):
            yield Changes()
        yield Bar(widget_id="footer")

    def on_mount(self) -> None:
        """Ask git at once."""
        self.changes.focus()
        self._ask()

    @property
    def changes(self) -> Changes:
        """The list of what is not committed."""
        return self.query_one(Changes)

    def on_resize(self) -> None:
        """Another width has room for other keys."""
        self.call_after_refresh(self._show)

    def _ask(self) -> None:
        self._say_instead(Piece(WORKING.in_(self.language), "dim"))
        self.run_worker(self._work, thread=True, exclusive=True)

    def _work(self) -> None:
        """In a thread: where it stands, then what changed, which takes longer."""
        try:
            situation = _asked(self.workspace)
            self.app.call_from_thread(self._stands, situation)
            difference = self.workspace.changed()
            groups = grouped(difference, self.language)
        except StdtreeError as error:
            piece = Piece(error.message.in_(self.language), "bad")
            self.app.call_from_thread(self._say_instead, piece)
            return
        self.app.call_from_thread(self._changed, situation, difference, groups)

    def _stands(self, situation: Situation) -> None:
        self._situation = situation
        self._show()

    def _changed(
        self, situation: Situation, difference: Difference, groups: Sequence[Group]
    ) -> None:
        if not self.is_attached:
            return
        count = sum(not change.cascade for change in difference.changes)
        self._difference = difference
        self._stands(situation._replace(changes=count))
        if difference:
            self.changes.show_groups(groups)
        else:
            self._say_instead(Piece(NOTHING.in_(self.language), "dim"))

    def _say_instead(self, piece: Piece) -> None:
        if self.is_attached:
            self.changes.show_groups([Group(Row(line(piece)))])
            self._show()

    def _show(self) -> None:
        if not self.is_attached:
            return
        language, width = self.language, self.size.width
        self.changes.border_title = Content(SINCE.in_(language))
        pane = self.query_one("#standing", Lines)
        pane.border_title = Content(STANDING.in_(language))
        lines = standing_lines(self._situation, language) if self._situation else []
        pane.styles.height = max(len(lines), 1) + BORDERS
        pane.show(lines)
        self.query_one("#header", Bar).show(line(Piece(f" {TITLE.in_(language)}", "strong")))
        message = self.message.in_(language)
        shown = keys_line(commands_in(self.wheres), language, width=width, message=message)
        self.query_one("#footer", Bar).show(shown)

    def before_key(self) -> None:
        """Any key clears the message."""
        self.say(same(""))

    # commands -------------------------------------------------------------------------------------

    def do_next_pane(self) -> None:
        """The other pane."""
        self.focus_next()

    def do_show(self) -> None:
        """Go to the category of the change in the tree."""
        target = self.subject
        if target is None:
            self.changes.do_toggle()
        elif target.entity in {"category", "standard"}:
            self.dismiss(target)

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        self._ask()

    def do_back(self) -> None:
        """Back to the tree."""
        self.dismiss(None)

    # what flows need: the desk below this screen does it, and this screen shows it ---------------

    @property
    def subject(self) -> Subject | None:
        """What the cursor is on."""
        return self.changes.row.line.target

    def say(self, label: Label) -> None:
        """Say in the bottom line what happened; the next key clears it."""
        if label != self.message:
            self.message = label
            self._show()

    def renew(self, at: CategoryId | None = None) -> None:
        """Show what there is now, here and below."""
        self._desk.renew(at)
        self._ask()

    def go_to(self, subject: Subject) -> None:
        """Leave for the tree, and go there."""
        self.dismiss(subject)

    def leave(self) -> None:
        """End the program."""
        self._desk.leave()


def _asked(workspace: Workspace) -> Situation:
    """What git knows, but for the changes."""
    from stdtree.workspace.sharing import address, standing

    repository = workspace.repository
    found = standing(workspace)
    return Situation(
        workspace.branch,
        found,
        workspace.unsaved,
        address=address(workspace, found.remote) if found and found.remote else "",
        under_way=repository.under_way() if repository else None,
    )
