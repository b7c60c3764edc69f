"""对照表 with matches: what is known, what was inferred with score and evidence, what is left.

No product of its own: what is published rests on ids and declared lineage, never on inference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdtree.export._csv import table
from stdtree.label import Label, Language
from stdtree.model.category import Extent
from stdtree.model.correspondence import Association
from stdtree.model.correspondence_table import COLUMNS, cells
from stdtree.model.match import Match, Matching
from stdtree.model.match_words import evidence_of

_COLUMNS = (*COLUMNS, Label("得分", "Score"), Label("推断依据", "Evidence"))


def render(matching: Matching, language: Language) -> bytes:
    """The whole table in one language."""
    before, after = matching.before.taxonomy, matching.after.taxonomy
    rows = (
        (
            *(cell.in_(language) for cell in cells(row, before, after)),
            f"{match.score:.4f}" if match else "",
            evidence_of(match).in_(language) if match else "",
        )
        for row, match in _rows(matching)
    )
    return table(_COLUMNS, rows, language)


def _rows(matching: Matching) -> Iterator[tuple[Association, Match | None]]:
    yield from ((row, None) for row in matching.known)
    spread = Counter(match.source for match in matching.matches)
    for match in matching.matches:
        extent: Extent = "partial" if spread[match.source] > 1 else "complete"
        row = Association(match.source, match.target, match.cardinality, "inferred", extent)
        yield row, match
    for category in matching.unmatched_sources():
        yield Association(category.id, None, "1:0", "identity"), None
    for category in matching.unmatched_targets():
        yield Association(None, category.id, "0:1", "identity"), None
