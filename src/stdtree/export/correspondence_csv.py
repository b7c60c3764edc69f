"""对照表: which category of the older release is which of the newer (xkos:Correspondence)."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.export._csv import table
from stdtree.label import Label, Language
from stdtree.model.correspondence_table import COLUMNS, cells


def _render(source: Source, language: Language) -> bytes:
    difference = source.changes()
    before, after = difference.before.taxonomy, difference.after.taxonomy
    rows = (
        [cell.in_(language) for cell in cells(row, before, after)]
        for row in difference.correspondence
    )
    return table(COLUMNS, rows, language)


EXPORTER = Exporter(
    of="difference",
    title=Label("对照表", "Correspondence table"),
    file="correspondence.{lang}.csv",
    render=_render,
)
