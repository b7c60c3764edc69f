"""Findings: going to their places, mending them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.model.finding import Subject
from stdtree.tui.flows import operate
from stdtree.tui.present.findings import NOTHING, home_of
from stdtree.tui.widgets.panes import FindingList

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


def show(desk: Workbench) -> None:
    """Go to the list of findings; open it if there was no room."""
    pane = desk.query_one(FindingList)
    pane.open()
    pane.focus()


def close(desk: Workbench) -> None:
    """Back to the tree."""
    desk.query_one(FindingList).close()
    desk.tree_pane.focus()


def go(desk: Workbench) -> None:
    """Go to the place of the finding under the cursor."""
    if desk.findings:
        _go_to(desk, desk.query_one(FindingList).cursor)
        desk.tree_pane.focus()


def mend(desk: Workbench) -> None:
    """Mend the finding under the cursor, where that is certain."""
    if desk.findings:
        operate.mend(desk, desk.findings[desk.query_one(FindingList).cursor])


def step(desk: Workbench, by: int) -> None:
    """Go to the finding `by` further on."""
    if not desk.findings:
        desk.say(NOTHING)
        return
    _go_to(desk, desk.query_one(FindingList).step(by) % len(desk.findings))


def _go_to(desk: Workbench, row: int) -> None:
    finding, taxonomy = (desk.findings or ())[row], desk.workspace.taxonomy
    pane = desk.query_one(FindingList)
    pane.visited = row
    pane.move_to(row)
    home = home_of(finding, taxonomy)
    if home is not None:
        standard = finding.subject.entity == "standard"
        desk.go_to(finding.subject if standard else Subject("category", home))
    desk.say(finding.message + Label(" → ", " → ") + finding.hint)
