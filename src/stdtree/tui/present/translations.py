"""Translations that somebody should look at: missing ones, and stale ones that a finding names."""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.label import Label
from stdtree.model.finding import Finding, Subject

STALE_RULE = "stale-translation"
STALE = Label("译文可能过时", "translation may be stale")
MISSING = Label("缺译文", "translation missing")
STALE_MARK = "⚠"

Stale = frozenset[tuple[str, int, str]]
"""Field, place in its list (0 for what is no list) and language of each text."""


def stale(findings: Iterable[Finding], subject: Subject) -> Stale:
    """The texts of a subject that findings call stale."""
    return frozenset(
        (
            str(one.field[0]),
            next((part for part in one.field if isinstance(part, int)), 0),
            str(one.field[-1]),
        )
        for one in findings
        if one.rule == STALE_RULE and one.subject == subject and one.field
    )
