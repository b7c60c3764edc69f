"""One sequence of bytes for one content: canonical JSON (RFC 8785) and its SHA-256.

All our numbers are integers, all our keys ASCII and all our strings valid Unicode, for which
msgspec's sorted encoder writes what RFC 8785 asks for; a property test holds it against a reference
implementation.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from stdtree.model.category import ordered
from stdtree.model.taxonomy import Taxonomy


def canonical(value: Any) -> bytes:
    """Canonical JSON of plain data or of a model value."""
    return msgspec.json.encode(value, order="sorted")


def contents(taxonomy: Taxonomy) -> dict[str, Any]:
    """What a digest is of: system, organizations and categories, by id; drafts left out."""
    released = taxonomy.released()
    return {
        "system": released.system,
        "organizations": [released.organizations[key] for key in sorted(released.organizations)],
        "categories": [ordered(released.categories[key]) for key in sorted(released.categories)],
    }


def digest(taxonomy: Taxonomy) -> str:
    """`sha256:` and the hexadecimal SHA-256 of the canonical content."""
    return "sha256:" + hashlib.sha256(canonical(contents(taxonomy))).hexdigest()
