"""The editor as a program: language, colours, the first screen, and what happens to errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from stdtree.label import Language
from stdtree.store import clock
from stdtree.tui.flows import keep
from stdtree.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdtree.workspace import Workspace


class EditorApp(App[None]):
    """Holds what all screens share: the workspace and the language of the interface."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 -- Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-middle"), (32, "-tall")]  # noqa: RUF012 -- Textual's

    def __init__(
        self, workspace: Workspace, language: Language, *, today: Callable[[], str] = clock.today
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.today = today
        self.language: Language = language
        self.theme = "textual-dark"

    def on_mount(self) -> None:
        """Show the tree."""
        self.push_screen(MainScreen(self.workspace, self.language, today=self.today))

    @property
    def bug(self) -> Exception | None:
        """What went wrong inside the editor and ended it."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without Textual's own report: the caller has a place for bugs."""
        self._close_messages_no_wait()

    def action_leave(self) -> None:
        """Ctrl+Q: quit as the main screen does; in a dialog, where words may be lost, nothing."""
        if isinstance(self.screen, MainScreen):
            self.screen.flow(keep.leave(self.screen))

    def action_help_quit(self) -> None:
        """Ctrl+C: nothing to interrupt; Textual would name a key of its own here."""
