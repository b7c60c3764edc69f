"""Correspondence (对照表, xkos:Correspondence): which category became which."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.category import Extent

Cardinality = Literal["1:1", "1:n", "n:1", "n:m", "1:0", "0:1"]
Basis = Literal["identity", "lineage", "manual"]


class Association(Struct, frozen=True):
    """One row: a source of the older release, a target of the newer, either may be missing.

    `cardinality` is that of the whole component the row belongs to, not of the row.
    """

    source: str | None
    target: str | None
    cardinality: Cardinality
    basis: Basis
    extent: Extent = "complete"
    code_reused: bool = False
    """The source's code means another category in the newer release."""
