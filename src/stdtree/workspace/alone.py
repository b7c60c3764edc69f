"""One editor at a time: whether another window has the system open, and what is said then.

What it edited and has not saved stands in the journal as if a session had ended without saving; to
offer that for recovery, or to throw it away, would take it from under somebody's hands.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from stdtree.errors import EditError, StoreError
from stdtree.label import Label
from stdtree.store.atomic import locked

LOCK = "editor.lock"
"""Held by an editor for as long as it is open; the system lets go of it however that ends."""


@contextmanager
def opened_alone(private: Path) -> Iterator[bool]:
    """Whether no other editor has the system open, for as long as this one has."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(private, LOCK, seconds=0))
            is_alone = True
        except StoreError as error:  # a folder that takes no lock is for saving to complain of
            is_alone = not isinstance(error.__cause__, TimeoutError)
        yield is_alone


def refuse_elsewhere(private: Path) -> None:
    """Raises EditError if an editor has the system open."""
    with opened_alone(private) as is_alone:
        if not is_alone:
            raise EditError(
                Label(
                    "另一个窗口正在编辑此体系，有未保存的修改",
                    "another window is editing this system, and has unsaved edits",
                ),
                Label("先在那里保存或退出", "save there first, or quit it"),
            )
