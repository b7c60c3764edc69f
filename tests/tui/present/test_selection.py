"""Choosing several rows; the way back from a jump; shares of the room."""

from __future__ import annotations

import pytest

from stdtree.tui.present.selection import Selection
from stdtree.tui.present.sizes import Sizes, sizes_from
from stdtree.tui.present.trail import Trail

ROWS = ("a", "b", "c", "d")


def test_marks_and_a_range_add_up() -> None:
    """What is out of view stays chosen, after what is on view."""
    chosen = Selection()
    chosen.toggle(("d", "out-of-view"))
    chosen.anchor = 1
    assert chosen.chosen(ROWS, 2) == ["b", "c", "d", "out-of-view"]
    assert chosen.count(ROWS, 0) == 4
    chosen.settle(ROWS, 0)
    assert chosen.chosen(ROWS, 3) == ["a", "b", "d", "out-of-view"]
    chosen.clear()
    assert not chosen


def test_back_and_forward() -> None:
    """The way back is the way there, reversed; a new jump forgets what was ahead."""
    trail = Trail()
    trail.leave("a")
    trail.leave("b")
    assert trail.back("c") == "b"
    assert trail.back("b") == "a"
    assert trail.back("a") is None
    assert trail.forward("a") == "b"
    trail.leave("b")
    assert trail.forward("d") is None


@pytest.mark.parametrize(
    "plain", [None, [], {"beside": "wide"}, {"details_away": 1}, {"beside": True}]
)
def test_sizes_that_make_no_sense_are_the_usual_ones(plain: object) -> None:
    """A file that somebody edited by hand stops nothing."""
    assert sizes_from(plain) == Sizes()


def test_sizes_have_bounds_and_are_remembered() -> None:
    """No pane can be lost."""
    sizes = Sizes().moved("beside", 100).moved("findings", -100)
    assert (sizes.beside, sizes.findings) == (80, 3)
    assert sizes_from(sizes.as_plain()) == sizes
