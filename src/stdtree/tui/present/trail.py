"""The way somebody jumped through the tree: back along it, and forward again."""

from __future__ import annotations

from stdtree.model.ids import CategoryId

LONGEST = 200


class Trail:
    """Categories that were jumped from, and those that one came back from."""

    def __init__(self) -> None:
        self._behind: list[CategoryId] = []
        self._ahead: list[CategoryId] = []

    def leave(self, here: CategoryId) -> None:
        """A jump leads away from `here`."""
        if not self._behind or self._behind[-1] != here:
            self._behind = [*self._behind[-LONGEST:], here]
        self._ahead = []

    def back(self, here: CategoryId) -> CategoryId | None:
        """Where one jumped from; None at the beginning."""
        return self._turn(here, self._behind, self._ahead)

    def forward(self, here: CategoryId) -> CategoryId | None:
        """Where one came back from; None at the end."""
        return self._turn(here, self._ahead, self._behind)

    def _turn(
        self, here: CategoryId, way: list[CategoryId], other: list[CategoryId]
    ) -> CategoryId | None:
        while way:
            there = way.pop()
            if there != here:
                other.append(here)
                return there
        return None
