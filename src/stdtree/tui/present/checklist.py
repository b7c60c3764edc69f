"""What a release waits for, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from stdtree.label import Label, Language
from stdtree.safe import safe
from stdtree.tui.hints import in_form_words
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.line import Line, Piece, line


class Point(Protocol):
    """One line of a checklist: what is asked, whether it is so, and what to do if not."""

    @property
    def done(self) -> bool:
        """Whether it is so."""

    @property
    def label(self) -> Label:
        """What is asked."""

    @property
    def hint(self) -> Label | None:
        """What to do."""


def checklist_lines(
    points: Iterable[Point], fields: Mapping[str, Label], language: Language, width: int
) -> list[Line]:
    """Each point with its mark; below one that is missing, what to do in words of the form."""
    lines = []
    for point in points:
        mark = Piece("✓ ", "good") if point.done else Piece("✗ ", "bad")
        for number, part in enumerate(wrap(safe(point.label.in_(language)), width - 2)):
            lines.append(line(mark if number == 0 else Piece("  "), part))
        if point.hint and not point.done:
            hint = in_form_words(point.hint, fields).in_(language)
            lines += [line(Piece(f"  {part}", "dim")) for part in wrap(f"→ {hint}", width - 2)]
    return lines
