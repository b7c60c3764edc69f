"""The findings that a system accepts, why, and whether each entry still hides something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import Finding
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Block, Cell, Paragraph, Report, Style, Table

_STATES: Mapping[str, tuple[Label, Style]] = {
    "expired-acceptance": (Label("已过期", "over"), "warn"),
    "unused-acceptance": (Label("无对象", "unused"), "warn"),
    "dangling-reference": (Label("对象不存在", "of nothing"), "bad"),
}
"""By the rule that objects to an entry, how it stands."""
_HOLDS: tuple[Label, Style] = (Label("有效", "in force"), "good")


def of_accepted(taxonomy: Taxonomy, findings: Iterable[Finding]) -> Report:
    """A line for each entry; `findings` are those of the check, which speak of entries, too."""
    entries = taxonomy.system.accepted
    title = Label("已接受的问题", "Accepted findings")
    if not entries:
        nothing = Label("没有接受任何问题。", "No finding is accepted.")
        return Report(title, (Paragraph(nothing),))
    states = {
        finding.field[1]: _STATES[finding.rule]
        for finding in findings
        if finding.rule in _STATES and finding.field[:1] == ("accepted",)
    }
    rows = []
    for index, entry in enumerate(entries):
        word, style = states.get(index, _HOLDS)
        rows.append(
            (
                Cell(same(entry.rule), "strong"),
                Cell(same(entry.subject)),
                Cell(same(entry.until or "")),
                Cell(word, style),
                Cell(names.text(entry.reason)),
            )
        )
    columns = (
        Label("校验规则", "Rule"),
        Label("问题对象", "Subject"),
        Label("有效期至", "Until"),
        Label("状态", "State"),
        Label("理由", "Reason"),
    )
    blocks: tuple[Block, ...] = (Table(columns, tuple(rows)),)
    return Report(title, blocks)
