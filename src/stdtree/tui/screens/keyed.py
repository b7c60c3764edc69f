"""What all screens share: keys run commands of the table."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.screen import Screen

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language
from stdtree.tui.command import Command, Where
from stdtree.tui.keys import Keymap, Pending, token

if TYPE_CHECKING:
    from textual import events

    from stdtree.tui.dialogs.dialog import Dialog

Answer = TypeVar("Answer")


class KeyedScreen(Screen[Any]):
    """Looks keys up for the focused widget first, then for itself."""

    BINDINGS: ClassVar[list] = []  # type: ignore[type-arg]  # replaced by the table of commands
    where: tuple[Where, ...] = ()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language
        self.keymap = Keymap()
        self.asking = asyncio.Event()
        """Not set while a flow is about to ask something: the keys that follow are for that."""
        self.asking.set()

    @property
    def wheres(self) -> tuple[Where, ...]:
        """Places whose commands apply now, the nearest first."""
        return (*getattr(self.focused, "where", ()), *self.where)

    def on_key(self, event: events.Key) -> None:
        """Run the command of the key; keys that do nothing here go on."""
        self.before_key()
        pressed = self.keymap.press(token(event), self.wheres)
        if pressed is None:
            self.on_other_key(event)
            return
        event.stop()
        event.prevent_default()
        if isinstance(pressed, Pending):
            self.on_prefix(pressed.prefix)
        else:
            self.run(pressed)

    def run(self, command: Command) -> None:
        """Run a command: what it brings along, else a method of the focused widget or of this.

        What cannot run now says why.
        """
        reason = command.hindered(self)
        if reason is not None:
            self.say(reason)
            return
        found: Callable[[], None] | None = None
        for owner in (self.focused, self):
            found = found or getattr(owner, f"do_{command.id}", None)
        try:
            if command.run is not None:
                command.run(self)
            elif found is not None:
                found()
            elif command.operation is not None:
                self.run_operation(command)
        except StdtreeError as error:
            self.tell(error)

    def flow(self, flow: Coroutine[Any, Any, object]) -> None:
        """Run a flow beside the event loop, so that it can wait for answers."""
        self.asking.clear()
        self.run_worker(self._guarded(flow), group="flow")

    async def _guarded(self, flow: Coroutine[Any, Any, object]) -> None:
        try:
            await flow
        except StdtreeError as error:
            self.tell(error)
        finally:
            self.asking.set()

    async def ask(self, dialog: Dialog[Answer]) -> Answer | None:
        """Show a dialog and wait for its answer."""
        try:
            return await self.app.push_screen_wait(dialog)
        finally:
            self.asking.clear()

    def tell(self, error: StdtreeError) -> None:
        """Say in a dialog what cannot be done, and the way out."""
        from stdtree.tui.dialogs.question import Message
        from stdtree.tui.hints import in_form_words  # knows all operations, which takes a while

        hint = in_form_words(error.hint) if error.hint else None
        self.app.push_screen(Message(error.message, hint, language=self.language))

    def say(self, label: Label) -> None:
        """Say a few words: in the bottom line of screens that have one."""
        self.tell(StdtreeError(label))

    def run_operation(self, command: Command) -> None:
        """Run a command that stands for an operation."""

    def before_key(self) -> None:
        """A key was pressed, whatever it does."""

    def on_prefix(self, prefix: str) -> None:
        """The first key of a chord was pressed."""

    def on_other_key(self, event: events.Key) -> None:
        """A key that is in no table was pressed."""
