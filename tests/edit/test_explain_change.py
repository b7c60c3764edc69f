"""Change notes: why, and whether it is real."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree.edit.explain_change import ExplainChange
from stdtree.model.category import ChangeNote
from stdtree.model.release import Counts, Release
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, refused, system

FIELDS: dict[str, Any] = {
    "id": "terms",
    "kind": "redefinition",
    "reason": {"zh": "范围缩小"},
    "release": "1.1",
}


def notes(**fields: Any) -> tuple[ChangeNote, ...]:
    """The notes of a category after one operation on one that has a note."""
    return applied("explain-change", _noted(), **(FIELDS | fields)).categories["terms"].change_notes


def _noted() -> Taxonomy:
    before = system()
    note = ChangeNote("1.1", "name-change", {"zh": "与上位标准一致"}, real=False)
    return before.with_(replace(before.categories["terms"], change_notes=(note,)))


OLD = ChangeNote("1.1", "name-change", {"zh": "与上位标准一致"}, real=False)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (OLD, ChangeNote("1.1", "redefinition", {"zh": "范围缩小"}))),
        (
            {"meaning": "real"},
            (OLD, ChangeNote("1.1", "redefinition", {"zh": "范围缩小"}, real=True)),
        ),
        (
            {"kind": "name-change", "meaning": "real", "reason": {}},
            (replace(OLD, real=True),),
        ),
        ({"kind": "name-change"}, (replace(OLD, reason={"zh": "范围缩小"}),)),
        ({"kind": "name-change", "remove": True}, ()),
        (
            {"kind": "new-edition", "standard": "gbt-1-2020"},
            (OLD, ChangeNote("1.1", "new-edition", {"zh": "范围缩小"}, "gbt-1-2020")),
        ),
    ],
)
def test_written_completed_removed(
    fields: dict[str, Any], expected: tuple[ChangeNote, ...]
) -> None:
    """One note for a release, a kind and a standard; what is not given stays."""
    assert notes(**fields) == expected


def test_many_at_once() -> None:
    """The reason of one decision, in every category that it changed."""
    after = applied("explain-change", **(FIELDS | {"id": None, "where": "code:B1*"}))

    assert {one.id for one in after.categories.values() if one.change_notes} == {
        "agents", "brokers", "transfer"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reason": {}}, "needs a reason"),
        ({"remove": True}, "Nothing changes"),
        ({"standard": "gbt-34670-2017"}, "does not stand in that category"),
        ({"release": "1.0"}, "Release 1.0 is out already: nothing can change in 1.0"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    counts = Counts(categories=1, standards=1)
    issued = Release("1.0", "2026-01-01", "sha256:" + "0" * 64, counts)
    before = system().with_(releases=[issued])

    assert words in refused("explain-change", before, **(FIELDS | fields))


def test_words() -> None:
    """What is explained, and for which release."""
    made = ExplainChange(**FIELDS)

    assert made.describe(system()).zh == "说明 1.1 中 A1 类目terms 的重新定义"
    assert made.describe(system()).en == "Explain the redefinition of A1 Category terms in 1.1"
