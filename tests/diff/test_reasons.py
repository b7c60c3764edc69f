"""Reasons of events: what was declared between the two sides, nothing older."""

from __future__ import annotations

import pytest

from stdtree.model.category import Category, ChangeNote
from stdtree.model.change import EventKind
from tests.diff.pairs import between, ended
from tests.trees import category, standard, taxonomy

WHY = {"zh": "两领域分设"}
OLD = {"zh": "从前的理由"}


def note(kind: EventKind, reason: dict[str, str], standard_id: str | None = None) -> ChangeNote:
    """A note on a change."""
    return ChangeNote(release="1.1", kind=kind, reason=reason, standard=standard_id)


ROOTS = [category("a"), category("b")]
NOTED = category("a", change_notes=(note("code-change", OLD),))
ONE = standard("one")
TABLE: dict[str, tuple[list[Category], list[Category], dict[str, str] | None]] = {
    "of a retirement": (ROOTS, [category("a", **ended("b", reason=WHY)), ROOTS[1]], WHY),
    "of a coming": ([], [category("a", change_notes=(note("creation", WHY),))], WHY),
    "of a split-off": (
        ROOTS[:1],
        [ROOTS[0], category("b", split_from=("a",), change_notes=(note("split-off", WHY),))],
        WHY,
    ),
    "of a child that moved": (
        [*ROOTS, category("x", parent="a")],
        [*ROOTS, category("x", parent="b", change_notes=(note("transfer", WHY),))],
        WHY,
    ),
    "of another kind": ([], [category("a", change_notes=(note("code-change", WHY),))], None),
    "of an earlier change": (
        [category("a", "A", change_notes=NOTED.change_notes)],
        [category("a", "B", change_notes=NOTED.change_notes)],
        None,
    ),
    "of this change, not of an earlier one": (
        [category("a", "A", change_notes=NOTED.change_notes)],
        [category("a", "B", change_notes=(*NOTED.change_notes, note("code-change", WHY)))],
        WHY,
    ),
    "of a standard": (
        [category("a", standards=(ONE,)), category("b")],
        [
            category("a"),
            category("b", standards=(ONE,), change_notes=(note("re-homed", WHY, "one"),)),
        ],
        WHY,
    ),
    "of another standard": (
        [category("a", standards=(ONE,)), category("b")],
        [
            category("a"),
            category("b", standards=(ONE,), change_notes=(note("re-homed", WHY, "two"),)),
        ],
        None,
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_reason(case: str) -> None:
    """The one event of each pair has this reason."""
    before, after, expected = TABLE[case]

    (event,) = between(taxonomy(*before), taxonomy(*after)).events

    assert event.reason == expected


def test_a_retirement_does_not_explain_what_became_of_the_code() -> None:
    """Its reason is that of the end, not of giving the code to another category."""
    before = taxonomy(category("a", "A"))
    after = taxonomy(category("a", "A", **ended("b", reason=WHY)), category("b", "A"))

    replacement, reused = between(before, after).events

    assert (replacement.kind, replacement.reason) == ("replacement", WHY)
    assert (reused.kind, reused.reason) == ("code-reused", None)


def test_notes_are_a_set() -> None:
    """Notes in another order are the same notes."""
    notes = note("creation", WHY), note("code-change", OLD)

    there = taxonomy(category("a", change_notes=notes))
    back = taxonomy(category("a", change_notes=notes[::-1]))

    assert not between(there, back)
