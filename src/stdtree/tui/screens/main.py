"""The main screen: what happens on it. What its keys do is in tui/commands/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import same
from stdtree.tui.command import Command
from stdtree.tui.commands import commands_in, details
from stdtree.tui.flows import clipboard, find, findings, keep, operate
from stdtree.tui.keys import shown
from stdtree.tui.present.line import line
from stdtree.tui.screens.workbench import Workbench
from stdtree.tui.widgets.bars import Bar
from stdtree.tui.widgets.entry import in_one_line
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.panes import Details, FindingList, SearchLine

if TYPE_CHECKING:
    from textual import events

    from stdtree.tui.widgets.entry import Entry
    from stdtree.tui.widgets.tree import CategoryTree

FOLLOWS = 0.07
"""Seconds after which the details follow the cursor: it can run without them."""
SEARCHES = 0.03
"""Seconds after a key before the search runs; the key itself shows at once."""


class MainScreen(Workbench):
    """Answers events of its panes and of the terminal."""

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
            details.follow(self)
        elif isinstance(event.lines, FindingList):
            findings.go(self)

    def on_details_widened(self) -> None:
        """Its lines are made for its width."""
        self.show_details()

    def on_category_tree_marked(self) -> None:
        """Other keys apply to several than to one."""
        self.show_chosen()
        self.show_footer()

    def on_category_tree_dropped(self, event: CategoryTree.Dropped) -> None:
        """Dropping asks what pasting asks."""
        self.flow(clipboard.move(self, event.moved, into=event.onto))

    def on_descendant_focus(self) -> None:
        """Other keys apply."""
        self.show_footer()

    def on_resize(self) -> None:
        """Details wrap anew."""
        self.show_sizes()
        self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """The size may have changed under a dialog."""
        self.call_after_refresh(self.show_details)

    def on_input_changed(self, event: Entry.Changed) -> None:
        """Search once the typing pauses."""
        self.later("search", SEARCHES, lambda: find.filter_tree(self, event.value))

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
            self.query_one(SearchLine).open(character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted into the tree, or committed whole by an input method, is searched for."""
        event.stop()
        if typed := in_one_line(event.text):
            self.query_one(SearchLine).open(typed)

    def run(self, command: Command) -> None:
        """Run a command; while the system is being read, only the one that ends the program."""
        if self.is_ready:
            super().run(command)
        elif command.id == "quit":
            self.leave()

    def quit(self) -> None:
        """End the program, asking about unsaved work."""
        if self.is_ready:
            self.flow(keep.leave(self))
        else:
            self.leave()

    def run_operation(self, command: Command) -> None:
        """Commands that stand for an operation open its form."""
        if command.operation is not None:
            self.flow(operate.operate(self, command.operation))

    def do_language(self) -> None:
        """Chinese or English."""
        self.language = "en" if self.language == "zh" else "zh"
        self.show_all()
