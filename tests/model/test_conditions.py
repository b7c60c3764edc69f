"""Conditions of queries: which categories and standards fulfil them."""

from __future__ import annotations

import pytest
from hypothesis import given

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.conditions import Known, conditions
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.model.query import parse
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, sample, taxonomies, taxonomy

SAID = Label("说明", "said")
FINDINGS = (
    Finding("missing-definition", Severity.WARNING, Subject("category", "terms"), SAID, SAID),
    Finding("future-date", Severity.ERROR, Subject("standard", "gbt-34670-2017"), SAID, SAID),
)
KNOWN = Known(sample(), lambda: FINDINGS, lambda name: {"brokers"} if name == "1.0" else {"terms"})


def of(text: str, known: Known = KNOWN) -> tuple[list[str], list[str]]:
    """Categories and standards that fulfil the conditions."""
    asked = conditions(parse(text).conditions, known)
    found = [one for _, one in known.taxonomy.walk()]
    rows = [(home, row) for home in found for row in home.standards]
    return (
        [one.id for one in found if all(c.of_category and c.of_category(one) for c in asked)],
        [
            row.id
            for home, row in rows
            if all(c.of_standard and c.of_standard(home, row) for c in asked)
        ],
    )


@pytest.mark.parametrize(
    ("text", "categories", "standards"),
    [
        ("under:B1", "transfer brokers", "gbt-34670-2017 planned-one t-tmac-021-2020"),
        ("under:terms,b2", "terms incubation", "gbt-1-2020"),
        ("level:part", "basics fields", ""),
        ("层级:组", "brokers", "t-tmac-021-2020"),
        ("owner:示例实验室", "methods", ""),
        ("owner:board,lab", "methods", ""),
        ("facet:chain", "promotion", ""),
        ("分面：产业链环节=转化", "promotion", ""),
        ("facet:chain=research,chain=transfer", "promotion", ""),
        ("missing:zh", "", ""),
        ("missing:en code:A1", "terms", "gbt-1-2020"),
        ("finding:", "terms transfer", "gbt-34670-2017"),
        ("问题:错误", "transfer", "gbt-34670-2017"),
        ("rule:missing-*", "terms", ""),
        ("changed:1.0", "brokers", "t-tmac-021-2020"),
        ("变更:", "terms", "gbt-1-2020"),
        ("plan:拟制定", "", "planned-one"),
        ("status:in-force code:B1", "", "gbt-34670-2017"),
        ("status:active -code:B* -level:part", "terms methods", ""),
        ("text:terms,methods", "terms methods", ""),
    ],
)
def test_fulfilled(text: str, categories: str, standards: str) -> None:
    """In both languages, with either colon; standards by the category they are at home in."""
    assert of(text) == (categories.split(), standards.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("level:rom", "After level: write one of part, domain, group"),
        ("under:B9", "no category has the code or id B9"),
        ("finding:bad", "write one of error, warning, note"),
        ("missing:fr", "write one of zh, en"),
    ],
)
def test_refused(text: str, words: str) -> None:
    """Each says what there is."""
    with pytest.raises(UsageError) as caught:
        of(text)
    hint = caught.value.hint
    assert words in f"{caught.value.message.en}. {hint.en if hint else ''}"


@pytest.mark.parametrize("text", ["finding:", "rule:x", "changed:"])
def test_what_stands_in_no_taxonomy_is_for_searching(text: str) -> None:
    """Operations cannot ask what the last check found."""
    with pytest.raises(UsageError) as caught:
        of(text, Known(sample()))
    assert "for searching only" in caught.value.message.en


@given(taxonomies)
def test_owners_are_those_of_the_taxonomy(tree: Taxonomy) -> None:
    """However deep, the nearest owner above counts."""
    nobody = [one.id for _, one in tree.walk() if tree.owner_of(one.id) is None]
    assert of("owner:", Known(tree))[0] == nobody


def test_owners_in_a_loop() -> None:
    """A loop of parents ends."""
    tree = taxonomy(category("a", "A", "b"), category("b", "B", "a"), category("c", "C", "a"))
    assert sorted(of("owner:", Known(tree))[0]) == ["a", "b", "c"]
