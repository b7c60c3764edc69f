"""The next free code, for the ways in which systems number their categories."""

from __future__ import annotations

import pytest

from stdtree.edit._codes import next_free_code
from stdtree.model.category import Retired
from stdtree.model.system import Level
from stdtree.model.taxonomy import Taxonomy
from tests.trees import SYSTEM, category, plain


def numbered(patterns: list[str], codes: list[str], *, extends: bool = True) -> Taxonomy:
    """`codes` as roots, or below the one that they begin with."""
    levels = tuple(
        Level(id=f"l{n}", title={"zh": "层"}, pattern=p, extends_parent=extends and n > 0)
        for n, p in enumerate(patterns)
    )
    system = type(SYSTEM)(**(plain(SYSTEM) | {"levels": levels, "facets": {}}))
    made = []
    for index, code in enumerate(codes):
        above = [n for n, c in enumerate(codes[:index]) if code.startswith(c)]
        made.append(category(f"c{index}", code, f"c{above[-1]}" if above else None))
    return Taxonomy(system, made)


LETTERS = ["[A-Z]", "[A-Z]{2}"]
DIGITS = ["[A-Z]", "[A-Z][0-9]{1,2}"]
DOTTED = ["[1-9][0-9]{2}", r"[0-9]{3}\.[0-9]{1,2}"]
PADDED = ["[A-Z]{2}", r"[A-Z]{2}\.[0-9]{2}"]


@pytest.mark.parametrize(
    ("patterns", "codes", "parent", "expected"),
    [
        (LETTERS, ["A", "AA", "AB"], "c0", "AC"),
        (LETTERS, ["A", "AA", "AZ"], "c0", "AB"),
        (LETTERS, ["A"], "c0", "AA"),
        (LETTERS, ["A", "B", "D"], None, "E"),
        (LETTERS, ["Z"], None, "A"),
        (LETTERS, [], None, "A"),
        (DIGITS, ["B", "B1", "B2"], "c0", "B3"),
        (DIGITS, ["B", "B8", "B9"], "c0", "B10"),
        (DIGITS, ["B", "B3", "B99"], "c0", "B4"),
        (DOTTED, ["203", "203.1"], "c0", "203.2"),
        (DOTTED, ["203"], "c0", "203.1"),
        (DOTTED, ["203"], None, "204"),
        (PADDED, ["JR", "JR.01", "XX"], "c0", "JR.02"),
        (PADDED, ["JR", "JR.05", "XX"], "c2", "XX.05"),
        (PADDED, ["JR", "JR.09"], "c0", "JR.10"),
        (PADDED, ["JR"], "c0", "JR.01"),
        (["[A-Z]", "[A-Z]{2}", "[A-Z]{2}[A-Z0-9]"], ["A", "AA", "AA7", "B", "BA"], "c4", "BA7"),
        (PADDED, ["JR", "JR.01"], "c1", None),
    ],
)
def test_next_free_code(
    patterns: list[str], codes: list[str], parent: str | None, expected: str | None
) -> None:
    """After the last sibling, else into the first gap, else as a cousin's or any usual one."""
    assert next_free_code(numbered(patterns, codes), parent) == expected


def test_codes_of_retired_categories_are_not_given_again() -> None:
    """A retired sibling's code counts as taken."""
    tree = numbered(DIGITS, ["B", "B1"])
    gone = category("gone", "B2", "c0", status="retired", retired=Retired(release="1.1"))
    assert next_free_code(tree.with_(gone), "c0") == "B3"


def test_used_codes_can_be_said() -> None:
    """What the caller has promised already is not given out again."""
    assert next_free_code(numbered(DIGITS, ["B", "B1"]), "c0", used={"B1", "B2", "B3"}) == "B4"


def test_free_numbering() -> None:
    """Where codes need not begin with the parent's, siblings show the way."""
    tree = numbered(["[A-Z]", "[0-9]{3}"], ["A"], extends=False)
    assert next_free_code(tree, "c0") == "001"
    assert next_free_code(tree.with_(category("x", "100", "c0")), "c0") == "101"
