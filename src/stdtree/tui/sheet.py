"""The texts of a category or standard, each in all languages, and what edits of them become.

Draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stdtree.edit import Operation, decode
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.change import EVENT_KINDS
from stdtree.model.finding import Subject
from stdtree.model.ids import see_of, texts_of
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD
from stdtree.tui.present.translations import MISSING, STALE, STALE_RULE, Stale

CHECKED = {"zh": "译文已核对，仍然贴切。", "en": "The translation was checked and still fits."}
NOTES = ("includes", "includes_also", "excludes")
NEW = Label("（新增）", " (new)")
_EVENTS: Mapping[str, Label] = {str(kind): label for kind, label in EVENT_KINDS.items()}


@dataclass(frozen=True)
class Part:
    """One text: where it stands and what it says."""

    name: str
    """title, definition, includes, includes_also, excludes, change_notes, remark."""
    key: tuple[str, ...] = ()
    """Of a change note: release, kind, standard. Of another: nothing."""
    index: int = 0
    """Of a note, its place in the list."""
    texts: Mapping[str, str] = field(default_factory=dict)
    see: str | None = None
    """Of a note, the category it sends the reader to."""

    @property
    def called(self) -> Label:
        """What it is, for its head."""
        word = FIELD[self.name]
        if self.name in NOTES:
            return word + (Label(f" {self.index + 1}", f" {self.index + 1}") if self.texts else NEW)
        if self.key:
            release, kind, standard = self.key
            event = _EVENTS.get(kind, same(kind))
            return word + same(f" {release} ") + event + same(f" {standard}".rstrip())
        return word

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(text.strip() for text in self.texts.values())


def of_category(taxonomy: Taxonomy, category: Category) -> tuple[Part, ...]:
    """Title, definition, notes, each list with an empty one at its end; open change notes."""
    return (
        Part("title", texts=dict(category.title)),
        Part("definition", texts=dict(category.definition or {})),
        *(part for name in NOTES for part in _notes(category, name)),
        *(
            Part(
                "change_notes",
                key=(note.release, note.kind, note.standard or ""),
                texts=dict(note.reason),
            )
            for note in category.change_notes
            if note.release not in taxonomy.releases
        ),
    )


def of_standard(standard: Standard) -> tuple[Part, ...]:
    """Title and remark."""
    return (
        Part("title", texts=dict(standard.title)),
        Part("remark", texts=dict(standard.remark or {})),
    )


def _notes(category: Category, name: str) -> Iterator[Part]:
    notes = getattr(category, name)
    for index, note in enumerate(notes):
        yield Part(name, index=index, texts=dict(texts_of(note)), see=see_of(note))
    yield Part(name, index=len(notes))


def operations(subject: Subject, before: Sequence[Part], after: Sequence[Part]) -> list[Operation]:
    """What makes of `before`, the texts of `subject`, those of `after`, part by part."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if _differ(old, new)]
    texts = {new.name: _given(old, new) for old, new in pairs}
    if subject.entity == "standard":
        given = {("name" if name == "title" else name): text for name, text in texts.items()}
        return [_made("edit-standard", subject, given)] if given else []
    made = []
    if "title" in texts:
        made.append(_made("rename-category", subject, {"name": texts["title"]}))
    fields: dict[str, object] = {
        name: tuple(note for part in after if part.name == name and (note := _note(part)))
        for name in NOTES
        if name in texts
    }
    if "definition" in texts:
        fields["definition"] = texts["definition"]
    if fields:
        made.append(_made("edit-texts", subject, fields))
    explained = (_explained(old, new) for old, new in pairs if new.name == "change_notes")
    return [*made, *(_made("explain-change", subject, fields) for fields in explained)]


def _made(operation: str, subject: Subject, fields: Mapping[str, object]) -> Operation:
    return decode(operation, {"id": subject.id, **fields})


def checked(subject: Subject) -> Operation:
    """Say of the translations of a subject that they still fit."""
    return decode("accept-finding", {"id": subject.id, "rule": STALE_RULE, "reason": CHECKED})


def mark(
    language: str,
    old: Part,
    new: Part,
    *,
    first: str,
    known: Stale,
) -> Label | None:
    """What is to be said of the text in one language: missing, perhaps stale, or nothing."""
    if language == first or not new.texts.get(first, "").strip():
        return None
    text, was = new.texts.get(language, ""), old.texts.get(language, "")
    if not text.strip():
        return MISSING
    behind = (old.name, old.index, language) in known
    reworded = old.texts.get(first, "") not in {"", new.texts.get(first, "")}
    return STALE if text == was and (behind or reworded) else None


def written(part: Part, texts: Mapping[str, str], see: str | None) -> Part:
    """The part with other texts; empty ones left out unless they empty what was there."""
    kept = {tag: text for tag, text in texts.items() if text.strip() or tag in part.texts}
    return replace(part, texts=kept, see=see)


def _differ(old: Part, new: Part) -> bool:
    if old.is_empty and new.is_empty:
        return False  # where nothing is written, a target alone says nothing
    return (_note(old), old.see) != (_note(new), new.see)


def _given(old: Part, new: Part) -> dict[str, str]:
    """Languages whose text changed; '' for what was emptied."""
    tags = {**old.texts, **new.texts}
    return {
        tag: new.texts.get(tag, "").strip()
        for tag in tags
        if new.texts.get(tag, "").strip() != old.texts.get(tag, "")
    }


def _note(part: Part) -> dict[str, str]:
    texts = {tag: text.strip() for tag, text in part.texts.items() if text.strip()}
    return texts | ({"see": part.see} if part.see and texts else {})


def _explained(old: Part, new: Part) -> dict[str, object]:
    release, kind, standard = new.key
    what = {"release": release, "kind": kind, "standard": standard or None}
    if new.is_empty:
        return what | {"remove": True}
    return what | {"reason": _given(old, new)}


def called(taxonomy: Taxonomy, subject: Subject) -> Label:
    """What the texts belong to."""
    if subject.entity == "standard":
        return names.standard(taxonomy, subject.id)
    return names.category(taxonomy, subject.id)
