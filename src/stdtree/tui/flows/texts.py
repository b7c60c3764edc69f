"""Editing the texts of what the cursor is on, all languages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui import sheet
from stdtree.tui.dialogs.texts import TextsDialog
from stdtree.tui.picking import Picker
from stdtree.tui.widgets.fields import Context
from stdtree.workspace.together import apply_together

if TYPE_CHECKING:
    from stdtree.edit import Operation
    from stdtree.tui.screens.workbench import Workbench

RETIRED = Label("已废止的类目不能编辑", "a retired category is not edited")


async def edit(desk: Workbench) -> None:
    """Show the texts; save them as one step."""
    taxonomy, subject = desk.workspace.taxonomy, desk.subject
    if subject is None:
        return
    placed = taxonomy.standard(subject.id) if subject.entity == "standard" else None
    category = taxonomy.get(subject.id)
    if placed is not None:
        parts = sheet.of_standard(placed.standard)
    elif category is not None and category.is_live:
        parts = sheet.of_category(taxonomy, category)
    else:
        desk.say(RETIRED)
        return
    label = Label("编辑文字：", "Edit the texts of ") + sheet.called(taxonomy, subject)

    def do(operations: Sequence[Operation]) -> Label:
        return apply_together(desk.workspace, operations, label)

    context = Context(
        taxonomy, desk.language, Picker(taxonomy, desk.workspace.search), today=desk.today()
    )
    findings = desk.findings or ()
    done = await desk.ask(TextsDialog(subject, parts, context, findings=findings, do=do))
    if done is not None:
        desk.renew()
        desk.say(done)
