"""Relations between branches: kept once, read both ways, passed on when one of the two ends."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.relate_categories import RelateCategories
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, refused, system
from tests.trees import category


def related() -> Taxonomy:
    """Brokers go with methods; terms with incubation, which the wrong file says."""
    return system().with_(
        category("brokers", "B11", "transfer", related=("methods",)),
        category("terms", "A1", "basics", related=("incubation",)),
    )


def pairs(taxonomy: Taxonomy) -> list[str]:
    """Who keeps which relation."""
    return [f"{one.id}-{other}" for one in taxonomy.categories.values() for other in one.related]


@pytest.mark.parametrize(("one", "other"), [("terms", "brokers"), ("brokers", "terms")])
def test_related_from_either_side(one: str, other: str) -> None:
    """The same bytes in the same file, whoever says it; told of both."""
    after = applied("relate-categories", id=one, to=other)
    assert pairs(after) == ["brokers-terms"]
    assert after.related == {"brokers": ("terms",), "terms": ("brokers",)}
    ended = applied("relate-categories", after, id=other, to=one, remove=True)
    assert (pairs(ended), ended.related) == ([], {})


def test_written_by_hand() -> None:
    """A relation in the other file counts, and ends just as well."""
    after = applied("relate-categories", related(), id="incubation", to="terms", remove=True)
    assert sorted(pairs(after)) == ["brokers-methods"]
    assert "related already" in refused("relate-categories", related(), id="terms", to="incubation")


def test_many_to_one() -> None:
    """Of those that a query finds, the related ones are passed over."""
    after = applied("relate-categories", related(), where="code:B*", to="methods")
    assert after.related["methods"] == ("brokers", "fields", "incubation", "promotion", "transfer")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "terms", "to": "terms"}, "are in one branch"),
        ({"id": "fields", "to": "brokers"}, "are in one branch"),
        ({"id": "brokers", "to": "fields"}, "Relate categories of different branches only"),
        ({"id": "brokers", "to": "methods"}, "related already. To end that: --remove"),
        ({"id": "brokers", "to": "basics", "remove": True}, "are not related"),
        ({"id": "agents", "to": "basics"}, "is retired"),
        ({"id": "basics", "to": "agents"}, "is retired"),
        ({"id": "basics", "to": "nowhere"}, "There is no category"),
        ({"where": "code:B*", "to": "brokers"}, "are in one branch"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("relate-categories", related(), **fields)


@pytest.mark.parametrize(
    ("operation_id", "fields", "expected"),
    [
        ("retire-category", {"id": "brokers", "release": "1.1"}, "terms-incubation"),
        (
            "retire-category",
            {"id": "brokers", "release": "1.1", "successors": ["promotion", "data"]},
            "methods-promotion terms-incubation",
        ),
        (
            "retire-category",
            {"id": "brokers", "release": "1.1", "successors": ["basics"]},
            "terms-incubation",
        ),
        (
            "combine-categories",
            {"ids": ["brokers", "terms"], "into": "promotion", "release": "1.1"},
            "incubation-promotion methods-promotion",
        ),
        (
            "combine-categories",
            {"ids": ["brokers", "methods"], "into": "promotion", "release": "1.1"},
            "terms-incubation",
        ),
        (
            "split-category",
            {"id": "methods", "release": "1.1", "names": [{"zh": "甲"}, {"zh": "乙"}]},
            "brokers-jia terms-incubation",
        ),
    ],
)
def test_ends(operation_id: str, fields: dict[str, Any], expected: str) -> None:
    """To the first successor; to nobody without one, or where it stands in that branch."""
    start = related().with_(category("brokers", "B11", "transfer", related=("methods",)))
    assert " ".join(sorted(pairs(applied(operation_id, start, **fields)))) == expected


def test_draft_goes_with_its_relations() -> None:
    """Nothing names a draft that was removed."""
    start = applied("relate-categories", id="data", to="terms")
    start = applied("relate-categories", start, id="basics", to="data")
    assert pairs(applied("remove-draft", start, id="data")) == []


def test_words() -> None:
    """Both are named."""
    made = RelateCategories(id="brokers", to="methods")
    assert made.describe(system()).en == "Relate B11 Category brokers to A2 Category methods"
    ended = RelateCategories(id="brokers", to="methods", remove=True)
    assert ended.describe(system()).zh == "B11 类目brokers 与 A2 类目methods 不再关联"
