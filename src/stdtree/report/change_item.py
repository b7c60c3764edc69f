"""One changed thing as an item of a list: its name, what happened to it, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import UNSET

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.difference import Difference
from stdtree.model.entries import Entry, entries
from stdtree.model.event_kind import BaseKind
from stdtree.model.ids import Text, see_of, texts_of
from stdtree.model.told import field_named, told
from stdtree.report import Cell, Item, Style
from stdtree.wrapping import cells

_SHORT, _ROOM = 60, 100
"""What happened stands in the line of what it happened to, one up to so many cells, all to that."""
_COMES = ("added", "reinstated")
_GOES = ("removed", "retired")
_MARKS: Mapping[str, Style] = {"+": "added", "-": "removed", "~": "changed"}
TEXTS = frozenset(
    {
        "definition", "remark", "notice", "source", "committee", "comment",
        "proposed_change", "reason", "includes", "includes_also", "excludes",
    }
)  # fmt: skip
"""Fields that hold what somebody words, and rewords; names are short, and looked for whole."""
_COLON = Label("：", ":")
_KINDS = list(BASE_KINDS)
_FIELDS = {field: place for place, field in enumerate(words.FIELD)}
_RECODED = Item((Cell(BASE_KINDS["recoded"], "changed"),))


def item(changes: Sequence[Change], difference: Difference, *, below: Iterable[Item] = ()) -> Item:
    """All changes of one thing; what is short stands in the line itself."""
    first, mark = changes[0], mark_of(changes)
    head = [Cell(same(mark), _MARKS[mark]), Cell(name_of(changes, difference), "strong")]
    room, long = _ROOM, []
    for change in in_reading_order(changes, difference):
        happened = _RECODED if _shows_codes(change) else details(change, difference)
        length = _length(happened)
        if happened.below or length > min(_SHORT, room):
            long.append(happened)
        else:
            room -= length
            head += (Cell(same("·"), "dim"), *happened.cells)
    said = () if first.kind != "added" else _contents(first, difference)
    return Item(tuple(head), (*long, *said, *below), counts=len(changes))


def in_reading_order(changes: Sequence[Change], difference: Difference) -> Sequence[Change]:
    """By kind, then as fields and languages are listed, not by the alphabet."""
    languages = list(difference.after.taxonomy.system.languages)

    def place(change: Change) -> tuple[int, int, int, str]:
        head, _, rest = (change.field or "").partition(".")
        tag = change.lang or rest
        return (
            _KINDS.index(change.kind),
            _FIELDS.get(change.field or "", _FIELDS.get(head, len(_FIELDS))),
            languages.index(tag) if tag in languages else len(languages),
            change.field or "",
        )

    return sorted(changes, key=place)


def mark_of(changes: Sequence[Change]) -> str:
    """Whether it came (+), went (-) or changed (~)."""
    kinds = {change.kind for change in changes}
    if kinds & set(_COMES):
        return "+"
    return "-" if kinds & set(_GOES) else "~"


def name_of(changes: Sequence[Change], difference: Difference) -> Label:
    """Code and title; where the code is another, the old one before it: A1 → AA 术语与分类."""
    first = changes[0]
    gone = any(change.kind == "removed" for change in changes)
    side = difference.before if gone else difference.after
    name = names.named(side.taxonomy, first.entity, first.id)
    if name == same(first.id) and first.entity not in ("category", "standard"):
        value = first.value if isinstance(first.value, Mapping) else {}
        title = value.get("title") or value.get("name")
        name = names.text(title) if title else name
    recoded = next(filter(_shows_codes, changes), None)
    return name if recoded is None else same(f"{recoded.from_} → ") + name


def _shows_codes(change: Change) -> bool:
    """Whether the name of what was recoded can show the old code before the new one."""
    coded = isinstance(change.from_, str) and isinstance(change.to, str)
    return change.kind == "recoded" and coded


def _length(happened: Item) -> int:
    """In cells of a terminal, in the language that needs more."""
    texts = [text for cell in happened.cells for text in (cell.text, cell.was) if text]
    return max(sum(cells(text.zh) for text in texts), sum(cells(text.en) for text in texts))


def details(change: Change, difference: Difference) -> Item:
    """What happened, without the name of what it happened to."""
    return _TOLD[change.kind](change, difference)


def _arrival(change: Change, difference: Difference) -> Item:
    """The word, and for a standard its home."""
    word = BASE_KINDS[change.kind]
    if change.parent is not None and change.entity == "standard":
        side = difference.after if change.kind == "added" else difference.before
        place = names.category(side.taxonomy, change.parent)
        word += Label("（", " (") + place + Label("）", ")")
    return Item((Cell(word, _MARKS[mark_of((change,))]),))


def _contents(change: Change, difference: Difference) -> Iterator[Item]:
    """What a category says it is, where it is new."""
    value = change.value if isinstance(change.value, Mapping) else {}
    if change.entity == "category" and value.get("definition"):
        said = told(value["definition"], "definition", difference.after.taxonomy)
        yield Item((Cell(words.field_word("definition") + Label("：", ": ") + said, "dim"),))


def _retirement(change: Change, difference: Difference) -> Item:
    """The word and successors, as the `retired` block has them; reasons stand with the event."""
    retired = change.to if change.kind == "retired" else change.from_
    word = Cell(BASE_KINDS[change.kind], _MARKS[mark_of((change,))])
    block = retired if isinstance(retired, Mapping) else {}
    heirs = block.get("succeeded_by", ())
    if not heirs or change.kind != "retired":
        return Item((word,))
    to = told(heirs, "succeeded_by", difference.after.taxonomy)
    return Item((word, Cell(same("→ ") + to)))


def _move(change: Change, difference: Difference) -> Item:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    places = told(change.from_, "parent", before), told(change.to, "parent", after)
    return Item((Cell(names.titled(BASE_KINDS["moved"], names.arrow(*places)), "changed"),))


def _recoding(change: Change, difference: Difference) -> Item:
    del difference  # codes mean the same everywhere
    codes = [
        same(code) if isinstance(code, str) else names.NOTHING for code in (change.from_, change.to)
    ]
    word = BASE_KINDS["recoded"]
    return Item((Cell(names.titled(word, names.arrow(*codes)), "changed"),))


def _renaming(change: Change, difference: Difference) -> Item:
    word = BASE_KINDS["renamed"] + Label(f"（{change.lang}）", f" ({change.lang})")
    return _turned(word, change, "title", difference)


def _field(change: Change, difference: Difference) -> Item:
    field = change.field or ""
    word = field_named(field, difference.after.taxonomy)
    if change.op == "unset" and word == words.field_word(field):
        word = field_named(field, difference.before.taxonomy)
    rows = entries(field, change.from_, change.to)
    if rows:
        return _listed(word, field, rows, difference=difference)
    return _turned(word, change, field, difference)


def _listed(word: Label, field: str, rows: Sequence[Entry], *, difference: Difference) -> Item:
    """What came to a list, went, and changed in it; a single one in the line itself."""
    lines = [_entry(row, field, difference) for row in rows]
    if len(lines) == 1:
        return Item((Cell(word + _COLON, "changed"), *lines[0].cells))
    return Item((Cell(word + _COLON, "changed"),), tuple(lines))


def _entry(row: Entry, field: str, difference: Difference) -> Item:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    if row.op == "added":
        return Item((Cell(same("+"), "added"), Cell(told(row.to, field, after), "added")))
    if row.op == "removed":
        return Item((Cell(same("-"), "removed"), Cell(told(row.from_, field, before), "removed")))
    mark, old, new = Cell(same("~"), "changed"), row.from_, row.to
    languages = {"see", *difference.before.taxonomy.system.languages}
    languages.update(difference.after.taxonomy.system.languages)
    if all(isinstance(one, Mapping) and set(one) <= languages for one in (old, new)):
        return Item((mark, *_note(old, new, difference)))
    return Item((mark, _reworded(told(old, field, before), told(new, field, after))))


def _note(old: Any, new: Any, difference: Difference) -> Iterator[Cell]:
    """A note reworded, and where it sends the reader now."""
    yield _reworded(names.text(texts_of(old)), names.text(texts_of(new)))
    see = see_of(old), see_of(new)
    if any(see):
        before, after = difference.before.taxonomy, difference.after.taxonomy
        sides = [
            names.category(side, one) if one else names.NOTHING
            for side, one in zip((before, after), see, strict=True)
        ]
        yield Cell(same("→ ") + sides[1]) if see[0] == see[1] else _replaced(*sides)


def _turned(word: Label, change: Change, field: str, difference: Difference) -> Item:
    """A value that became another one, or came, or went."""
    before = told(change.from_, field, difference.before.taxonomy)
    after = told(change.to, field, difference.after.taxonomy)
    head = Cell(word + _COLON, "changed")
    if change.from_ in (UNSET, None, ""):
        return Item((head, Cell(same("+"), "added"), Cell(after, "added")))
    if change.to in (UNSET, None, ""):
        return Item((head, Cell(same("-"), "removed"), Cell(before, "removed")))
    worded = field.partition(".")[0] in TEXTS or field.rpartition(".")[2] in TEXTS
    return Item((head, _reworded(before, after) if worded else _replaced(before, after)))


def _reworded(before: Label, after: Label) -> Cell:
    return Cell(after, was=before) if before != after else Cell(after)


def _replaced(before: Label, after: Label) -> Cell:
    return Cell(names.arrow(before, after), "changed")


def reason_item(reason: Text) -> Item:
    """The declared reason as a line of its own."""
    return Item((Cell(names.titled(Label("理由", "reason"), names.text(reason)), "dim"),))


_TOLD: Mapping[BaseKind, Callable[[Change, Difference], Item]] = {
    "added": _arrival,
    "removed": _arrival,
    "retired": _retirement,
    "reinstated": _retirement,
    "moved": _move,
    "recoded": _recoding,
    "renamed": _renaming,
    "field": _field,
}
