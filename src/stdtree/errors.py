"""What stops stdtree: each error says what, where, and the next thing to type.

Problems *in the data* are not errors but findings (`stdtree.model.finding`).
May be imported by every other module; imports only the label.
"""

from __future__ import annotations

from stdtree.label import Label


class StdtreeError(Exception):
    """Cannot go on. Exit code 2, no traceback.

    `message` says what and where in the user's words, `hint` the next thing to type or press.
    """

    exit_code = 2

    def __init__(self, message: Label, hint: Label | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class UsageError(StdtreeError):
    """The command was given something it cannot take (an unknown code, release or field)."""


class EditError(StdtreeError):
    """An operation refuses to run on this tree; nothing was changed."""


class StoreError(StdtreeError):
    """Disk or git did not let us read or write; what was there is as it was."""


class OutsideChange(StoreError):  # noqa: N818 -- named for what happened, as its message is
    """A file changed on disk since it was loaded, so saving would overwrite somebody's work."""
