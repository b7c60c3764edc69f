"""Running an operation: form, trial, journal, tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.edit import Operation, operation_ids, operation_type
from stdtree.label import Label
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.form import FormDialog
from stdtree.tui.form import Form
from stdtree.tui.picking import Picker, matches
from stdtree.tui.present.line import Piece, line
from stdtree.tui.reasons import NOTHING_TO_REDO, NOTHING_TO_UNDO
from stdtree.tui.widgets.fields import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stdtree.model.finding import Subject
    from stdtree.tui.flows.desk import Desk

OPERATIONS = Label("操作", "Operations")
UNDONE = Label("已撤销： ", "undone: ")
REDONE = Label("已重做： ", "redone: ")
DRAFTS_ONLY = Label("只用于草案", "for drafts only")
RETIRED_ONLY = Label("只用于已废止的类目", "for retired categories only")
_ONLY_FOR = {
    "activate-draft": ("draft", DRAFTS_ONLY),
    "remove-draft": ("draft", DRAFTS_ONLY),
    "restore-category": ("retired", RETIRED_ONLY),
}
_USUAL = (
    *("rename-category", "edit-texts", "edit-standard", "add-category", "add-standard"),
    *("move-category", "recode-category", "replace-standard", "move-standard", "retire-category"),
    *("split-category", "combine-categories", "split-off-category"),
    *("set-owner", "set-facets", "include-matter", "exclude-matter", "renumber-siblings"),
    *("promote-standard", "withdraw-standard", "cross-list", "remove-standard"),
)
"""The order in lists; operations not named here come last."""


def entity_of(operation: type[Operation]) -> str | None:
    """What an operation is about: category, standard, or nothing under the cursor."""
    if operation.subject is None:
        return None
    kind = operation.asks()[operation.subject].kind
    return "standard" if kind in {"standard", "standards"} else "category"


async def operate(
    desk: Desk, operation_id: str, *, about: str | None = None, at_top: bool = False
) -> None:
    """Ask for the fields of an operation, apply it, and show the tree after it.

    `about` is the id that the operation is about; by default what the cursor is on, and nothing
    with `at_top`.
    """
    operation = operation_type(operation_id)
    before = desk.workspace.taxonomy
    subject = desk.subject
    if (
        about is None
        and not at_top
        and subject is not None
        and subject.entity == entity_of(operation)
    ):
        about = subject.id
    form = Form(operation, before, operation.prefilled(before, about))
    done = await filled(desk, form)
    if done is None:
        return
    added = [key for key in desk.workspace.taxonomy.categories if key not in before.categories]
    desk.renew(added[0] if added else None)
    desk.say(done)


async def filled(
    desk: Desk,
    form: Form,
    *,
    heading: Label | None = None,
    do: Callable[[Operation], Label] | None = None,
) -> Label | None:
    """Have a form filled in, and do what it says; None if it was left."""
    taxonomy, live = form.taxonomy, desk.workspace.live
    picker = Picker(taxonomy, desk.workspace.search)
    context = Context(taxonomy, desk.language, picker, today=desk.today())
    trial = live.trial if live else None
    dialog = FormDialog(form, context, do=do or desk.workspace.apply, trial=trial)
    dialog.heading = heading or dialog.heading
    return await desk.ask(dialog)


async def choose_operation(desk: Desk) -> None:
    """Choose among the operations on what the cursor is on, then run it."""
    subject = desk.subject
    chosen = await desk.ask(
        Choose(OPERATIONS, lambda typed: _options(desk, typed, subject), language=desk.language)
    )
    if chosen is not None:
        await operate(desk, chosen)


def undo(desk: Desk) -> None:
    """Take back the last operation."""
    undone = desk.workspace.undo()
    desk.renew()
    desk.say(UNDONE + undone if undone else NOTHING_TO_UNDO)


def redo(desk: Desk) -> None:
    """Do again what was taken back."""
    redone = desk.workspace.redo()
    desk.renew()
    desk.say(REDONE + redone if redone else NOTHING_TO_REDO)


def usual_first(ids: Iterable[str]) -> list[str]:
    """What drafters do every day, then the rest."""
    return sorted(ids, key=lambda one: _USUAL.index(one) if one in _USUAL else len(_USUAL))


def _options(desk: Desk, typed: str, subject: Subject | None) -> list[Option[str]]:
    found = []
    category = desk.workspace.taxonomy.get(subject.id) if subject else None
    for one in usual_first(operation_ids()):
        operation = operation_type(one)
        suits = subject is None or entity_of(operation) == subject.entity
        texts = (one, operation.title.zh, operation.title.en, operation.summary.zh)
        if suits and matches(typed, texts):
            title, summary = (
                operation.title.in_(desk.language),
                operation.summary.in_(desk.language),
            )
            shown = line(Piece(title, "strong"), Piece(f"  {summary}", "dim"))
            status, why = _ONLY_FOR.get(one, (None, None))
            idle = status is not None and category is not None and category.status != status
            found.append(Option(shown, one, why if idle else None))
    return found
