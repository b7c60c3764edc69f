"""The history of a category or standard: comparing versions, having old values again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.reading import Reading
from stdtree.tui.flows import clipboard, mending
from stdtree.tui.picking import matches
from stdtree.tui.present.history import Row, step_lines
from stdtree.tui.present.line import Piece, line
from stdtree.tui.restoring import Restorable, restorable
from stdtree.tui.screens.compare import CompareScreen
from stdtree.tui.screens.history import HistoryScreen

if TYPE_CHECKING:
    from stdtree.edit import Operation
    from stdtree.tui.screens.workbench import Workbench

STEP = Label("这次提交做了什么", "What this commit did")
RESTORE = Label("恢复此版本的字段", "Have fields of this version again")
RESTORE_ONE = Label("恢复", "Restore")
SAME_NOW = Label("各字段与此版本相同", "all fields are as they were in this version")
NO_COMMIT = Label("先选一次提交", "choose a commit first")
REVISION = Label("提交号", "revision")


async def history(desk: Workbench) -> None:
    """Open the history of what the cursor is on; go where it leads."""
    subject = desk.subject
    if subject is None:
        return
    before = desk.workspace.taxonomy
    screen = HistoryScreen(desk.workspace, desk.language, subject, today=desk.today)
    chosen = await desk.app.push_screen_wait(screen)
    if desk.workspace.taxonomy is not before:
        desk.renew()
    if chosen is not None:
        desk.go_to(chosen)


def open_row(screen: HistoryScreen) -> None:
    """Read all that a commit did; go on to the history of a relative."""
    row = screen.row
    if row is None:
        return
    if row.relative is not None:
        screen.past.append(screen.subject)
        screen.load(row.relative)
    elif row.step is not None:
        shown = row
        dialog = Reading(
            STEP, lambda tongue, width: step_lines(shown, tongue, width), screen.language
        )
        screen.app.push_screen(dialog)


def to_tree(screen: HistoryScreen) -> None:
    """Go to it in the tree, or to the relative under the cursor."""
    row = screen.row
    screen.dismiss(row.relative if row is not None and row.relative else screen.subject)


def follow_lineage(screen: HistoryScreen) -> None:
    """The histories of what it came from and went to, too; or no longer."""
    screen.with_lineage = not screen.with_lineage
    screen.load()


async def with_now(screen: HistoryScreen) -> None:
    """Compare the version of the commit under the cursor with now."""
    commit = screen.commit
    if commit is None:
        screen.say(NO_COMMIT)
        return
    await _compare(screen, commit.short, "WORK")


async def choose(screen: HistoryScreen) -> None:
    """Choose a version; with the second one they are compared, the older first."""
    row = screen.row
    if row is None or row.step is None:
        screen.say(NO_COMMIT)
        return
    if any(one.step is row.step for one in screen.chosen):
        screen.chosen = [one for one in screen.chosen if one.step is not row.step]
    else:
        screen.chosen.append(row)
    pair = screen.chosen
    if len(pair) == 2:  # noqa: PLR2004 -- a pair
        screen.chosen = []
        newer, older = sorted(pair, key=lambda one: _age(screen, one))
        await _compare(screen, _side(older), _side(newer))
    screen.show()


def _age(screen: HistoryScreen, row: Row) -> int:
    steps = [one.step for one in screen.all_rows]
    return next((at for at, step in enumerate(steps) if step is row.step), 0)


def _side(row: Row) -> str:
    commit = row.step.commit if row.step else None
    return commit.short if commit else "WORK"


async def _compare(screen: HistoryScreen, before: str, after: str) -> None:
    subject, taxonomy = screen.subject, screen.taxonomy
    placed = taxonomy.standard(subject.id)
    under = placed.home if placed and subject.entity == "standard" else subject.id
    known = under if under in taxonomy.categories else None
    other = CompareScreen(screen.workspace, screen.language, sides=(before, after), under=known)
    chosen = await screen.app.push_screen_wait(other)
    if chosen is not None:
        screen.dismiss(chosen)


async def restore(screen: HistoryScreen) -> None:
    """Choose a field that said something else then; one operation brings it back."""
    row = screen.row
    if row is None or row.step is None:
        screen.say(NO_COMMIT)
        return
    found = restorable(screen.taxonomy, row.step.difference.after.taxonomy, screen.subject)
    if not found:
        screen.say(SAME_NOW)
        return

    def options(typed: str) -> list[Option[Operation | None]]:
        return [
            _option(one, screen)
            for one in found
            if matches(typed, (one.name.zh, one.name.en, one.then.zh))
        ]

    operation = await screen.ask(Choose(RESTORE, options, language=screen.language))
    if operation is not None:
        await mending.do(screen, RESTORE_ONE, operation)


def _option(one: Restorable, screen: HistoryScreen) -> Option[Operation | None]:
    shown = line(
        Piece(f"{one.name.in_(screen.language)}  ", "strong"),
        Piece(one.then.in_(screen.language), "added"),
        Piece(f"  ← {one.now.in_(screen.language)}", "dim"),
    )
    return Option(shown, one.operation, one.why)


def copy_revision(screen: HistoryScreen) -> None:
    """The full id of the commit under the cursor."""
    commit = screen.commit
    if commit is None:
        screen.say(NO_COMMIT)
        return
    clipboard.hand_over(screen, commit.id, REVISION)
