"""The rows of the tree of changes, as the scripts of the page take them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from stdtree.export._page.entries import Entry, parts
from stdtree.export._page.told import Told, told
from stdtree.label import same
from stdtree.model import changed_tree, folding, names, words
from stdtree.model.change import ChangedEntity
from stdtree.model.changed_tree import Line
from stdtree.model.difference import Difference
from stdtree.model.ids import Text
from stdtree.safe import safe

Key = tuple[ChangedEntity, str]


class Row(Struct, frozen=True, omit_defaults=True, rename="camel"):
    """One line of the tree; without entries it only says where the others stand."""

    entity: ChangedEntity
    id: str
    title: Told
    code: str | None = None
    code_before: str | None = None
    """Only where it is another; so are all that end in `before`."""
    title_before: Told | None = None
    up: int = -1
    """Number of the row above it in the tree."""
    level: str | None = None
    owner: str | None = None
    gone: bool = False
    """Not live any more in the newer release."""
    entries: tuple[Entry, ...] = ()


class Rows:
    """Rows in the order of the tree: categories, each with its standards, then all else."""

    def __init__(self, difference: Difference) -> None:
        self.rows: list[Row] = []
        self.at: dict[Key, int] = {}
        """Where a category, standard or anything else stands."""
        self._difference = difference
        self._meanings = folding.meanings(difference)
        tree = changed_tree.changed_tree(difference, folded=False)
        places: list[int] = []
        for line in tree.lines:
            up = places[line.up] if line.up >= 0 else -1
            places.append(self._add(self._category(line, up)))
            self._standards(line, places[-1])
        for entity, things in groupby(tree.things, key=lambda thing: thing.entity):
            head = self._add(Row(entity, "", told(words.ENTITY[entity])))
            for thing in things:
                self._add(self._thing(entity, thing.id, thing.changes, up=head))

    def _add(self, row: Row) -> int:
        place = self.at[row.entity, row.id] = len(self.rows)
        self.rows.append(row)
        return place

    def _category(self, line: Line, up: int) -> Row:
        category = line.category
        before = self._difference.before.taxonomy.get(category.id) or category
        return Row(
            "category",
            safe(category.id),
            told(names.text(category.title)),
            code=_code(category.code),
            code_before=_before(before.code, category.code),
            title_before=_title_before(before.title, category.title),
            up=up,
            level=line.level,
            owner=line.owner,
            gone=line.gone,
            entries=self._entries(line.changes),
        )

    def _standards(self, line: Line, up: int) -> None:
        for row in line.rows:
            standard = row.standard
            known = self._difference.before.taxonomy.standard(standard.id)
            before = known.standard if known else standard
            self._add(
                Row(
                    "standard",
                    safe(standard.id),
                    told(names.text(standard.title)),
                    code=_code(standard.number),
                    code_before=_before(before.number, standard.number),
                    title_before=_title_before(before.title, standard.title),
                    up=up,
                    level=line.level,
                    owner=line.owner,
                    gone=row.gone,
                    entries=self._entries(row.changes),
                )
            )

    def _thing(self, entity: ChangedEntity, key: str, changes: Iterable[int], *, up: int) -> Row:
        before, after = self._difference.before.taxonomy, self._difference.after.taxonomy
        name = names.named(after, entity, key)
        name = names.named(before, entity, key) if name == same(key) else name
        entries = self._entries(changes)
        gone = any(entry.kind == "removed" for entry in entries)
        return Row(entity, key, told(name), up=up, gone=gone, entries=entries)

    def _entries(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        return tuple(self._entry(n) for n in numbers)

    def _entry(self, n: int) -> Entry:
        change = self._difference.changes[n - 1]
        return Entry(
            n,
            change.kind,
            parts(change, self._difference),
            real=self._meanings[n - 1],
            cause=self._difference.causes.get(n),
        )


def _code(code: str | None) -> str | None:
    return None if code is None else safe(code)


def _before(before: str | None, after: str | None) -> str | None:
    return _code(before) if before != after else None


def _title_before(before: Text, after: Text) -> Told | None:
    return told(names.text(before)) if before != after else None
