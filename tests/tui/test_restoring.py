"""Having old values again: which operation brings a field back, or why none does."""

from __future__ import annotations

import pytest

from stdtree.edit import decode
from stdtree.model.finding import Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.restoring import restorable
from tests.trees import sample

TERMS = Subject("category", "terms")
STANDARD = Subject("standard", "gbt-1-2020")


@pytest.mark.parametrize(
    ("operation", "fields", "subject"),
    [
        ("rename-category", {"id": "terms", "name": {"zh": "术语", "en": ""}}, TERMS),
        ("edit-texts", {"id": "terms", "definition": {"zh": "新的。"}}, TERMS),
        ("edit-texts", {"id": "terms", "excludes": [{"zh": "另见"}]}, TERMS),
        ("recode-category", {"id": "terms", "code": "A9"}, TERMS),
        ("set-owner", {"id": "terms", "owner": "lab"}, TERMS),
        ("set-facets", {"id": "terms", "facet": "chain", "values": ["research"]}, TERMS),
        ("move-category", {"id": "terms", "to": "fields", "code": "B9"}, TERMS),
        ("edit-standard", {"id": "gbt-1-2020", "name": {"zh": "新标准"}}, STANDARD),
        ("edit-standard", {"id": "gbt-1-2020", "remark": {"zh": "备注"}}, STANDARD),
    ],
)
def test_what_an_operation_did_comes_back(
    operation: str, fields: dict[str, object], subject: Subject
) -> None:
    """Done one after the other, what is offered leads back to what was."""
    then = sample()
    now = decode(operation, fields).apply(then)
    assert _back(now, then, subject) == then


def _back(now: Taxonomy, then: Taxonomy, subject: Subject) -> Taxonomy:
    for _ in range(5):
        offered = [one.operation for one in restorable(now, then, subject) if one.operation]
        if not offered:
            break
        now = offered[-1].apply(now)
    return now


def test_what_cannot_be_had_again_says_why() -> None:
    """Its old code is taken meanwhile."""
    then = sample()
    now = decode("recode-category", {"id": "terms", "code": "A9"}).apply(then)
    now = decode("recode-category", {"id": "methods", "code": "A1"}).apply(now)
    (one,) = restorable(now, then, TERMS)
    assert one.operation is None
    assert one.why is not None
    assert "A1" in one.why.zh


def test_nothing_is_offered_for_what_is_not_on_both_sides() -> None:
    """A category that did not exist then."""
    then = sample()
    now = decode("add-category", {"parent": "basics", "name": {"zh": "新"}, "id": "new"}).apply(
        then
    )
    assert restorable(now, then, Subject("category", "new")) == ()
