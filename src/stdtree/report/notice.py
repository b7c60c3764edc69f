"""The system's notice: draft for comment, sample, …; shown on top of what people read."""

from __future__ import annotations

from stdtree.model import names
from stdtree.model.system import System
from stdtree.report import Paragraph


def notice(system: System) -> tuple[Paragraph, ...]:
    """The notice as a paragraph; nothing if there is none."""
    return (Paragraph(names.text(system.notice), "warn"),) if system.notice else ()
