"""Events over releases that a comparison skips."""

from __future__ import annotations

from stdtree import diff
from stdtree.model.canonical import digest
from stdtree.model.category import Category
from stdtree.model.difference import Difference, End
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, ended
from tests.diff.test_events import told
from tests.trees import category, taxonomy

ROOT = category("root", "R")


def _category(category_id: str, **fields: object) -> Category:
    return category(category_id, category_id.upper(), "root", **fields)


def _events(difference: Difference) -> list[str]:
    return [told(event) for event in difference.events]


def _rows(difference: Difference) -> list[tuple[str | None, str | None, str]]:
    return [(row.source, row.target, row.extent) for row in difference.correspondence]


def test_what_lived_only_in_between_is_passed_through() -> None:
    """A became x in 1.1, x became y in 2.0: between 1.0 and 2.0 a became y."""
    after = _category("a", **ended("x")), _category("x", **ended("y")), _category("y")

    found = between(taxonomy(ROOT, _category("a")), taxonomy(ROOT, *after))

    assert _events(found) == ["replacement: a → y"]
    assert found.warnings == ()
    assert ("a", "y", "complete") in _rows(found)


def test_parts_of_parts_are_parts() -> None:
    """A was split up into x and y, and x then into p and q."""
    after = (
        _category("a", **ended("x", "y", extent="partial")),
        _category("x", **ended("p", "q", extent="partial")),
        *map(_category, "pqy"),
    )

    found = between(taxonomy(ROOT, _category("a")), taxonomy(ROOT, *after))

    assert _events(found) == ["breakdown: a → p q y"]
    assert {extent for source, _, extent in _rows(found) if source == "a"} == {"partial"}


def test_a_split_off_from_what_was_split_off() -> None:
    """X came from a, y from x: both came from a."""
    after = _category("a"), _category("x", split_from=("a",)), _category("y", split_from=("x",))

    found = between(taxonomy(ROOT, _category("a")), taxonomy(ROOT, *after))

    assert _events(found) == ["split-off: a* → x y"]
    assert found.warnings == ()


def test_a_way_over_members_that_ended_themselves() -> None:
    """B took over a in 1.1 and became c in 2.0."""
    before = taxonomy(ROOT, _category("a"), _category("b"))
    after = _category("a", **ended("b")), _category("b", **ended("c")), _category("c")

    found = between(before, taxonomy(ROOT, *after))

    assert _events(found) == ["merger: a b → c"]


def test_a_ring_of_successors_ends() -> None:
    """X and y name each other, and nobody lives: a warning, no event but the deletion."""
    after = _category("a", **ended("x")), _category("x", **ended("y")), _category("y", **ended("x"))

    found = between(taxonomy(ROOT, _category("a")), taxonomy(ROOT, *after))

    assert _events(found) == ["deletion: a → –"]
    assert [warning.en for warning in found.warnings] == [
        "Lineage A Category a → X Category x is left out: the latter is not live in the newer side"
    ]


def test_what_only_a_skipped_release_declares() -> None:
    """The file of a is gone in 2.0; 1.1 still said what became of it."""
    before, after = taxonomy(ROOT, _category("a")), taxonomy(ROOT, _category("x"))
    middle = taxonomy(ROOT, _category("a", **ended("x")), _category("x"))

    assert _events(between(before, after)) == ["creation: – → x", "deletion: a → –"]
    assert _events(_over(before, after, middle)) == ["replacement: a → x"]


def test_the_newer_side_has_the_last_word() -> None:
    """1.1 said y, 2.0 corrected it to x."""
    before = taxonomy(ROOT, _category("a"))
    after = taxonomy(ROOT, _category("a", **ended("x")), _category("x"), _category("y"))
    middle = taxonomy(ROOT, _category("a", **ended("y")), _category("x"), _category("y"))

    found = _over(before, after, middle)

    assert _events(found) == ["creation: – → y", "replacement: a → x"]


def _over(before: Taxonomy, after: Taxonomy, *middle: Taxonomy) -> Difference:
    ends = End("1.0", before, digest(before)), End("2.0", after, digest(after))
    return diff.compare(*ends, between=middle)
