"""One operation on several categories: what it will do, then one step, then the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stdtree.edit import Operation, operation_type
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names, words
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.flows.operate import filled
from stdtree.tui.form import Form
from stdtree.tui.picking import matches
from stdtree.tui.present.line import Piece, line

if TYPE_CHECKING:
    from stdtree.model.category import Status
    from stdtree.model.ids import CategoryId
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.tui.screens.workbench import Workbench

TITLE = Label("对选中的类目", "With the chosen categories")
OPERATIONS: Mapping[str, Sequence[Status]] = {
    "move-category": ("draft", "active"),
    "set-owner": ("draft", "active"),
    "set-facets": ("draft", "active"),
    "activate-draft": ("draft",),
    "retire-category": ("active",),
    "restore-category": ("retired",),
}
"""What can be done with several at once, and with categories of which status."""
RENUMBER = "renumber-siblings"
SHOWN = 3
TRIED = 100
"""After a refusal, so many of the categories are tried one by one."""
UNMARK = Label("先取消标记这些类目（空格），再试一次", "unmark them (space), then try again")


class FormOfSeveral(Form):
    """A form of which some fields are answered already and not shown, and some proposed.

    What is proposed is passed on even if it stays: it is no value that the categories have.
    """

    def __init__(
        self,
        operation: type[Operation],
        taxonomy: Taxonomy,
        prefilled: Mapping[str, object],
        *,
        proposed: Mapping[str, object],
        answered: Mapping[str, Any],
    ) -> None:
        super().__init__(operation, taxonomy, {**prefilled, **proposed})
        self._whole = Form(operation, taxonomy, {**prefilled, **proposed, **answered})
        self._answered, self._proposed = answered, proposed
        self.fields = tuple(field for field in self.fields if field.name not in answered)

    def build(self, entered: Mapping[str, Any]) -> Operation | dict[str, Label]:
        """The operation, or by field what is wrong with it."""
        made = self._whole.build({**self._answered, **entered})
        if not isinstance(made, Operation):
            return made
        kept = {name: entered[name] for name in self._proposed if name in entered}
        return type(made).model_validate({**dict(made), **kept, **self._answered})


async def choose(desk: Workbench) -> None:
    """Choose among what can be done with several, then do it."""
    chosen = desk.tree_pane.chosen

    def options(typed: str) -> list[Option[str]]:
        found = []
        for one in (*OPERATIONS, RENUMBER):
            operation = operation_type(one)
            title = operation.title
            if matches(typed, (one, title.zh, title.en)):
                count = len(chosen) if one == RENUMBER else len(suited(desk, one, chosen))
                shown = line(
                    Piece(title.in_(desk.language), "strong"),
                    Piece(f"  {operation.summary.in_(desk.language)}", "dim"),
                    right=(Piece(f" {count}", "dim"),),
                )
                found.append(Option(shown, one, None if count else words.STATUS[_wanted(one)]))
        return found

    taken = await desk.ask(Choose(TITLE, options, language=desk.language))
    if taken == RENUMBER:
        await renumber(desk, chosen)
    elif taken is not None:
        await operate(desk, taken, chosen)


def suited(desk: Workbench, operation_id: str, ids: Sequence[CategoryId]) -> list[CategoryId]:
    """Those of the categories with which the operation can have to do."""
    statuses, taxonomy = OPERATIONS[operation_id], desk.workspace.taxonomy
    found = (taxonomy.get(one) for one in ids)
    return [one.id for one in found if one is not None and one.status in statuses]


async def operate(
    desk: Workbench,
    operation_id: str,
    ids: Sequence[CategoryId],
    proposed: Mapping[str, object] | None = None,
) -> bool:
    """Ask for the fields that are left, and do it in one step; whether it was done."""
    fit = suited(desk, operation_id, ids)
    if not fit:
        raise EditError(
            Label("选中的类目都不适用于此操作", "none of the chosen categories is fit for this"),
            Label("请另选类目", "choose others"),
        )
    operation, taxonomy = operation_type(operation_id), desk.workspace.taxonomy
    answered: dict[str, Any] = {"id": fit[0], "where": ""}
    if len(fit) > 1:
        answered = {"id": None, "where": f"id:{','.join(fit)}"}
    form = FormOfSeveral(
        operation,
        taxonomy,
        operation.prefilled(taxonomy, None),
        proposed=proposed or {},
        answered=answered,
    )
    return await _filled(desk, form, _heading(desk, operation.title, fit, ids), ids=fit)


async def renumber(desk: Workbench, ids: Sequence[CategoryId]) -> bool:
    """Give the siblings of the first of these new codes, these first."""
    taxonomy = desk.workspace.taxonomy
    parent = taxonomy.categories[ids[0]].parent
    order = tuple(one for one in ids if taxonomy.categories[one].parent == parent)
    return await in_order(desk, parent, order)


async def in_order(desk: Workbench, parent: CategoryId | None, order: Sequence[CategoryId]) -> bool:
    """Ask before the children of a category get codes in this order."""
    operation = operation_type(RENUMBER)
    form = FormOfSeveral(
        operation,
        desk.workspace.taxonomy,
        {},
        proposed={"order": tuple(order)},
        answered={"parent": parent},
    )
    return await _filled(desk, form, operation.title, ids=())


async def _filled(
    desk: Workbench, form: Form, heading: Label, *, ids: Sequence[CategoryId]
) -> bool:
    taxonomy = form.taxonomy

    def do(made: Operation) -> Label:
        try:
            return desk.workspace.apply(made)
        except EditError as error:
            raise refused(taxonomy, made, ids, error) from error

    here = desk.tree_pane.category
    done = await filled(desk, form, heading=heading, do=do)
    if done is None:
        return False
    desk.tree_pane.forget()
    desk.renew(here.id if here else None)
    desk.say(done)
    return True


def refused(
    taxonomy: Taxonomy, made: Operation, ids: Sequence[CategoryId], error: EditError
) -> EditError:
    """Why it cannot be done with all of them: which ones are in the way."""
    if len(ids) < 2:  # noqa: PLR2004 -- several
        return error
    in_the_way, reason = [], None
    for one in ids[:TRIED]:
        try:
            made.model_copy(update={"id": one, "where": ""}).apply(taxonomy)
        except EditError as why:
            in_the_way.append(names.category(taxonomy, one))
            reason = reason or why.message
    if reason is None or len(in_the_way) == len(ids):
        return error
    count, more = len(in_the_way), len(in_the_way) > SHOWN
    listed = names.listed(in_the_way[:SHOWN])
    told = Label(
        f"{count} 个类目不能这样做：{listed.zh}{' 等' if more else ''}。{reason.zh}",
        f"{count} of them are in the way: {listed.en}{' …' if more else ''}. {reason.en}",
    )
    return EditError(told, UNMARK)


def _heading(
    desk: Workbench, title: Label, fit: Sequence[CategoryId], ids: Sequence[CategoryId]
) -> Label:
    if len(ids) == 1:
        return title + Label(" · ", " · ") + names.category(desk.workspace.taxonomy, fit[0])
    left = len(ids) - len(fit)
    told = Label(f" · {len(fit)} 个类目", f" · {len(fit)} categories")
    return (
        title
        + told
        + (Label(f"（{left} 个不适用）", f" ({left} not fit)") if left else Label("", ""))
    )


def _wanted(operation_id: str) -> Status:
    return OPERATIONS[operation_id][0]
