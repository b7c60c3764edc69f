"""How far a transfer has come; Escape stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, Language, same
from stdtree.store.transfer import Progress, Watch
from stdtree.tui.dialogs.dialog import CANCEL, Dialog
from stdtree.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

CONNECTING = Label("正在连接共享仓库…", "reaching the shared repository…")
STOPPING = Label("正在停止…", "stopping…")
HINT = Label("Esc 停止；本机的内容不会因此丢失", "Esc stops it; nothing here is lost by that")
LOOKS = 0.1
"""Seconds between two looks at how far it has come."""
_CELLS = 40


class TransferDialog(Dialog[None]):
    """Shows what `transfer` hears from another thread; whoever opened it closes it."""

    def __init__(self, title: Label, language: Language) -> None:
        super().__init__(title, language)
        self._progress: Progress | None = None
        self.transfer = Watch(self._heard)
        """For the transfer."""

    def body(self) -> ComposeResult:
        """What is going on, and how to stop it."""
        yield self.said(CONNECTING, "text")
        yield self.said(HINT, "hint")
        yield self.button(CANCEL, "cancel")

    def on_mount(self) -> None:
        """Look from time to time."""
        self.query_one("#cancel").focus()
        self.set_interval(LOOKS, self._show)

    def on_button_pressed(self) -> None:
        """Stop it."""
        self._stop()

    def takes(self, event: events.Key) -> bool:
        """Escape stops it; the dialog stays until it has stopped."""
        if event.key == "escape":
            self._stop()
            return True
        return False

    def _heard(self, progress: Progress) -> None:
        """In the thread of the transfer."""
        self._progress = progress

    def _stop(self) -> None:
        self.transfer.stop.set()
        self._show()

    def _show(self) -> None:
        if self.transfer.stop.is_set():
            self.query_one("#text", Said).tell(STOPPING)
        elif self._progress is not None:
            self.query_one("#text", Said).tell(told(self._progress))


def told(progress: Progress) -> Label:
    """The phase, its percentage, and a bar of them."""
    done = round(_CELLS * progress.percent / 100)
    drawn = same(f" {progress.percent:>3}%\n{'█' * done}{'░' * (_CELLS - done)}")
    return progress.phase + drawn
