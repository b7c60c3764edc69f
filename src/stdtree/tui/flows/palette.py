"""The palette: every command and operation by name; and what opens other views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.edit import operation_ids, operation_type
from stdtree.label import Label, same
from stdtree.tui.command import Command
from stdtree.tui.commands import commands_in, every
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.question import Question
from stdtree.tui.flows.operate import operate, usual_first
from stdtree.tui.keys import shown
from stdtree.tui.picking import matches
from stdtree.tui.present.line import Line, Piece
from stdtree.tui.present.standards import standard_told
from stdtree.tui.screens.compare import CompareScreen

if TYPE_CHECKING:
    from stdtree.label import Language
    from stdtree.tui.screens.workbench import Workbench

TITLE = Label("命令", "Commands")
STANDARD = Label("标准", "Standard")
CLOSE = Label("关闭", "Close")


async def choose(desk: Workbench) -> None:
    """Choose a command or operation, then run it."""
    available = commands_in(desk.wheres)
    chosen = await desk.ask(
        Choose(
            TITLE, lambda typed: options(available, typed, desk.language), language=desk.language
        )
    )
    if isinstance(chosen, Command):
        desk.run(chosen)
    elif chosen is not None:
        await operate(desk, chosen)


def options(
    available: tuple[Command, ...], typed: str, language: Language
) -> list[Option[Command | str]]:
    """Operations, then commands, whose names hold what was typed."""
    operations: list[tuple[Label, Command | str, str]] = [
        (operation_type(one).title, one, _key_of(one)) for one in usual_first(operation_ids())
    ]
    commands: list[tuple[Label, Command | str, str]] = [
        (command.label, command, shown(command.keys[0]))
        for command in available
        if command.operation is None
    ]
    return [
        _option(label, value, key, language)
        for label, value, key in (*operations, *commands)
        if matches(typed, (value if isinstance(value, str) else value.id, label.zh, label.en))
    ]


def _key_of(operation: str) -> str:
    """The key that opens the form of an operation, if there is one."""
    found = (shown(command.keys[0]) for command in every() if command.operation == operation)
    return next(found, "")


async def show_standard(desk: Workbench, standard_id: str) -> None:
    """Show all fields of a standard; go on to edit it."""
    placed = desk.workspace.taxonomy.standard(standard_id)
    if placed is None:
        return
    text = standard_told(desk.workspace.taxonomy, placed, desk.language)
    answers = {"close": CLOSE, "edit": operation_type("edit-standard").title}
    question = Question(STANDARD, same(text), answers, language=desk.language)
    if await desk.ask(question) == "edit":
        await operate(desk, "edit-standard", about=standard_id)


async def compare(desk: Workbench) -> None:
    """Open the comparison; go to the category chosen there."""
    chosen = await desk.app.push_screen_wait(CompareScreen(desk.workspace, desk.language))
    if chosen is not None:
        desk.go_to(chosen)


def _option(
    label: Label, value: Command | str, key: str, language: Language
) -> Option[Command | str]:
    other = label.en if language == "zh" else label.zh
    left = (Piece(label.in_(language)), Piece(f"  {other}", "dim"))
    return Option(Line(left, (Piece(f" {key}", "code"),) if key else ()), value)
