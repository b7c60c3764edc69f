"""Keys typed faster than the editor opens what they are for.

Over a slow link several keys arrive at once. Textual hands them all to what has the focus when they
arrive: `m` and a code typed after it would both go to the tree, and the code's letters are commands
there. Here a key waits until the one before it has done what it does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 1.0
"""Seconds after which a key waits no longer."""


class TypeAhead(App[None]):
    """Hands over one key at a time."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._went_to: MessagePump | None = None
        """What the last key was for."""
        self._has_queued = False
        """Whether the first of the keys has let other messages go first already."""

    async def on_event(self, event: events.Event) -> None:
        """Keys and what an input method commits go one after the other."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if len(self._typed) == 1:
                await self._hand_over()
        else:
            await super().on_event(event)

    async def hand_over(self, event: events.Key | events.Paste) -> None:
        """Give one to what has the focus."""
        await super().on_event(event)

    def push_screen(self, *screen: Any, **settings: Any) -> Any:
        """Show another screen: what the flow on the one below asks."""
        asking = _asking(self.screen) if self.screen_stack else None
        pushed = super().push_screen(*screen, **settings)
        if asking is not None:
            asking.set()
        return pushed

    async def _hand_over(self) -> None:
        while self._typed:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._done()
            if not self._has_queued and not self._message_queue.empty():
                self._has_queued = True  # Textual sets the focus by a message to this very object
                self.call_later(self._hand_over)
                return
            self._has_queued = False
            self._went_to = self.screen.focused or self.screen
            await self.hand_over(self._typed.popleft())

    async def _done(self) -> None:
        """Return when the last key has done what it does, and what it opened is there."""
        node = self._went_to
        while node is not None and node is not self:
            await _idle(node)
            node = node._parent  # noqa: SLF001 -- keys go up to the screen, not to the focus
        await _idle(self.screen)
        asking = _asking(self.screen)
        if asking is not None:
            await asking.wait()
        await _idle(self.screen)


def _asking(screen: Screen[Any]) -> asyncio.Event | None:
    """Set when the flow on this screen has asked something, or has ended."""
    return getattr(screen, "asking", None)


async def _idle(node: MessagePump) -> None:
    """Wait until it has dealt with all that it has been sent so far."""
    reached = asyncio.Event()
    if node.is_running and node.call_later(reached.set):
        await reached.wait()
