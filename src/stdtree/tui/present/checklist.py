"""What a release waits for, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from stdtree.label import Label, Language
from stdtree.safe import safe
from stdtree.tui.hints import in_form_words
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.line import Line, Piece, line
from stdtree.workspace.checklist import Topic

LED: frozenset[Topic] = frozenset(("history", "kept", "findings", "number"))
"""What Enter leads to."""
LEADS = Label("（⏎ 前往）", " (⏎ goes there)")


class Point(Protocol):
    """One line of a checklist: what is asked, whether it is so, and what to do if not."""

    @property
    def done(self) -> bool:
        """Whether it is so."""

    @property
    def label(self) -> Label:
        """What is asked."""

    @property
    def topic(self) -> Topic:
        """What it is about."""

    @property
    def hint(self) -> Label | None:
        """What to do."""


def checklist_rows(
    points: Iterable[Point], fields: Mapping[str, Label], language: Language, width: int
) -> list[tuple[Line, Point]]:
    """Each point with its mark; below one that is missing, what to do in words of the form."""
    rows: list[tuple[Line, Point]] = []
    for point in points:
        mark = Piece("✓ ", "good") if point.done else Piece("✗ ", "bad")
        for number, part in enumerate(wrap(safe(point.label.in_(language)), width - 2)):
            rows.append((line(mark if number == 0 else Piece("  "), part), point))
        if point.hint and not point.done:
            leads = LEADS.in_(language) if point.topic in LED else ""
            hint = f"→ {in_form_words(point.hint, fields).in_(language)}{leads}"
            rows += [(line(Piece(f"  {part}", "dim")), point) for part in wrap(hint, width - 2)]
    return rows
