"""Which categories are chosen together: marked one by one, or the range up to the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stdtree.model.ids import CategoryId


class Selection:
    """Marks on categories, and a range of rows that is being chosen.

    Marks stay where their categories are; a range is one of rows and becomes marks as soon as rows
    change.
    """

    def __init__(self) -> None:
        self.marked: set[CategoryId] = set()
        self.anchor: int | None = None
        """The row where a range begins; None while there is none."""

    def __bool__(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.marked) or self.anchor is not None

    def has(self, category_id: CategoryId, row: int, cursor: int) -> bool:
        """Whether the category in `row` is chosen, with the cursor where it is."""
        return category_id in self.marked or row in self._range(cursor)

    def chosen(self, rows: Sequence[CategoryId], cursor: int) -> list[CategoryId]:
        """All of them in the order of the rows; those out of view last."""
        span = self._range(cursor)
        seen = [one for at, one in enumerate(rows) if one in self.marked or at in span]
        return [*seen, *sorted(self.marked.difference(seen))]

    def count(self, rows: Sequence[CategoryId], cursor: int) -> int:
        """How many they are."""
        span = self._range(cursor)
        return len(self.marked.union(rows[span.start : span.stop]))

    def toggle(self, ids: Iterable[CategoryId]) -> None:
        """Mark what is not marked, and the other way round."""
        self.marked.symmetric_difference_update(ids)

    def settle(self, rows: Sequence[CategoryId], cursor: int) -> None:
        """Make marks of the range."""
        span = self._range(cursor)
        self.marked.update(rows[span.start : span.stop])
        self.anchor = None

    def clear(self) -> None:
        """Choose nothing."""
        self.marked.clear()
        self.anchor = None

    def _range(self, cursor: int) -> range:
        if self.anchor is None:
            return range(0)
        return range(min(self.anchor, cursor), max(self.anchor, cursor) + 1)
