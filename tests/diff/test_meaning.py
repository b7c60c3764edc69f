"""Real or virtual: proposed by evidence, decided by a person."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree.model.category import ChangeNote
from stdtree.model.change import Event
from tests.diff.pairs import between, ended
from tests.trees import category, taxonomy

NOTES = ({"zh": "技术交易、技术经纪"}, {"zh": "技术评价"})
OLD: dict[str, Any] = {
    "definition": {"zh": "为科技成果转移提供的服务，包括对接、评价、交易。", "en": "Services."},
    "includes": NOTES,
    "excludes": ({"zh": "企业孵化", "see": "b"},),
}


def _redefinition(**changed: Any) -> Event:
    before = taxonomy(category("a", "A", **OLD), category("b", "B"), category("c", "C"))
    after = before.with_(replace(before.categories["a"], **changed))
    return next(one for one in between(before, after).events if one.kind == "redefinition")


@pytest.mark.parametrize(
    ("changed", "real", "evidence"),
    [
        (
            {
                "definition": {
                    "zh": "为科技成果转移提供的服务,包括 对接、评价、交易",
                    "en": "services",
                }
            },
            False,
            "spelling 1.0",
        ),
        (
            {
                "definition": {
                    "zh": "为科技成果的转移提供的服务，包括对接、评价、交易。",
                    "en": "Services.",
                }
            },
            False,
            "wording 0.95",
        ),
        (
            {
                "definition": {
                    "zh": "为科技成果转移提供的服务，不包括对接、评价、交易。",
                    "en": "Services.",
                }
            },
            True,
            "wording 0.95",
        ),
        ({"definition": {"zh": "企业经营管理咨询。", "en": "Services."}}, True, "wording 0.0"),
        ({"definition": None}, True, "wording 0.0"),
        ({"includes": NOTES[:1]}, True, "scope 0.8"),
        ({"includes": (*NOTES, {"zh": "知识产权运营"})}, True, "scope 0.86"),
        ({"includes": NOTES[::-1]}, False, "spelling 1.0"),
        ({"excludes": ({"zh": "企业孵化", "see": "c"},)}, False, "spelling 1.0"),
        ({"includes": ({"zh": "技术交易和技术经纪"}, NOTES[1])}, False, "wording 0.89"),
    ],
)
def test_what_is_proposed(changed: dict[str, Any], real: bool, evidence: str) -> None:  # noqa: FBT001 -- a column of the table
    """By spelling, by how much of the words stays and which came, by what came to the scope."""
    event = _redefinition(**changed)

    assert event.real is real
    assert not event.judged
    assert " ".join(f"{one.kind} {one.likeness}" for one in event.evidence) == evidence


def _judged(kind: Any, *, real: bool | None, before: Any, after: Any) -> Event:
    note = ChangeNote("1.1", kind, {"zh": "见评审意见"}, real=real)
    changed = replace(after, change_notes=(*after.change_notes, note))
    found = between(taxonomy(before), taxonomy(changed))
    return next(one for one in found.events if one.kind == kind)


@pytest.mark.parametrize("real", [True, False])
def test_a_person_decides(real: bool) -> None:  # noqa: FBT001 -- both answers
    """A new change note with a judgement goes before any proposal, and before the kind's own."""
    old = category("a", "A", **OLD)
    redefined = _judged(
        "redefinition", real=real, before=old, after=replace(old, definition={"zh": "企业咨询。"})
    )
    named = _judged("name-change", real=real, before=old, after=replace(old, title={"zh": "新"}))

    assert (redefined.real, redefined.judged) == (real, True)
    assert (named.real, named.judged) == (real, True)
    assert redefined.reason == {"zh": "见评审意见"}
    assert named.bump == ("minor" if real else "patch")


def test_a_note_without_judgement_gives_the_reason_only() -> None:
    """It stays a proposal."""
    old = category("a", "A", **OLD)
    event = _judged(
        "redefinition", real=None, before=old, after=replace(old, definition={"zh": "企业咨询。"})
    )

    assert (event.real, event.judged, event.reason) == (True, False, {"zh": "见评审意见"})


def test_what_is_structure_stays_what_it_calls_for() -> None:
    """Who calls a deletion virtual still has to take a minor number."""
    old = category("a", "A")
    event = _judged("deletion", real=False, before=old, after=replace(old, **ended()))

    assert (event.real, event.judged, event.bump) == (False, True, "minor")
