"""The main screen: what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.model.finding import Subject
from stdtree.tui.commands import Command, commands_in
from stdtree.tui.dialogs.help import Help
from stdtree.tui.flows import find, keep, operate, palette, release
from stdtree.tui.keys import shown
from stdtree.tui.present.findings import NOTHING, home_of
from stdtree.tui.present.line import line
from stdtree.tui.screens.workbench import Workbench
from stdtree.tui.widgets.bars import Bar
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.panes import Details, FindingList, SearchLine

if TYPE_CHECKING:
    from textual import events

    from stdtree.tui.widgets.entry import Entry

FOLLOWS = 0.07
"""Seconds after which the details follow the cursor: it can run without them."""
SEARCHES = 0.03
"""Seconds after a key before the search runs; the key itself shows at once."""


class MainScreen(Workbench):
    """Each command is a method here or a flow."""

    # events ---------------------------------------------------------------------------------------

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """The details follow the cursor of the tree, when they can."""
        if event.lines is self.tree_pane:
            self.show_header()
            self.later("details", FOLLOWS, self.show_details)
        elif isinstance(event.lines, Details):
            self.show_footer()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """A double click opens and closes in the tree, and is Enter elsewhere."""
        if event.lines is self.tree_pane:
            self.tree_pane.do_toggle()
        elif isinstance(event.lines, Details):
            self.do_follow()
        elif isinstance(event.lines, FindingList):
            self.do_go()

    def on_descendant_focus(self) -> None:
        """Other keys apply."""
        self.show_footer()

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """The size may have changed under a dialog."""
        self.call_after_refresh(self.show_details)

    def before_key(self) -> None:
        """Any key clears the message."""
        self.say(same(""))

    def on_prefix(self, prefix: str) -> None:
        """Show what may follow the first key of a chord."""
        follows = [
            f"{shown(keys)} {command.label.in_(self.language)}"
            for command in commands_in(self.wheres)
            for keys in command.keys
            if keys.startswith(f"{prefix} ")
        ]
        # the whole line: it is a question, and what else there is comes back with the next key
        self.query_one("#footer", Bar).show(line(f" {' · '.join(follows)}"))

    def on_other_key(self, event: events.Key) -> None:
        """Chinese typed into the tree starts a search for it."""
        character = event.character
        if character and not character.isascii() and character.isalnum():
            event.stop()
            self.do_search()
            self.query_one(SearchLine).value = character

    def run_operation(self, command: Command) -> None:
        """Commands that stand for an operation open its form."""
        if command.operation is not None:
            self.flow(operate.operate(self, command.operation))

    # searching ------------------------------------------------------------------------------------

    def on_input_changed(self, event: Entry.Changed) -> None:
        """Search once the typing pauses."""
        self.later("search", SEARCHES, lambda: find.filter_tree(self, event.value))

    def do_search(self) -> None:
        """Open the line to type a search in."""
        self.query_one(SearchLine).open()

    def do_keep_search(self) -> None:
        """Back to the tree, filtered as it is."""
        find.filter_tree(self, self.query_one(SearchLine).value)
        self.query_one(SearchLine).close(keep=self.tree_pane.hits is not None)
        self.tree_pane.focus()

    def do_end_search(self) -> None:
        """Show the whole tree again."""
        self.query_one(SearchLine).close(keep=False)
        self.cancel("search")
        self.tree_pane.filter(None)
        self.tree_pane.focus()

    def do_leave(self) -> None:
        """Escape: the whole tree again."""
        if self.query_one("#body").has_class("-zoomed"):
            self.do_zoom()
        elif self.tree_pane.hits is not None:
            self.do_end_search()
        else:
            self.tree_pane.focus()

    def do_next_hit(self) -> None:
        """The next hit of the search."""
        self.tree_pane.step_hit(1)

    def do_previous_hit(self) -> None:
        """The previous hit of the search."""
        self.tree_pane.step_hit(-1)

    def do_jump(self) -> None:
        """Choose a category or standard to go to."""
        self.flow(find.jump(self))

    # editing --------------------------------------------------------------------------------------

    def do_operations(self) -> None:
        """Choose an operation on what the cursor is on."""
        self.flow(operate.choose_operation(self))

    def do_add_sibling(self) -> None:
        """A category beside the one under the cursor."""
        category = self.tree_pane.category
        parent = category.parent if category else None
        self.flow(operate.operate(self, "add-category", about=parent, at_top=parent is None))

    def do_undo(self) -> None:
        """Take back the last operation."""
        operate.undo(self)

    def do_redo(self) -> None:
        """Do again what was taken back."""
        operate.redo(self)

    def do_save(self) -> None:
        """Write the edits to the files."""
        self.flow(keep.save(self))

    def do_commit(self) -> None:
        """Commit to git."""
        self.flow(keep.commit(self))

    def do_release(self) -> None:
        """Make a release."""
        self.flow(release.release(self))

    def do_steps(self) -> None:
        """Show the journal."""
        self.flow(keep.show_steps(self))

    def do_quit(self) -> None:
        """Quit, after asking about unsaved edits."""
        self.flow(keep.leave(self))

    # looking --------------------------------------------------------------------------------------

    def do_palette(self) -> None:
        """Choose a command or an operation by name."""
        self.flow(palette.choose(self))

    def do_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(Help(self.wheres, self.language))

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        self.show_all()

    def do_compare(self) -> None:
        """Compare two releases."""
        self.flow(palette.compare(self))

    def do_retired(self) -> None:
        """Show or hide retired categories."""
        self.tree_pane.show_retired(shown=not self.tree_pane.retired)
        shown_label = Label("已废止类目：显示", "retired categories: shown")
        hidden = Label("已废止类目：隐藏", "retired categories: hidden")
        self.say(shown_label if self.tree_pane.retired else hidden)

    def do_findings(self) -> None:
        """Go to the list of findings; open it if there was no room."""
        pane = self.query_one(FindingList)
        pane.open()
        pane.focus()

    def do_close_findings(self) -> None:
        """Back to the tree."""
        self.query_one(FindingList).close()
        self.tree_pane.focus()

    def do_go(self) -> None:
        """Go to the place of the finding under the cursor."""
        if self.findings:
            self._go_to_finding(self.query_one(FindingList).cursor)
            self.tree_pane.focus()

    def do_mend(self) -> None:
        """Mend the finding under the cursor, where that is certain."""
        if self.findings:
            operate.mend(self, self.findings[self.query_one(FindingList).cursor])

    def do_next_finding(self) -> None:
        """Go to the next finding."""
        self._step_finding(1)

    def do_previous_finding(self) -> None:
        """Go to the previous finding."""
        self._step_finding(-1)

    def _step_finding(self, step: int) -> None:
        if not self.findings:
            self.say(NOTHING)
            return
        pane = self.query_one(FindingList)
        self._go_to_finding((pane.step(step)) % len(self.findings))

    def _go_to_finding(self, row: int) -> None:
        finding, taxonomy = (self.findings or ())[row], self.workspace.taxonomy
        pane = self.query_one(FindingList)
        pane.visited = row
        pane.move_to(row)
        home = home_of(finding, taxonomy)
        if home is not None:
            standard = finding.subject.entity == "standard"
            self.go_to(finding.subject if standard else Subject("category", home))
        self.say(finding.message + Label(" → ", " → ") + finding.hint)

    def do_follow(self) -> None:
        """Go to what the line of the details refers to; else offer what can be done here."""
        current = self.query_one(Details).current
        target = current.target if current else None
        if target is not None and target.entity == "category":
            self.go_to(target)
        elif target is not None and target.entity == "standard":
            self.flow(palette.show_standard(self, target.id))
        else:
            self.do_operations()

    def do_tree(self) -> None:
        """Focus on the tree."""
        self.tree_pane.focus()

    def do_details(self) -> None:
        """Focus on the details."""
        self.query_one(Details).focus()

    def do_next_pane(self) -> None:
        """The next pane."""
        self.focus_next(Lines)

    def do_previous_pane(self) -> None:
        """The previous pane."""
        self.focus_previous(Lines)

    def do_zoom(self) -> None:
        """Enlarge the pane with the focus, or restore all."""
        body = self.query_one("#body")
        zoomed = body.toggle_class("-zoomed").has_class("-zoomed")
        for pane in (self.query_one("#left"), self.query_one(Details), self.query_one(FindingList)):
            pane.set_class(zoomed and pane.has_focus_within, "-large")
        self.call_after_refresh(self.show_details)
