"""The palette: commands, operations and categories by name; and what opens other views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.edit import operation_type
from stdtree.label import Label, same
from stdtree.model.finding import Subject
from stdtree.tui.command import Command
from stdtree.tui.commands import commands_in
from stdtree.tui.dialogs.choose import Choose
from stdtree.tui.dialogs.question import Question
from stdtree.tui.flows.operate import operate
from stdtree.tui.offered import Chosen, offers_of, options, used
from stdtree.tui.picking import Picker
from stdtree.tui.present.standards import standard_told
from stdtree.tui.screens.compare import CompareScreen

if TYPE_CHECKING:
    from stdtree.tui.screens.keyed import KeyedScreen
    from stdtree.tui.screens.workbench import Workbench

TITLE = Label("命令与类目（输入 > 只列命令）", "Commands and categories (> for commands only)")
COMMANDS = Label("命令", "Commands")
STANDARD = Label("标准", "Standard")
CLOSE = Label("关闭", "Close")


async def choose(desk: Workbench) -> None:
    """Choose a command, an operation or a place, and do or go there."""
    offers = offers_of(commands_in(desk.wheres), lambda one: one.hindered(desk), operations=True)
    picker = Picker(desk.workspace.taxonomy, desk.workspace.search)
    dialog: Choose[Chosen] = Choose(
        TITLE,
        lambda typed: options(offers, typed, dialog.language, picker=picker),
        language=desk.language,
    )
    chosen = await desk.ask(dialog)
    if isinstance(chosen, Subject):
        desk.go_to(chosen)
    elif chosen is not None:
        used(chosen)
        if isinstance(chosen, Command):
            desk.run(chosen)
        else:
            await operate(desk, chosen)


async def choose_here(screen: KeyedScreen) -> None:
    """Choose among the commands of a screen that is not about one category, then run it."""
    here = commands_in(screen.wheres)
    offers = offers_of(here, lambda one: one.hindered(screen), operations=False)
    dialog: Choose[Chosen] = Choose(
        COMMANDS, lambda typed: options(offers, typed, dialog.language), language=screen.language
    )
    chosen = await screen.app.push_screen_wait(dialog)
    if isinstance(chosen, Command):
        used(chosen)
        screen.run(chosen)


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
