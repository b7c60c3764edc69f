"""An opened repository: its files, its journal and its git, and the tree as it is now."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from stdtree.errors import EditError, StoreError
from stdtree.label import Label, Language, chosen_language
from stdtree.model.category import Category
from stdtree.model.finding import Finding
from stdtree.model.taxonomy import Placed, Taxonomy
from stdtree.store import atomic, git_locks, places
from stdtree.store.file_tree import DiskTree
from stdtree.store.git import Repository
from stdtree.store.journal import Entry, Journal, MarkKind
from stdtree.store.journal_values import Values, fits, replayed
from stdtree.store.load import Loaded, load
from stdtree.workspace import pending
from stdtree.workspace.pending import Step

if TYPE_CHECKING:
    from stdtree.edit import Operation
    from stdtree.model.difference import Difference
    from stdtree.workspace.checklist import Checkpoint
    from stdtree.workspace.editions import Edition
    from stdtree.workspace.live import LiveFindings
    from stdtree.workspace.searching import Finder


class Workspace:
    """A standards system in a folder, in git or not: what its files hold, and unsaved edits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        """Folder that holds taxonomy/, schemas/, exports/."""
        self.repository = Repository.find(root)
        git_dir = self.repository.git_dir if self.repository else None
        self.private = places.private_folder(root, git_dir)
        if git_dir:
            git_locks.clear_left(git_dir)
        self.live: LiveFindings | None = None
        self.mended = atomic.finish(root, self.private)
        """Files whose writing a crash had cut short and that are complete now."""

    @classmethod
    def open(cls, start: Path | None = None) -> Self:
        """The system in `start` (default: the current folder) or the nearest folder above.

        Raises StoreError if there is none.
        """
        folder = start or Path.cwd()
        root = places.find_root(folder)
        if root is None:
            Repository.find(folder)  # a bare one has no files: it says so
            raise StoreError(
                Label(
                    f"{folder} 及其上级文件夹中没有 taxonomy/",
                    f"there is no taxonomy/ in {folder} or above it",
                ),
                Label(
                    "新建体系：stdtree init；或用 -C 指定文件夹",
                    "make a system: stdtree init; or name its folder with -C",
                ),
            )
        return cls(root)

    # -- now --------------------------------------------------------------------------------------

    @cached_property
    def loaded(self) -> Loaded:
        """What the files hold."""
        return load(DiskTree(self.root))

    @cached_property
    def journal(self) -> Journal:
        """The steps, of this session and of those before."""
        journal = Journal(self.private)
        if journal.unsaved and pending.is_written(self.loaded, journal):
            journal.mark("saved")
        return journal

    @cached_property
    def _left_over(self) -> bool:
        """Whether an earlier session ended without saving, and nobody said what to do about it."""
        return bool(self.journal.unsaved)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The tree as it is now, with unsaved edits."""
        return self.loaded.taxonomy

    @property
    def unsaved(self) -> int:
        """How many categories, and files beside them, differ from what the files hold."""
        return len(self.journal.unsaved)

    @property
    def branch(self) -> str | None:
        """The git branch; None without a repository or a branch."""
        return self.repository.branch() if self.repository else None

    def category(self, name: str) -> Category:
        """A category by id or code. Raises UsageError with the nearest ones."""
        from stdtree.workspace.naming import category

        return category(self.taxonomy, name)

    def standard(self, name: str) -> Placed:
        """A standard by id or number. Raises UsageError with the nearest ones."""
        from stdtree.workspace.naming import standard

        return standard(self.taxonomy, name)

    def check(self, taxonomy: Taxonomy | None = None, *, today: str = "") -> tuple[Finding, ...]:
        """All findings, placed and sorted; `today` (YYYY-MM-DD): the day to judge dates by."""
        from stdtree.workspace.live import check

        return check(self, taxonomy or self.taxonomy, today=today)

    @cached_property
    def search(self) -> Finder:
        """`search(text, limit)`: ("category" or "standard", id) of what fits, best first."""
        from stdtree.workspace.searching import Finder

        return Finder(self)

    # -- editing ----------------------------------------------------------------------------------

    def apply(self, operation: Operation) -> Label:
        """Applies an operation and journals it; says what was done. Raises EditError."""
        from stdtree import edit

        self._refuse_left_over()
        label = operation.describe(self.taxonomy)
        fields, after = edit.encode(operation), operation.apply(self.taxonomy)
        self.take(operation.operation_id(), fields, label, after=after)
        return label

    def take(self, name: str, fields: dict[str, Any], label: Label, *, after: Taxonomy) -> None:
        """Journals a step to `after`, whoever worked it out. Raises EditError."""
        self._refuse_left_over()
        self.journal.add(name, fields, label, before=self.taxonomy, after=after)
        self.taxonomy = after

    def undo(self) -> Label | None:
        """Takes the last step back; says which, None if there is none. Raises EditError."""
        self._refuse_left_over()
        if self.journal.position == 0:
            return None
        entry = self.journal.entries[self.journal.position - 1]
        self._turn(entry, "undone", entry.after, entry.before)
        return entry.label

    def redo(self) -> Label | None:
        """Takes the last undone step again; says which, None if there is none."""
        self._refuse_left_over()
        if self.journal.position == len(self.journal.entries):
            return None
        entry = self.journal.entries[self.journal.position]
        self._turn(entry, "redone", entry.before, entry.after)
        return entry.label

    def _turn(self, entry: Entry, mark: MarkKind, old: Values, new: Values) -> None:
        if not fits(self.taxonomy, old):
            raise EditError(
                Label(
                    f"无法撤销或重做“{entry.label.zh}”：所涉类目此后已被修改",
                    f"cannot undo or redo “{entry.label.en}”: its categories have changed since",
                ),
                Label("请直接编辑该类目", "edit the category itself"),
            )
        turned = replayed(self.taxonomy, new)
        self.journal.mark(mark)
        self.taxonomy = turned

    def _refuse_left_over(self) -> None:
        if self._left_over:
            raise pending.undecided(self.private)

    def steps(self) -> tuple[Step, ...]:
        """All steps of the journal, oldest first."""
        return pending.steps(self.journal)

    def save(self) -> tuple[str, ...]:
        """Writes the edits to their files; the paths. Raises OutsideChange if one was changed."""
        from stdtree.store.save import save

        self._refuse_left_over()
        if not self.journal.unsaved:
            return ()
        loaded, paths = save(self.loaded, self.taxonomy, root=self.root, private=self.private)
        self.loaded = loaded
        self.journal.mark("saved")
        return paths

    def recoverable(self) -> tuple[Step, ...]:
        """What an earlier session left unsaved; empty when there is nothing or it was taken up."""
        return tuple(step for step in self.steps() if step.is_waiting) if self._left_over else ()

    def recover(self, decided: Taxonomy | None = None) -> None:
        """Takes up the edits of an earlier session, or what was `decided`; OutsideChange if not."""
        self.taxonomy = decided or pending.taken_up(self.loaded, self.journal)
        self._left_over = False

    def discard(self) -> None:
        """Forgets unsaved edits: back to what the files hold."""
        self.journal.mark("discarded")
        self.reload()

    def reload(self) -> None:
        """Reads the files anew; unsaved edits stay, in the journal alone after an OutsideChange."""
        edited = self.unsaved > 0 and not self._left_over
        for name in ("loaded", "taxonomy", "journal", "_left_over"):
            self.__dict__.pop(name, None)
        if edited and self._left_over:
            self.recover()

    # -- git --------------------------------------------------------------------------------------

    def changed(self) -> Difference:
        """What differs between the last commit and now."""
        from stdtree.workspace.committing import changed

        return changed(self)

    def suggested_message(self, language: Language | None = None) -> str:
        """A commit message in words, drafted from the edits."""
        from stdtree.workspace.committing import suggested_message

        return suggested_message(self, language or chosen_language(os.environ))

    def commit(self, message: str, *, trusted: bool = False) -> str:
        """Commits the changed files under taxonomy/ and nothing else; the short revision."""
        from stdtree.workspace.committing import commit

        return commit(self, message, trusted=trusted)

    # -- comparing, releasing --------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """What can be compared by name: releases, oldest first, then WORK."""
        from stdtree.workspace.editions import names

        return names(self)

    def edition(self, name: str) -> Edition:
        """A release, WORK, INDEX, rev:NAME or any git revision. Raises UsageError or StoreError."""
        from stdtree.workspace.editions import edition

        return edition(self, name)

    def compare(
        self, before: str, after: str, *, via: Sequence[str] = (), suggest: bool = False
    ) -> Difference:
        """What turns one edition into the other; `via`: the steps of their correspondence."""
        from stdtree.workspace.comparing import compared

        return compared(self, before, after, via=via, suggest=suggest)

    def release_checklist(
        self, name: str, *, date: str = "", reason: Mapping[str, str] | None = None
    ) -> tuple[Checkpoint, ...]:
        """What a release of that date waits for, each with whether it is done."""
        from stdtree.workspace.releasing import checklist

        return checklist(self, name, date=date, reason=reason)

    def release(  # noqa: PLR0913 -- the record of a release has this many parts
        self,
        name: str,
        *,
        date: str,
        notes: Mapping[str, str] | None = None,
        reason: Mapping[str, str] | None = None,
        sign: bool = False,
        trusted: bool = False,
    ) -> tuple[str, ...]:
        """Records, exports, commits and tags a release; the paths written."""
        from stdtree.workspace.releasing import release

        return release(
            self, name, date=date, notes=notes, reason=reason, sign=sign, trusted=trusted
        )

    def export(
        self,
        name: str,
        *,
        against: str | None = None,
        only: Sequence[str] | None = None,
        into: Path | None = None,
    ) -> tuple[str, ...]:
        """Writes the products of an edition, or with `against` of what changed since; the paths."""
        from stdtree.workspace.exporting import export

        return export(self, name, against=against, only=only, into=into)
