"""The correspondence (对照表) on the screen or in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.export import Source, correspondence_csv
from stdtree.safe import safe

if TYPE_CHECKING:
    from stdtree.label import Language
    from stdtree.model.difference import Difference


def csv(difference: Difference, language: Language) -> str:
    """The rows of the product of this name, without the mark that spreadsheets want."""
    newer = difference.after
    source = Source(newer.name, newer.taxonomy, digest=newer.digest, difference=difference)
    made = correspondence_csv.EXPORTER.render(source, language).decode("utf-8-sig")
    return safe(made.replace("\r\n", "\n"), newlines=True)
