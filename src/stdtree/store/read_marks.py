"""What a reader of a comparison has read: kept beside the journal, for this copy alone.

A small JSON file: for each pair of sides what was read, each with the fingerprint of what it said
then; what has changed since is unread again. What cannot be read or written counts as not marked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from stdtree.store.disk import replace_file

FILE = "read.json"
KEPT = 20
"""Pairs of sides that are remembered, the last ones."""

Marks = Mapping[str, str]
"""Fingerprint of what was read, by what it is of."""


def read_marks(private: Path, pair: str) -> Marks:
    """What was read of a pair of sides."""
    return _all(private).get(pair, {})


def keep_marks(private: Path, pair: str, marks: Marks) -> None:
    """Remembers what was read."""
    known = _all(private)
    known.pop(pair, None)
    if marks:
        known[pair] = dict(marks)
    kept = dict(list(known.items())[-KEPT:])
    with suppress(OSError):
        private.mkdir(parents=True, exist_ok=True)
        replace_file(private / FILE, json.dumps(kept, ensure_ascii=False).encode())


def _all(private: Path) -> dict[str, Marks]:
    try:
        found = json.loads((private / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        pair: {str(key): str(value) for key, value in marks.items()}
        for pair, marks in found.items()
        if isinstance(marks, dict)
    }
