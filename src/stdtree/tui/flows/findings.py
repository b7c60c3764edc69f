"""Findings: going to their places, explaining them, and which are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.model.system import Accepted
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.reading import Reading
from stdtree.tui.picking import matches
from stdtree.tui.present.finding_list import ERRORS, ERRORS_AND_WARNINGS, Filter, Head, place_of
from stdtree.tui.present.findings import NOTHING, home_of
from stdtree.tui.present.line import line
from stdtree.tui.present.told import report_lines
from stdtree.tui.widgets.panes import Details, FindingList

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

EXPLAIN = Label("规则说明", "About the rule")
NONE_ACCEPTED = Label("没有接受任何问题", "no finding is accepted")
FILTER = Label("显示哪些问题", "Which findings to show")
ALL = Label("全部", "all")
ONLY_RULE = Label("只看规则 ", "only the rule ")
ONLY_BRANCH = Label("只看此分支 ", "only the branch of ")


def show(desk: Workbench) -> None:
    """Go to the list of findings; open it if there was no room."""
    pane = desk.query_one(FindingList)
    desk.bring_back(pane)
    pane.open()
    pane.focus()


def close(desk: Workbench) -> None:
    """Back to the tree."""
    desk.query_one(FindingList).close()
    desk.tree_pane.focus()


def go(desk: Workbench) -> None:
    """Go to the line of the details that the finding under the cursor speaks of."""
    pane = desk.query_one(FindingList)
    row = pane.row
    if isinstance(row, Head):
        pane.toggle(row.rule)
    elif isinstance(row, Accepted):
        place = place_of(row, desk.workspace.taxonomy)
        if place is not None:
            desk.go_to(place)
    elif isinstance(row, Finding):
        _go_to(desk, row, pane.cursor)
        details = desk.query_one(Details)
        has_line = details.display and details.current is not None and details.cursor > 0
        (details if has_line else desk.tree_pane).focus()


def step(desk: Workbench, by: int) -> None:
    """Go to the finding `by` further on, of those that are shown."""
    pane = desk.query_one(FindingList)
    at = pane.step(by)
    if at is None:
        desk.say(NOTHING)
        return
    pane.move_to(at)
    if isinstance(pane.row, Finding):
        _go_to(desk, pane.row, at)


def _go_to(desk: Workbench, finding: Finding, row: int) -> None:
    desk.query_one(FindingList).visited = row
    home = home_of(finding, desk.workspace.taxonomy)
    if home is not None:
        standard = finding.subject.entity == "standard"
        desk.go_to(finding.subject if standard else Subject("category", home))
        if not standard:
            desk.query_one(Details).point(finding.field)
    desk.say(finding.message + Label(" → ", " → ") + finding.hint)


def group(desk: Workbench) -> None:
    """By rule under headings, or one after the other."""
    pane = desk.query_one(FindingList)
    pane.is_grouped = not pane.is_grouped
    pane.visited = None
    pane.rearrange(cursor=0)
    _renew(desk)


def show_accepted(desk: Workbench) -> None:
    """List the accepted ones after the others, or no longer."""
    pane, entries = desk.query_one(FindingList), desk.workspace.taxonomy.system.accepted
    if not entries:
        desk.say(NONE_ACCEPTED)
        return
    pane.with_accepted = not pane.with_accepted
    pane.rearrange(cursor=pane.count() if pane.with_accepted else 0)
    _renew(desk)
    if pane.with_accepted:
        pane.move_to(pane.count() - len(entries))


async def narrow(desk: Workbench) -> None:
    """Choose which findings are shown."""
    pane = desk.query_one(FindingList)
    row, category = pane.row, desk.tree_pane.category
    wanted = {
        "all": (ALL, Filter()),
        "errors": (ERRORS, pane.filter._replace(worst=Severity.ERROR)),
        "warnings": (ERRORS_AND_WARNINGS, pane.filter._replace(worst=Severity.WARNING)),
    }
    if row is not None:
        wanted["rule"] = ONLY_RULE + same(row.rule), pane.filter._replace(rule=row.rule)
    if category is not None:
        name = names.of_category(category)
        wanted["branch"] = ONLY_BRANCH + name, pane.filter._replace(under=category.id)

    def options(typed: str) -> list[Option[Filter]]:
        return [
            Option(line(label.in_(desk.language)), one)
            for key, (label, one) in wanted.items()
            if matches(typed, (key, label.zh, label.en))
        ]

    taken = await desk.ask(Choose(FILTER, options, language=desk.language))
    if taken is not None:
        pane.filter, pane.visited = taken, None
        pane.rearrange(cursor=0)
        _renew(desk)


def _renew(desk: Workbench) -> None:
    """What the rules are called, and the counts over the list."""
    from stdtree.rules import catalogue

    titles = {rule.id: rule.title for rule in catalogue().values()}
    desk.query_one(FindingList).call_rules(titles)
    desk.show_findings()


async def explain(desk: Workbench) -> None:
    """Say what the rule wants, with a bad and a good example."""
    from stdtree.report.of_rule import of_rule
    from stdtree.rules import catalogue

    row = desk.query_one(FindingList).row
    rule = catalogue().get(row.rule) if row is not None else None
    if rule is not None:
        told = of_rule(rule)
        dialog = Reading(
            EXPLAIN, lambda tongue, width: report_lines(told, tongue, width), desk.language
        )
        await desk.ask(dialog)
