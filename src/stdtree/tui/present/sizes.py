"""How the room of the main screen is shared out, and how that is remembered."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

Border = Literal["beside", "below", "findings"]
"""What moves: the border between tree and details, where they stand side by side and where one is
below the other; and the upper border of the findings."""

STEP = {"beside": 5, "below": 5, "findings": 1}
_BOUNDS = {"beside": (20, 80), "below": (20, 80), "findings": (3, 30)}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Shares of the tree in percent, rows of the findings, and what is put away."""

    beside: int = 50
    below: int = 52
    findings: int = 8
    details_away: bool = False
    findings_away: bool = False

    def with_(self, border: Border, size: int) -> Sizes:
        """With the border moved to `size`, as far as it goes."""
        return sizes_from(self.as_plain() | {border: size})

    def moved(self, border: Border, steps: int) -> Sizes:
        """With the border moved by some steps."""
        return self.with_(border, getattr(self, border) + steps * STEP[border])

    def as_plain(self) -> dict[str, Any]:
        """What is remembered."""
        return asdict(self)


def sizes_from(plain: object) -> Sizes:
    """What was remembered; what makes no sense there is as usual."""
    known = plain if isinstance(plain, dict) else {}
    kept: dict[str, Any] = {}
    for field in fields(Sizes):
        value: Any = known.get(field.name)
        if type(value) is not type(field.default):
            continue
        if field.name in _BOUNDS and isinstance(value, int):
            least, most = _BOUNDS[field.name]
            value = max(least, min(value, most))
        kept[field.name] = value
    return Sizes(**kept)
