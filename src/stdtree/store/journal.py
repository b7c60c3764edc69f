"""The journal (操作日志): every edit, on disk before the screen says "done".

A line of JSON each, appended and synced: a step (an operation and the values before and after it),
or a mark (undone, redone, saved, discarded). Undo puts the previous values back, so operations
need no inverse, and undo works across restarts.

It does not grow for ever: a save that makes it larger than `LARGE` leaves out the oldest steps.
What is not saved is never left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.atomic import locked
from stdtree.store.disk import append_line, replace_file, writing
from stdtree.store.journal_values import Values, between

JOURNAL = "journal.jsonl"
LOCK = "journal.lock"
LARGE = 16 * 1024 * 1024
"""Bytes; some ten thousand steps. Half of it stays when the oldest steps go."""


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
        """What the files hold of what is in `unsaved`."""
        self.unsaved: dict[str, dict[str, Any] | None] = {}
        """Categories and other files as they are now, where the files hold something else."""
        self._size = 0
        """Length of the file when we last read or wrote it."""
        self._whole = 0
        """Length up to the end of the last line that could be read."""
        self._owes_saved = False
        """Whether the mark of the last save is not on disk yet."""
        self._read()

    def _read(self) -> None:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        self._size = len(data)
        lines = data.splitlines(keepends=True)
        for number, line in enumerate(lines, 1):
            if not line.endswith(b"\n"):
                return  # torn by a crash: nobody was ever told that it was done
            try:
                record = json.loads(line)
            except ValueError as error:
                if number == len(lines):
                    return  # the same, where the disk wrote its end before its beginning
                raise _not_understood(self.path, number) from error
            try:
                if isinstance(record, dict) and "mark" in record:
                    self._take_mark(msgspec.convert(record, Mark).mark)
                else:
                    self._take_entry(msgspec.convert(record, Entry))
            except (msgspec.ValidationError, LookupError) as error:
                raise _not_understood(self.path, number) from error
            self._whole += len(line)

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
        old, new = between(before, after)
        entry = Entry(operation=operation, fields=fields, label=label, before=old, after=new)
        self._append(entry)
        self._take_entry(entry)
        return entry

    def mark(self, kind: MarkKind) -> None:
        """Records what happened to the steps, on disk when this returns.

        But for `saved`: the files hold it already, so a failing disk may take the mark later.
        """
        try:
            self._append(Mark(kind))
        except StoreError as error:
            if kind != "saved" or not isinstance(error.__cause__, OSError):
                raise
            self._owes_saved = True
        self._take_mark(kind)
        if kind in ("saved", "discarded") and self._size > LARGE:
            self._forget_oldest()

    def _append(self, record: Entry | Mark) -> None:
        """Raises StoreError if the disk is full or another stdtree writes into the journal."""
        lines = [*([Mark("saved")] if self._owes_saved else []), record]
        line = b"\n".join(msgspec.json.encode(each) for each in lines)
        with locked(self.path.parent, LOCK):
            self._size = append_line(self.path, line, after=self._size, keep=self._whole)
        self._whole = self._size
        self._owes_saved = False

    def _forget_oldest(self) -> None:
        """Writes the journal anew with the newest steps; all of them are saved or undone.

        The newest step stays, however large, and so does what can be redone.
        """
        lines = [msgspec.json.encode(entry) + b"\n" for entry in self.entries]
        first, size = len(lines), 0
        while first and (first > self.position - 1 or size + len(lines[first - 1]) <= LARGE // 2):
            first -= 1
            size += len(lines[first])
        undone: list[MarkKind] = ["undone"]
        marks = [*(undone * (len(self.entries) - self.position)), "saved"]
        data = b"".join(
            [*lines[first:], *(msgspec.json.encode(Mark(kind)) + b"\n" for kind in marks)]
        )
        if 4 * len(data) > 3 * self._size:
            return  # one step may be that large
        with locked(self.path.parent, LOCK), writing():
            if self.path.stat().st_size != self._size:
                return  # another stdtree is editing: it or the next save sees to it
            replace_file(self.path, data)
        del self.entries[:first]
        self.position -= first
        self.saved_position -= first
        self._size = self._whole = len(data)


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
