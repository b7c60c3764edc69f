"""Numbers of whole branches: counted once, and after an edit only along the way up from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from stdtree.model.category import Category
from stdtree.model.finding import Severity
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy

Marks = Mapping[CategoryId, tuple[int, int]]
"""Errors and warnings by category."""


class BranchSums:
    """Sums of a number that each category has, over each branch."""

    def __init__(self, taxonomy: Taxonomy, own: Callable[[Category], int]) -> None:
        self._taxonomy = taxonomy
        self._own = own
        self._known: dict[CategoryId, int] = {}

    def of(self, category_id: CategoryId) -> int:
        """The sum over a category and everything below it; counts what is not known yet."""
        known, on_the_way, waiting = self._known, set[CategoryId](), [category_id]
        under, own = self._taxonomy.under, self._own
        while waiting:
            at = waiting[-1]
            if at not in known:
                below = [child.id for child in under(at)]
                # a loop ends at what is being counted already
                missing = [one for one in below if one not in known and one not in on_the_way]
                if missing and at not in on_the_way:
                    on_the_way.add(at)
                    waiting += missing
                    continue
                category = self._taxonomy.get(at)
                known[at] = sum(known.get(one, 0) for one in below)
                known[at] += own(category) if category else 0
            waiting.pop()
        return known[category_id]

    def update(self, taxonomy: Taxonomy, touched: Collection[CategoryId]) -> None:
        """Forget what an edit of these categories changes."""
        for one in touched:
            self._known.pop(one, None)
            for tree in (self._taxonomy, taxonomy):
                for above in tree.ancestors(one):
                    self._known.pop(above.id, None)
        self._taxonomy = taxonomy


def marks_of(findings: Iterable[tuple[CategoryId, Severity]]) -> dict[CategoryId, tuple[int, int]]:
    """Errors and warnings counted by category."""
    found: dict[CategoryId, tuple[int, int]] = {}
    for category_id, severity in findings:
        errors, warnings = found.get(category_id, (0, 0))
        found[category_id] = (
            errors + (severity == Severity.ERROR),
            warnings + (severity == Severity.WARNING),
        )
    return found


def of_branches(taxonomy: Taxonomy, marks: Marks) -> Marks:
    """The same counted for everything above, too: what a closed branch shows."""
    found = dict(marks)
    for category_id, (errors, warnings) in marks.items():
        if errors or warnings:
            for above in taxonomy.ancestors(category_id):
                more, also = found.get(above.id, (0, 0))
                found[above.id] = (errors + more, warnings + also)
    return found
