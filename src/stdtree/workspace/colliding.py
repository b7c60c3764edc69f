"""Unsaved edits, and what another program did meanwhile to the same things: both sides, decided.

Nothing is overwritten before somebody has seen both sides. Whatever is decided, the journal holds
the edits until the files do.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from stdtree.errors import OutsideChange
from stdtree.label import Label
from stdtree.model.canonical import digest
from stdtree.model.names import several
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import field_named, told
from stdtree.store.disk import replace_file, writing
from stdtree.store.file_tree import DiskTree
from stdtree.store.journal_values import named, replayed, value_of
from stdtree.store.load import load
from stdtree.store.patch_file import encode_patch
from stdtree.workspace import pending
from stdtree.workspace.applying import patch_of
from stdtree.workspace.editions import Edition, compare

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

OPERATION = "apply-again"
"""What the journal calls it."""
ROWS = "standards"
"""The list of which each row counts as a field of its own."""
PATCH = "stdtree-edits"
Parts = Mapping[str, Any]


class Clash(NamedTuple):
    """A field as it was, as we have it and as the file has it now; None where it says nothing."""

    name: Label
    base: Label | None
    mine: Label | None
    theirs: Label | None
    both: bool
    """Whether both sides changed it: ours would replace theirs."""


class Collision(NamedTuple):
    """A category, or file beside them, that we edited and another program changed."""

    key: str
    name: Label
    fields: tuple[Clash, ...]


def collisions(workspace: Workspace) -> tuple[Collision, ...]:
    """What unsaved edits and the files as they are now have in common; touches nothing."""
    now = load(DiskTree(workspace.root)).taxonomy
    journal = workspace.journal
    return tuple(
        Collision(key, _name(now, workspace, key), tuple(_clashes(now, workspace, key)))
        for key in pending.changed_by_others(now, journal)
    )


def settle(workspace: Workspace, choice: Literal["again", "theirs"]) -> Label:
    """Reads the files anew and puts the unsaved edits upon them; says what was done.

    `again`: of what both sides changed, our fields replace theirs and their other ones stay;
    `theirs`: it stays as the files have it. Edits of other things stay either way, unsaved.
    """
    with suppress(OutsideChange):
        workspace.reload()
    now, journal = workspace.loaded.taxonomy, workspace.journal
    keys = pending.changed_by_others(now, journal)
    others = {key: value for key, value in journal.unsaved.items() if key not in keys}
    before = after = replayed(now, others)
    if choice == "again":
        merged = {
            key: _merged(journal.saved[key], journal.unsaved[key], value_of(now, key))
            for key in keys
        }
        after = replayed(before, merged)
    said = _SAID[choice]
    count = several(len(keys), "category", "categories")
    label = Label(said.zh.format(len(keys)), said.en.format(count))
    workspace.recover(before)
    workspace.take(OPERATION, {"choice": choice, "keys": sorted(keys)}, label, after=after)
    return label


_SAID = {
    "again": Label("在他人改动之上重做 {} 个类目的编辑", "Apply the edits of {} again"),
    "theirs": Label("{} 个类目保留他人的改动", "Keep what others made of {}"),
}


def write_patch(workspace: Workspace) -> str:
    """Writes the unsaved edits as a patch beside the system; the file's name.

    `stdtree apply FILE` takes them up again, here or elsewhere.
    """
    now, journal = workspace.loaded.taxonomy, workspace.journal
    base = replayed(now, journal.saved)
    mine = replayed(base, journal.unsaved)
    ends = (Edition(name, one, digest(one)) for name, one in (("WORK", base), ("edits", mine)))
    text = encode_patch(patch_of(compare(*ends)))
    numbers = itertools.chain([""], map(str, itertools.count(2)))
    names = (f"{PATCH}{number}.json" for number in numbers)
    name = next(name for name in names if not (workspace.root / name).exists())
    with writing():
        replace_file(workspace.root / name, text.encode())
    return name


def _name(now: Taxonomy, workspace: Workspace, key: str) -> Label:
    known = now if value_of(now, key) is not None else workspace.loaded.taxonomy
    return named(known, key)


def _clashes(now: Taxonomy, workspace: Workspace, key: str) -> list[Clash]:
    """The fields that either side changed."""
    sides = (workspace.journal.saved[key], workspace.journal.unsaved[key], value_of(now, key))
    base, mine, theirs = (_parts(side or {}) for side in sides)
    found = []
    for field in dict.fromkeys((*base, *mine, *theirs)):
        was, ours, others = (side.get(field) for side in (base, mine, theirs))
        if was == ours == others:
            continue
        base_told, mine_told, theirs_told = (
            _told(value, field, now) for value in (was, ours, others)
        )
        both = was not in (ours, others) and ours != others
        found.append(Clash(_field_name(field, now), base_told, mine_told, theirs_told, both))
    return found


def _told(value: object, field: str, taxonomy: Taxonomy) -> Label | None:
    return None if value is None else told(value, field, taxonomy)


def _field_name(field: str, taxonomy: Taxonomy) -> Label:
    head, _, row = field.partition(".")
    return Label(f"标准 {row}", f"standard {row}") if head == ROWS else field_named(field, taxonomy)


def _parts(value: Parts) -> dict[str, Any]:
    """The fields of plain data; of texts each language and of the table each row is one."""
    parts: dict[str, Any] = {}
    for field, inside in value.items():
        if field == ROWS:
            parts |= {f"{ROWS}.{row['id']}": row for row in inside}
        elif isinstance(inside, Mapping):
            parts |= {f"{field}.{key}": part for key, part in inside.items()}
        else:
            parts[field] = inside
    return parts


def _merged(base: Parts | None, mine: Parts | None, theirs: Parts | None) -> dict[str, Any] | None:
    """Theirs, with the fields in it that we changed."""
    if mine is None or theirs is None:
        return None if mine is None else dict(mine)
    was, ours, parts = _parts(base or {}), _parts(mine), _parts(theirs)
    for field in was.keys() | ours.keys():
        if ours.get(field) == was.get(field):
            continue
        if field in ours:
            parts[field] = ours[field]
        else:
            parts.pop(field, None)
    return _whole(parts, {**theirs, **mine})


def _whole(parts: Parts, like: Parts) -> dict[str, Any]:
    """The fields put together again, in the order and of the sort that `like` has them."""
    made: dict[str, Any] = {}
    for field in like:
        below = {key.partition(".")[2]: one for key, one in parts.items() if _is_in(key, field)}
        if field == ROWS:
            made[field] = list(below.values())
        elif isinstance(like[field], Mapping):
            made |= {field: below} if below else {}
        elif field in parts:
            made[field] = parts[field]
    return made


def _is_in(key: str, field: str) -> bool:
    return key.startswith(f"{field}.")
