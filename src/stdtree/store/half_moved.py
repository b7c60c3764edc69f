"""A move between commits that was cut short: completed, or taken back.

It is completed unless somebody has changed a file in between that it would have to overwrite; then
what was done of it is taken back. Where somebody has gone on with git itself, nothing is touched.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store.atomic import locked
from stdtree.store.disk import remove_file, writing
from stdtree.store.moving import LOCK, NOTE, InTheWay, Move, complete, take_back

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


class Ended(Struct, frozen=True):
    """What became of a move that was cut short."""

    move: Move
    how: Literal["completed", "taken back", "left"]


def cut_short(private: Path) -> Move | None:
    """The move that was under way when a program or the power died, None if there was none.

    Raises StoreError for a note that is none of ours: a `.git` folder may come from anybody.
    """
    note = private / NOTE
    try:
        found = msgspec.json.decode(note.read_bytes(), type=Move)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError:
        found = None
    if not found or not all(_ID.fullmatch(one) for one in (found.old, found.new)):
        raise StoreError(
            Label(f"无法识别的记录：{note}", f"no note of a move by stdtree: {note}"),
            Label(f"核对后移走：mv {note} .", f"look at it, then move it away: mv {note} ."),
        )
    return found


def end(repository: Repository, private: Path, *, trusted: bool = False) -> Ended | None:
    """Ends a move that was cut short; says which and how. Raises StoreError if it cannot."""
    if cut_short(private) is None:
        return None
    with locked(private, LOCK):  # another stdtree may be in the middle of it
        begun = cut_short(private)
        if begun is None:
            return None
        ended = Ended(begun, _end(repository, private, begun, trusted=trusted))
        with writing():
            remove_file(private / NOTE)
    return ended


def _end(
    repository: Repository, private: Path, begun: Move, *, trusted: bool
) -> Literal["completed", "taken back", "left"]:
    head = repository.head()
    if head == begun.new and repository.branch() == begun.branch:
        return "completed"
    if head != begun.old:
        return "left"
    try:
        complete(repository, private, begun, trusted=trusted)
    except InTheWay:
        take_back(repository, private, begun, trusted=trusted)
        return "taken back"
    return "completed"
