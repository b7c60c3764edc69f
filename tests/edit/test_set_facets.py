"""Setting the values of one facet."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.set_facets import SetFacets
from tests.edit.facts import applied, refused, system


@pytest.mark.parametrize(
    ("category", "values", "expected"),
    [
        ("terms", ["transfer", "research", "transfer"], {"chain": ("research", "transfer")}),
        ("promotion", ["research"], {"chain": ("research",)}),
        ("promotion", [], {}),
    ],
)
def test_values(category: str, values: list[str], expected: dict[str, Any]) -> None:
    """All values of the facet, in its order; none takes the facet out."""
    after = applied("set-facets", id=category, facet="chain", values=values)
    assert after.categories[category].facets == expected


def test_other_facets_stay() -> None:
    """Only the facet that is named changes."""
    before = system()
    stage = before.system.facets["chain"]
    two = before.with_(system=type(before.system)(
        **{name: getattr(before.system, name) for name in before.system.__struct_fields__}
        | {"facets": {"chain": stage, "stage": stage}}
    ))  # fmt: skip
    after = applied("set-facets", two, id="promotion", facet="stage", values=["research"])
    assert after.categories["promotion"].facets == {
        "chain": ("transfer",),
        "stage": ("research",),
    }


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"facet": "chian", "values": []}, 'no facet "chian". did you mean: chain (Chain link)?'),
        ({"facet": "colour", "values": []}, "There are: chain (Chain link)"),
        (
            {"values": ["reserach"]},
            'Chain link has no value "reserach". did you mean: research (Research)?',
        ),
        ({"values": ["transfer"]}, "Nothing changes in B3 Category promotion"),
        ({}, "Nothing changes in B3 Category promotion"),
        ({"id": "agents", "values": []}, "is retired"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("set-facets", **({"id": "promotion", "facet": "chain"} | fields))


def test_form_and_words() -> None:
    """The form opens with what is there; values by their titles."""
    assert SetFacets.prefilled(system(), "promotion") == {
        "id": "promotion",
        "facet": "chain",
        "values": ("transfer",),
    }
    assert SetFacets.prefilled(system(), "terms")["facet"] == "chain"
    made = SetFacets(id="terms", facet="chain", values=("research", "transfer"))
    assert made.describe(system()).zh == "将 A1 类目terms 的分面“产业链环节”设为 研究、转化"
    cleared = SetFacets(id="terms", facet="chain", values=())
    assert cleared.describe(system()).en == "Set Chain link of A1 Category terms to (none)"
