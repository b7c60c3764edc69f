"""Searching an opened repository: one index, brought up to date with every edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from stdtree.errors import StdtreeError
from stdtree.model.conditions import Condition, Known, conditions
from stdtree.model.finding import Finding
from stdtree.model.ids import CategoryId
from stdtree.model.query import Query, parse
from stdtree.search import Found, Hit, Index, hits

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

LAST_COMMIT = "HEAD"


class _Judged(NamedTuple):
    """Conditions as they were worked out last: a word more does not ask for that again."""

    query: Query
    known: Known
    conditions: tuple[Condition, ...]


class Finder:
    """Finds categories and standards in the tree as it is now; may be asked in any thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._index: Index | None = None
        """Replaced as a whole."""
        self._judged: _Judged | None = None

    def __call__(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """("category" or "standard", id) of what fits, best first.

        Made for somebody who is typing: a condition that cannot be read (yet) finds nothing.
        """
        try:
            return hits(self.found(text, findings=self._workspace.check, limit=limit))
        except StdtreeError:
            return ()

    def found(
        self,
        text: str,
        *,
        findings: Callable[[], Iterable[Finding]],
        limit: int | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> list[Found]:
        """What fits, best first; `findings`: what was found last. Raises UsageError, StoreError.

        A search that is told to stop finds nothing.
        """
        index, query = self._up_to_date(), parse(text)
        asked = self._conditions(query, Known(index.taxonomy, findings, self._changed))
        return index.find(query, asked, limit=limit, stop=stop)

    def prepare(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Reads everything now, so that the first search need not."""
        self._up_to_date().prepare(stop)

    def _up_to_date(self) -> Index:
        index, taxonomy = self._index, self._workspace.taxonomy
        index = Index(taxonomy) if index is None else index.after(taxonomy)
        self._index = index
        return index

    def _conditions(self, query: Query, known: Known) -> tuple[Condition, ...]:
        last = self._judged
        if (
            last is not None
            and last.query.conditions == query.conditions
            and last.known.taxonomy is known.taxonomy
            and not any(term.asks_of_moment for term in query.conditions)
        ):
            return last.conditions
        made = conditions(query.conditions, known)
        self._judged = _Judged(query, known, made)
        return made

    def _changed(self, name: str) -> Collection[CategoryId]:
        """Categories whose files, or whose unsaved values, differ from a release or revision."""
        from stdtree.workspace.since import since

        files = since(self._workspace, name or LAST_COMMIT).ids
        saved = self._workspace.loaded.taxonomy.categories
        now = self._workspace.taxonomy.categories
        return files | {key for key, one in now.items() if saved.get(key) is not one}
