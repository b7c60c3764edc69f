"""One number for what a difference is about: the content, whatever the order of its sets."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from stdtree.diff.leaves import SETS
from stdtree.model.canonical import canonical, contents
from stdtree.model.taxonomy import Taxonomy

_UNORDERED = SETS | {"targets"}


def value_digest(taxonomy: Taxonomy) -> str:
    """`sha256:` and the SHA-256 of the canonical content, sets sorted.

    The digest of a release tells apart what only stands in another order; a difference does not.
    Drafts are in neither.
    """
    plain = msgspec.to_builtins(contents(taxonomy))
    return "sha256:" + hashlib.sha256(canonical(_sorted(plain))).hexdigest()


def _sorted(value: Any, name: str = "", above: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _sorted(one, key, name) for key, one in value.items()}
    if not isinstance(value, (list, tuple)):
        return value
    rows = [_sorted(one) for one in value]
    if name not in _UNORDERED and above != "facets":
        return rows
    by_text = {canonical(row): row for row in rows}
    return [by_text[text] for text in sorted(by_text)]
