"""What changed in one change: the field, and what it said before and after, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal

from msgspec import UNSET

from stdtree.export._office.cells import Worded, sides, whole
from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.change import Change
from stdtree.model.difference import Difference
from stdtree.model.entries import Entry, entries
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import field_named, told
from stdtree.model.wording import Piece, reworded

_NOTHING = Worded(())
_ELSEWHERE = frozenset(
    ("id", "code", "number", "title", "parent", "standards", "change_notes", "reason")
)
"""Fields of an item that other columns tell."""
_HOME = Label("所属类目", "home")
Both = tuple[Worded, Worded]
"""Before and after."""


class Values:
    """Before and after of the changes of one difference, in one language."""

    def __init__(
        self, difference: Difference, language: Language, *, only: frozenset[str] | None = None
    ) -> None:
        """With `only`, of items that came or went just these fields are told."""
        self._only = only
        self._before = difference.before.taxonomy
        self._after = difference.after.taxonomy
        self._language = language

    def lines(self, change: Change) -> tuple[Both, ...]:
        """Before and after, a line for each part of what changed; an empty side has nothing."""
        match change.kind:
            case "added":
                return tuple(self._item(change.value, "added", self._after))
            case "removed":
                return tuple(self._item(change.value, "removed", self._before))
            case "retired":
                return tuple(self._item(change.to, "added", self._after))
            case "reinstated":
                return tuple(self._item(change.from_, "removed", self._before))
            case _:
                return self._field(change)

    def _field(self, change: Change) -> tuple[Both, ...]:
        name = {"moved": "parent", "renamed": "title"}.get(change.kind, change.field or "")
        if found := entries(name, change.from_, change.to):
            return tuple(self._entry(entry, name) for entry in found)
        before, after = self._in(
            self._told(change.from_, name, self._before), self._told(change.to, name, self._after)
        )
        if _is_text(name) and before and after:
            return (sides(before, after),)
        return ((whole(before, "removed"), whole(after, "added")),)

    def _entry(self, entry: Entry, name: str) -> Both:
        before = self._told(entry.from_, name, self._before)
        return sides(*self._in(before, self._told(entry.to, name, self._after)))

    def _told(self, value: object, field: str, taxonomy: Taxonomy) -> Label:
        """In words; what is not there is empty, but for a parent: none is the root."""
        is_nothing = value is UNSET or (value is None and field != "parent")
        return same("") if is_nothing else told(value, field, taxonomy)

    def _in(self, before: Label, after: Label) -> tuple[str, str]:
        """Both in the language; in the other one where nothing differs in this."""
        here = before.in_(self._language), after.in_(self._language)
        if here[0] != here[1] or before == after:
            return here
        return (before.en, after.en) if self._language == "zh" else (before.zh, after.zh)

    def _item(
        self, value: object, op: Literal["added", "removed"], taxonomy: Taxonomy
    ) -> Iterator[Both]:
        """What an item says that came or went, field by field."""
        for field, content in value.items() if isinstance(value, Mapping) else ():
            is_wanted = field not in _ELSEWHERE and (self._only is None or field in self._only)
            if is_wanted and content not in (None, "", [], {}, ()):
                said = names.titled(field_named(field, taxonomy), told(content, field, taxonomy))
                text = whole(said.in_(self._language), op)
                yield (text, _NOTHING) if op == "removed" else (_NOTHING, text)


def side(lines: Iterable[Both], at: Literal[0, 1]) -> Worded:
    """One side of several lines, one below the other; what is empty leaves no line."""
    return below(line[at] for line in lines)


def in_one(lines: Iterable[Both]) -> Worded:
    """Both sides in one text: what stayed once, or one → the other where nothing did."""
    return below(map(_merged, lines))


def below(texts: Iterable[Worded]) -> Worded:
    """Texts one below the other."""
    found = [text.pieces for text in texts if text.pieces]
    broken = (((Piece("same", "\n"),) if at else ()) + pieces for at, pieces in enumerate(found))
    return Worded(tuple(chain.from_iterable(broken)))


def _merged(both: Both) -> Worded:
    before, after = (str(text) for text in both)
    if not before or not after:
        return both[0] if before else both[1]
    if any(piece.op == "same" for text in both for piece in text.pieces):
        return Worded(reworded(before, after))
    return Worded((Piece("same", f"{before} → {after}"),))


def field_of(change: Change, taxonomy: Taxonomy) -> Label:
    """The word for the field that changed; empty where the whole item came or went."""
    match change.kind:
        case "moved":
            return _HOME if change.entity == "standard" else words.field_word("parent")
        case "recoded":
            return words.field_word("number" if change.entity == "standard" else "code")
        case "renamed":
            return words.field_word("title") + same(f" ({change.lang})")
        case "field":
            return field_named(change.field or "", taxonomy)
        case _:
            return same("")


def _is_text(field: str) -> bool:
    """Whether somebody words it: it is in one language (`definition.zh`), or one of these."""
    return field in ("title", "committee", "source") or field not in words.FIELD
