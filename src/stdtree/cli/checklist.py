"""What a release waits for, as the command line tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Collection

    from stdtree.cli.session import Session
    from stdtree.workspace.checklist import Checkpoint


def rehearse(session: Session, points: Collection[Checkpoint]) -> int:
    """Print each point with its mark, and below it what to do; 1 if something is missing."""
    from stdtree.report import Cell, Item, Listing, Report

    items = []
    for point in points:
        mark = Cell(same("✓"), "good") if point.done else Cell(same("✗"), "bad")
        below = (Item((Cell(point.hint, "dim"),)),) if point.hint else ()
        items.append(Item((mark, Cell(point.label)), below))
    session.tell(Report(Label("发布前检查", "Before the release"), (Listing(tuple(items)),)))
    return 0 if all(point.done for point in points) else 1
