"""Which changes of a comparison were read, remembered for this pair of sides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.store.read_marks import keep_marks, read_marks
from stdtree.tui.present.change_rows import Thing, by_thing

if TYPE_CHECKING:
    from stdtree.model.change import Change
    from stdtree.model.difference import Difference


class ReadMarks:
    """Things that were read as they are now; one that changed again is to be read again."""

    def __init__(self, private: Path, difference: Difference) -> None:
        self._private = private
        self._pair = f"{difference.before.name}..{difference.after.name}"
        self._changes = by_thing(difference.changes)
        kept = read_marks(private, self._pair)
        self._things = {_key(thing): thing for thing in self._changes}
        self._marks = {
            key: said
            for key, said in kept.items()
            if key in self._things and said == _fingerprint(self._changes[self._things[key]])
        }

    @property
    def read(self) -> frozenset[Thing]:
        """What was read."""
        return frozenset(self._things[key] for key in self._marks)

    def switch(self, thing: Thing) -> None:
        """It is read now, or no longer."""
        key = _key(thing)
        if key in self._marks:
            del self._marks[key]
        elif thing in self._changes:
            self._marks[key] = _fingerprint(self._changes[thing])
        keep_marks(self._private, self._pair, self._marks)


def _key(thing: Thing) -> str:
    return f"{thing.entity}:{thing.id}"


def _fingerprint(changes: Iterable[Change]) -> str:
    said = " ".join(sorted(change.fingerprint for change in changes))
    return hashlib.sha256(said.encode()).hexdigest()[:12]
