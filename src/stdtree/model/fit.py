"""How a patch fits a system that is not the one it was made from."""

from __future__ import annotations

from typing import Any, NamedTuple

from stdtree.label import Label
from stdtree.model.change import Change

Leaf = tuple[str, Any, Any]
"""A field, dotted below its entity, with the value expected and the one found (UNSET: none)."""


class Misfitting(NamedTuple):
    """A change that does not fit, and why."""

    change: Change
    why: Label
    leaves: tuple[Leaf, ...] = ()
    """What was expected and what was found instead, field by field."""


class Fit(NamedTuple):
    """Which changes fit, and which do not; all stand in one of the two, in order."""

    fitting: tuple[Change, ...]
    misfitting: tuple[Misfitting, ...]
