"""The journal (操作日志): every edit, on disk before the screen says "done".

A line of JSON each, appended and synced: a step (an operation and the values before and after it),
or a mark (undone, redone, saved, discarded). Undo puts the previous values back, so operations
need no inverse, and undo works across restarts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.atomic import append_line
from stdtree.store.decode import encode

JOURNAL = "journal.jsonl"

Values = Mapping[str, dict[str, Any] | None]
"""Categories by id as plain data; None: it was not there."""


class Entry(Struct, frozen=True):
    """One step: what was done, in words and as data, and what it changed."""

    operation: str
    fields: dict[str, Any]
    label: Label
    before: Values
    after: Values


MarkKind = Literal["undone", "redone", "saved", "discarded"]


class Mark(Struct, frozen=True):
    """Something that happened: the last step undone or redone, all saved, all forgotten."""

    mark: MarkKind


class Journal:
    """The steps of one system, which of them hold, and what the files do not have yet."""

    def __init__(self, private: Path) -> None:
        self.path = private / JOURNAL
        self.entries: list[Entry] = []
        self.position = 0
        """How many of the entries hold; those behind it are undone."""
        self.saved_position = 0
        """How many of the entries the files hold."""
        self.saved: dict[str, dict[str, Any] | None] = {}
        """What the files hold of the categories in `unsaved`."""
        self.unsaved: dict[str, dict[str, Any] | None] = {}
        """Categories as they are now, where the files hold something else."""
        self._size = 0
        """Length of the file when we last read or wrote it."""
        self._read()

    def _read(self) -> None:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        self._size = len(data)
        for number, line in enumerate(data.split(b"\n"), 1):
            try:
                record = json.loads(line)
            except ValueError:
                continue  # the last line of a crash: it was never confirmed to anybody
            try:
                if isinstance(record, dict) and "mark" in record:
                    self._take_mark(msgspec.convert(record, Mark).mark)
                else:
                    self._take_entry(msgspec.convert(record, Entry))
            except (msgspec.ValidationError, LookupError) as error:
                raise _not_understood(self.path, number) from error

    def _take_entry(self, entry: Entry) -> None:
        del self.entries[self.position :]
        self.saved_position = min(self.saved_position, self.position)
        self.entries.append(entry)
        self.position += 1
        self._turn(entry.before, entry.after)

    def _take_mark(self, kind: MarkKind) -> None:
        if kind == "undone":
            entry = self.entries[: self.position][-1]
            self.position -= 1
            self._turn(entry.after, entry.before)
        elif kind == "redone":
            entry = self.entries[self.position]
            self.position += 1
            self._turn(entry.before, entry.after)
        else:
            if kind == "discarded":
                self.entries, self.position = [], 0
            self.saved_position = self.position
            self.saved, self.unsaved = {}, {}

    def _turn(self, before: Values, after: Values) -> None:
        for key, value in after.items():
            self.saved.setdefault(key, before[key])
            self.unsaved[key] = value
            if self.saved[key] == value:
                del self.saved[key], self.unsaved[key]

    def add(
        self,
        operation: str,
        fields: dict[str, Any],
        label: Label,
        *,
        before: Taxonomy,
        after: Taxonomy,
    ) -> Entry:
        """A step, on disk when this returns."""
        ids = [
            key
            for key in {**before.categories, **after.categories}
            if before.categories.get(key) is not after.categories.get(key)
        ]
        entry = Entry(
            operation=operation,
            fields=fields,
            label=label,
            before={key: plain(before.get(key)) for key in ids},
            after={key: plain(after.get(key)) for key in ids},
        )
        self._append(entry)
        self._take_entry(entry)
        return entry

    def mark(self, kind: MarkKind) -> None:
        """Records what happened to the steps, on disk when this returns."""
        self._append(Mark(kind))
        self._take_mark(kind)

    def _append(self, record: Entry | Mark) -> None:
        """Raises StoreError if the disk is full or another stdtree writes into the journal."""
        self._size = append_line(self.path, msgspec.json.encode(record), after=self._size)


def replayed(taxonomy: Taxonomy, values: Values) -> Taxonomy:
    """The taxonomy with the categories of a step put to `values`."""
    changed = [msgspec.convert(value, Category) for value in values.values() if value is not None]
    return taxonomy.with_(*changed, without=[key for key, value in values.items() if value is None])


def fits(taxonomy: Taxonomy, values: Values) -> bool:
    """Whether the categories of a step are still what the step made of them."""
    return all(plain(taxonomy.get(key)) == value for key, value in values.items())


def plain(category: Category | None) -> dict[str, Any] | None:
    """A category as the journal keeps it."""
    return None if category is None else encode(category)


def _not_understood(path: Path, line: int) -> StoreError:
    return StoreError(
        Label(
            f"操作日志 {path} 第 {line} 行无法识别，可能由其他版本的 stdtree 写入",
            f"line {line} of the journal {path} cannot be understood; another version of stdtree"
            " may have written it",
        ),
        Label(
            f"用该版本打开并保存，或移走日志（未保存的编辑随之放弃）：mv {path} .",
            f"open and save with that version, or give up unsaved edits: mv {path} .",
        ),
    )
