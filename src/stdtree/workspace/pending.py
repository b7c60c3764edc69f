"""What the files do not have yet: the steps, and taking up those of a session that just ended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stdtree.errors import EditError, OutsideChange
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.journal import Journal
from stdtree.store.journal_values import fits, named, replayed
from stdtree.store.load import Loaded
from stdtree.workspace.alone import refuse_elsewhere


@dataclass(frozen=True)
class Step:
    """One entry of the journal, for the list of operations."""

    number: int
    operation: str
    label: Label
    undone: bool
    saved: bool
    """Whether the files hold it; what is undone and yet saved leaves them at the next save."""

    @property
    def is_waiting(self) -> bool:
        """Whether the next save will do something about it."""
        return self.undone == self.saved


def steps(journal: Journal) -> tuple[Step, ...]:
    """All steps of the journal, oldest first."""
    return tuple(
        Step(
            number=number,
            operation=entry.operation,
            label=entry.label,
            undone=number > journal.position,
            saved=number <= journal.saved_position,
        )
        for number, entry in enumerate(journal.entries, 1)
    )


def undecided(private: Path) -> EditError:
    """The refusal to edit before somebody has said what becomes of an earlier session's edits.

    Raises EditError if they are those of an editor that is still open.
    """
    refuse_elsewhere(private)
    return EditError(
        Label("上次有未保存的编辑", "an earlier session left unsaved edits"),
        Label(
            "恢复并保存：stdtree edit recover；放弃：stdtree edit discard",
            "take them up: stdtree edit recover; forget them: stdtree edit discard",
        ),
    )


def is_written(loaded: Loaded, journal: Journal) -> bool:
    """Whether the files hold everything: a save may have ended before the journal could say so."""
    return fits(loaded.taxonomy, journal.unsaved)


def changed_by_others(now: Taxonomy, journal: Journal) -> tuple[str, ...]:
    """What has unsaved edits and is, in the files as they are now, not what was edited."""
    return tuple(
        key
        for key, value in journal.saved.items()
        if not fits(now, {key: value}) and not fits(now, {key: journal.unsaved[key]})
    )


def taken_up(loaded: Loaded, journal: Journal) -> Taxonomy:
    """What the files hold, with the unsaved edits.

    Raises OutsideChange if somebody else changed one of the same categories.
    """
    now = loaded.taxonomy
    changed = changed_by_others(now, journal)
    if changed:
        raise OutsideChange(
            Label(
                "有未保存的编辑，其他程序又修改了：",
                "unsaved here, and changed by another program: ",
            )
            + names.listed(named(now, key) for key in changed),
            Label(
                "并排查看双方再作决定：stdtree tui；或放弃编辑：stdtree edit discard",
                "see both sides and decide: stdtree tui; or forget the edits: stdtree edit discard",
            ),
        )
    return replayed(now, journal.unsaved)
