"""The bump policy: the table of rows and profiles, and drafts."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree.model.category import Category, ChangeNote
from stdtree.model.standard import Plan
from tests.diff.pairs import between, ended
from tests.trees import SYSTEM, category, standard, taxonomy

ROOT = category("root", "R")
ONE = standard("one", "GB/T 1-2020")


def items(*ids: str, **fields: Any) -> list[Category]:
    """Categories below the root, which comes first."""
    return [ROOT, *(category(one, parent="root", **fields) for one in ids)]


TABLE: dict[str, tuple[list[Category], list[Category], str]] = {
    "nothing": (items("a"), items("a"), "none none none"),
    "removed": (items("a"), items(), "minor major major"),
    "retired without successor": (items("a"), items("a", **ended()), "minor major major"),
    "merger": (
        items("a", "b"), [*items("a", "b", **ended("c")), *items("c")[1:]], "minor major major"
    ),
    "moved": (
        [*items("a"), category("b", parent="a")], items("a", "b"), "minor major major"
    ),
    "recoded": ([ROOT], [replace(ROOT, code="S")], "minor major major"),
    "code reused": (
        [category("a", "A"), category("b", "B")],
        [category("a", "B"), category("b", "A")],
        "minor major major",
    ),
    "added inside a branch": (items(), items("a"), "minor minor major"),
    "added at the top": ([], [ROOT], "minor minor minor"),
    "split-off at the top": (
        [ROOT], [ROOT, category("b", split_from=("root",))], "minor minor minor"
    ),
    "reinstated": (items("a", **ended()), items("a"), "minor minor major"),
    "a standard added inside": (items("a"), items("a", standards=(ONE,)), "minor minor major"),
    "a standard added at the top": (
        [ROOT], [replace(ROOT, standards=(ONE,))], "minor minor minor"
    ),
    "the status of a standard": (
        items("a", standards=(ONE,)),
        items("a", standards=(replace(ONE, status="replaced"),)),
        "minor minor major",
    ),
    "the stage of a plan": (
        items("a", standards=(standard("two"),)),
        items("a", standards=(standard("two", plan=Plan("in-preparation")),)),
        "minor minor major",
    ),
    "a standard re-homed": (
        [*items("a", standards=(ONE,)), *items("b")[1:]],
        [*items("a"), *items("b", standards=(ONE,))[1:]],
        "minor major major",
    ),
    "name": (items("a"), items("a", title={"zh": "新"}), "patch patch patch"),
    "definition, not judged": (
        items("a"), items("a", definition={"zh": "新"}), "patch patch patch"
    ),
    "another field": (items("a"), items("a", owner="lab"), "patch patch patch"),
    "a draft removed": (items("a", status="draft"), items(), "none none none"),
    "a draft recoded and named": (
        items("a", status="draft"), items("a", code="Q", title={"zh": "新"}), "none none none"
    ),
    "a standard of a draft": (
        items("a", status="draft", standards=(ONE,)), items("a", status="draft"), "none none none"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_required(case: str) -> None:
    """What is required under edition, semver and sdmx of the newer side."""
    before, after, expected = TABLE[case]

    found = [
        between(
            taxonomy(*before, system=replace(SYSTEM, bump=policy)),
            taxonomy(*after, system=replace(SYSTEM, bump=policy)),
        ).required
        for policy in ("edition", "semver", "sdmx")
    ]

    assert found == expected.split()


@pytest.mark.parametrize(
    ("judged", "expected"), [(None, "patch"), (False, "patch"), (True, "minor")]
)
def test_a_redefinition_counts_when_a_person_calls_it_real(
    judged: bool | None,  # noqa: FBT001 -- a column of the table
    expected: str,
) -> None:
    """Until then it is wording, whatever the tool proposes."""
    notes = (ChangeNote("1.1", "redefinition", {"zh": "调整范围"}, real=judged),)
    after = replace(ROOT, definition={"zh": "新"}, change_notes=notes)

    difference = between(taxonomy(replace(ROOT, definition={"zh": "旧"})), taxonomy(after))

    (event,) = difference.events
    assert (event.bump, event.judged) == (expected, judged is not None)
    assert event.real is (True if judged is None else judged)


def test_a_consequence_calls_for_less_than_its_cause() -> None:
    """The parent's new code counts; that its children follow does not count again."""
    before = taxonomy(ROOT, category("a", "R1", "root"))
    after = taxonomy(replace(ROOT, code="S"), category("a", "S1", "root"))

    difference = between(before, after)

    told = {difference.changes[n - 1].id: bump for n, bump in difference.bumps.items()}
    assert told == {"root": "minor", "a": "patch"}


def test_a_retirement_with_successors_counts_less_than_the_event() -> None:
    """The base change is additive under semver, but the replacement it makes is breaking."""
    semver = replace(SYSTEM, bump="semver")
    after = [*items("a", **ended("b")), *items("b")[1:]]

    difference = between(taxonomy(*items("a"), system=semver), taxonomy(*after, system=semver))

    assert sorted(difference.bumps.values()) == ["minor", "minor"]
    assert [event.bump for event in difference.events] == ["major"]
    assert difference.required == "major"
