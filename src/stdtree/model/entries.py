"""What happened to a list, entry by entry, for readers: a base change has both lists whole.

Notes belong together by what they say, by the category they name, or by likeness; what has an
identity of its own (levels, places in other classifications, sign-offs …) by that; all else is a
set, of which entries come and go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from stdtree.model.canonical import canonical
from stdtree.model.ids import see_of, texts_of

NOTES = frozenset({"includes", "includes_also", "excludes"})
"""Fields that are lists of notes."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "accepted": ("rule", "subject"),
    "branches": ("category",),
    "change_notes": ("release", "kind", "standard"),
    "levels": ("id",),
    "maps": ("scheme", "code"),
    "sign_offs": ("by", "tier"),
    "succeeded_by": ("id",),
    "values": ("id",),
}
"""By the last part of a field's name, what makes an entry the same as one of the other side."""
ALIKE = 0.5
"""Notes are the same one reworded if at least so much of the longer one stays."""


class Entry(Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """One entry that came, went or changed. 列表中的一项变化。"""

    op: Literal["added", "removed", "changed"]
    """What happened to it. 增、删、改。"""
    from_: Any | UnsetType = UNSET
    """The entry before. 变更前。"""
    to: Any | UnsetType = UNSET
    """The entry after. 变更后。"""


def entries(field: str, before: object, after: object) -> tuple[Entry, ...]:
    """What came, went and changed between two values of a list, each where it stands there.

    Values are plain data; what is not there (UNSET, None) is an empty list. Empty if neither is a
    list, or if only the order differs.
    """
    if not (isinstance(before, list) or isinstance(after, list)):
        return ()
    old, new = (list(one) if isinstance(one, (list, tuple)) else [] for one in (before, after))
    return tuple(_told(old, new, _paired(field.rpartition(".")[2], old, new)))


def _paired(name: str, old: list[Any], new: list[Any]) -> dict[int, int]:
    """Which entry of the newer list each of the older one has become."""
    found: dict[int, int] = {}
    _by(canonical, old, new, found=found)
    if name in KEYS:
        _by(lambda row: _key(row, KEYS[name]), old, new, found=found)
    elif name in NOTES and all(isinstance(row, dict) for row in (*old, *new)):
        _by(lambda note: texts_of(note) or None, old, new, found=found)
        _by(see_of, old, new, found=found)
        _by_likeness(old, new, found=found)
    return found


def _by(
    key: Callable[[Any], object], old: list[Any], new: list[Any], *, found: dict[int, int]
) -> None:
    """Pairs what is left over by a key; of several with one key, the first with the first."""
    taken = set(found.values())
    waiting: dict[bytes, list[int]] = defaultdict(list)
    for at in reversed(range(len(new))):
        if at not in taken and (value := key(new[at])) is not None:
            waiting[canonical(value)].append(at)
    for at, row in enumerate(old):
        value = None if at in found else key(row)
        if value is not None and (places := waiting.get(canonical(value))):
            found[at] = places.pop()


def _key(row: Any, names: Sequence[str]) -> object:
    return [row.get(name) for name in names] if isinstance(row, Mapping) else None


def _by_likeness(old: list[Any], new: list[Any], *, found: dict[int, int]) -> None:
    """Pairs what is left over, the most alike first; of equal ones, the first in both lists."""
    from rapidfuzz.distance import LCSseq

    taken = set(found.values())
    scored = [
        (-LCSseq.normalized_similarity(_words(one), _words(other)), at, there)
        for at, one in enumerate(old)
        for there, other in enumerate(new)
        if at not in found and there not in taken
    ]
    for score, at, there in sorted(scored):
        if -score >= ALIKE and at not in found and there not in taken:
            found[at] = there
            taken.add(there)


def _words(note: Any) -> str:
    """What a note says, one language after the other."""
    return "\n".join(texts_of(note)[tag] for tag in sorted(texts_of(note)))


def _told(old: list[Any], new: list[Any], pairs: Mapping[int, int]) -> Iterator[Entry]:
    """In the order of the older list; what came stands before what follows it in the newer one."""
    came = sorted(set(range(len(new))) - set(pairs.values()), reverse=True)
    for at, row in enumerate(old):
        there = pairs.get(at)
        if there is None:
            yield Entry("removed", row)
            continue
        while came and came[-1] < there:
            yield Entry("added", to=new[came.pop()])
        if canonical(row) != canonical(new[there]):
            yield Entry("changed", row, new[there])
    for place in reversed(came):
        yield Entry("added", to=new[place])
