"""The rows of the statistics table (标准统计表), for all forms of it.

Rows and columns after GB/T 13016-2018; what is counted how is said in `model.statistics`.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, Language
from stdtree.model.statistics import statistics
from stdtree.model.taxonomy import Taxonomy

COLUMNS = (
    Label("统计口径", "Counted by"),
    Label("统计项", "Item"),
    Label("应有数", "Needed"),
    Label("现有数", "Existing"),
    Label("现有数/应有数（%）", "Existing/needed (%)"),
)


def rows(taxonomy: Taxonomy, language: Language) -> Iterator[tuple[str, str, int, int, str]]:
    """The lines of each group, then its total."""
    for group in statistics(taxonomy):
        for line in (*group.lines, group.total):
            by, item = group.by.in_(language), line.word.in_(language)
            yield by, item, line.needed, line.existing, line.share
