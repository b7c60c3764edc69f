"""修订说明: what changed between two releases and why, to print and to sign."""

from __future__ import annotations

from stdtree.export import Exporter
from stdtree.export._office.note import note
from stdtree.label import Label

EXPORTER = Exporter(
    of="difference",
    title=Label("修订说明（文档）", "Change note, as a document"),
    file="changes.{lang}.docx",
    render=note,
)
