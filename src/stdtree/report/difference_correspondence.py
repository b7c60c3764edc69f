"""Which old category is which new one, as far as a code and a title do not say it."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.correspondence_table import stays
from stdtree.model.difference import Difference
from stdtree.report import Block, Heading, Paragraph
from stdtree.report.of_correspondence import table


def section(difference: Difference) -> Iterator[Block]:
    """Old to new; what stayed under the same code and title is counted, not listed.

    What is still there, called otherwise, comes last.
    """
    before, after = difference.before.taxonomy, difference.after.taxonomy
    rows = [row for row in difference.correspondence if not stays(row, before, after)]
    if not rows:
        return
    rows.sort(key=lambda row: row.cardinality == "1:1" and not row.code_reused)
    left = len(difference.correspondence) - len(rows)
    yield Heading(Label("对照表", "Correspondence"))
    yield Paragraph(
        Label(
            f"其余 {left} 个类目一一对应，编号、名称不变。",
            f"{left} others are the same under the same code and title.",
        ),
        "dim",
    )
    yield table(rows, difference)
