"""What can be picked, and what matches the letters typed: codes, titles, ids, pinyin initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, cast

from stdtree.label import Label, Language
from stdtree.model.finding import Entity, Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.search.pinyin import initials
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.present.findings import subject_called
from stdtree.tui.present.line import Line, Piece

if TYPE_CHECKING:
    from stdtree.edit import FieldKind

MOST = 200
"""How many a list offers; whoever looks for more types another letter."""
LIKE = 20
"""How many are offered that are only like what was typed."""
LIKENESS = 66
"""How like, of 100, they have to be."""
TOP = Label("（顶层）", "(top level)")

Find = Callable[[str, int], Iterable[tuple[str, str]]]
"""The search of the workspace: text and limit to entity and id, best first."""


def matches(typed: str, texts: Iterable[str]) -> bool:
    """Whether every word typed is somewhere in the texts, or begins a reading in pinyin initials.

    Width and case make no difference.
    """
    known = tuple(texts)
    hay = plain(" ".join(known))
    missing = [word for word in plain(typed).split() if word not in hay]
    if not missing or not all(word.isascii() and word.isalpha() for word in missing):
        return not missing
    return all(any(word in initials(text) for text in known) for word in missing)


def plain(text: str) -> str:
    """`text` without differences of width and case."""
    return unicodedata.normalize("NFKC", text).casefold()


class Picker:
    """Offers categories, standards and bodies of one taxonomy."""

    def __init__(self, taxonomy: Taxonomy, find: Find) -> None:
        self._taxonomy = taxonomy
        self._find = find

    def called(self, kind: FieldKind, chosen: str, language: Language) -> str:
        """What a chosen id is called."""
        entity = _entity(kind)
        told = subject_called(Subject(entity, chosen), self._taxonomy, language)
        placed = self._taxonomy.standard(chosen) if entity == "standard" else None
        if placed and placed.standard.number:
            told = f"{told} {text_in(placed.standard.title, language)}"
        return told

    def dialog(
        self, kind: FieldKind, title: Label, language: Language, *, typed: str = ""
    ) -> Choose[str]:
        """A dialog that gives back an id; '' stands for the top of the tree."""

        def options(text: str) -> Sequence[Option[str]]:
            return self.options(kind, text, dialog.language)

        dialog = Choose(title, options, language=language, typed=typed)
        return dialog

    def options(self, kind: FieldKind, typed: str, language: Language) -> list[Option[str]]:
        """What matches, best first; where nothing does, what is like it."""
        offered: list[Option[str]] = []
        if kind == "parent" and not typed.strip():
            offered.append(Option(Line((Piece(TOP.in_(language), "dim"),)), ""))
        entity = _entity(kind)
        found = self._ids(entity, typed) or self._like(entity, typed)
        return [*offered, *(self._option(entity, one, language) for one in found)]

    def everything(self, typed: str, language: Language) -> list[Option[Subject]]:
        """Categories and standards that match, for a jump."""
        if not typed.strip():
            live = (("category", c.id) for _, c in self._taxonomy.walk() if c.is_live)
            found: Iterable[tuple[str, str]] = islice(live, MOST)
        else:
            found = self._find(typed, MOST)
        subjects = [Subject(cast("Entity", entity), one) for entity, one in found]
        return [
            Option(self._option(subject.entity, subject.id, language).line, subject)
            for subject in subjects
        ]

    def _ids(self, entity: Entity, typed: str) -> list[str]:
        if entity == "organization":
            bodies = self._taxonomy.organizations.values()
            return [b.id for b in bodies if matches(typed, (b.id, *b.name.values(), *b.aliases))]
        if typed.strip():
            return [one for kind, one in self._find(typed, MOST) if kind == entity]
        if entity == "standard":
            return list(self._taxonomy.standards)[:MOST]
        live = (c.id for _, c in self._taxonomy.walk() if c.is_live)
        return list(islice(live, MOST))

    def _like(self, entity: Entity, typed: str) -> list[str]:
        """Ids of what is called almost as was typed, the most alike first."""
        from rapidfuzz import fuzz, process  # only when somebody mistyped

        named = [(one, plain(text)) for one, text in self._names(entity)]
        found = process.extract(
            plain(typed),
            [text for _, text in named],
            scorer=fuzz.ratio,
            score_cutoff=LIKENESS,
            limit=LIKE,
        )
        return list(dict.fromkeys(named[index][0] for _, _, index in found))

    def _names(self, entity: Entity) -> Iterable[tuple[str, str]]:
        """Ids with all that they are called."""
        taxonomy = self._taxonomy
        if entity == "organization":
            for body in taxonomy.organizations.values():
                yield from ((body.id, text) for text in (*body.name.values(), *body.aliases))
        elif entity == "standard":
            for one, placed in taxonomy.standards.items():
                texts = (placed.standard.number or "", *placed.standard.title.values())
                yield from ((one, text) for text in texts)
        else:
            live = (category for category in taxonomy.categories.values() if category.is_live)
            for category in live:
                yield from ((category.id, text) for text in category.title.values())

    def _option(self, entity: Entity, one: str, language: Language) -> Option[str]:
        title, code, path = "", "", ""
        if entity == "category" and (category := self._taxonomy.get(one)):
            title, code = text_in(category.title, language), category.code or ""
            path = self._path(one, language)
        elif entity == "standard" and (placed := self._taxonomy.standard(one)):
            title, code = text_in(placed.standard.title, language), placed.standard.number or ""
            path = self._path(placed.home, language, itself=True)
        elif entity == "organization" and (body := self._taxonomy.organizations.get(one)):
            title = text_in(body.name, language)
        pieces = (
            Piece(f"{code}  " if code else "", "code"),
            Piece(title),
            Piece(f"  {path}" if path else "", "dim"),
        )
        return Option(Line(pieces, (Piece(f" {one}", "dim"),)), one)

    def _path(self, category_id: str, language: Language, *, itself: bool = False) -> str:
        """What stands above a category, from the root down."""
        above = [*reversed(tuple(self._taxonomy.ancestors(category_id)))]
        home = self._taxonomy.get(category_id) if itself else None
        return " › ".join(text_in(c.title, language) for c in (*above, *((home,) if home else ())))


def _entity(kind: FieldKind) -> Entity:
    if kind in {"standard", "standards"}:
        return "standard"
    return "organization" if kind == "organization" else "category"
