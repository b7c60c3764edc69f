"""Places of a category in other classifications."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.map_category import MapCategory
from stdtree.model.category import SchemeMap
from tests.edit.facts import applied, refused, system

SCHEME = "GB/T 4754-2017"


@pytest.mark.parametrize(
    ("fields", "maps"),
    [
        ({"code": "7530"}, [("7540", "complete"), ("7530", "complete")]),
        ({"code": "7530", "extent": "partial"}, [("7540", "complete"), ("7530", "partial")]),
        ({"code": "7540", "extent": "partial"}, [("7540", "partial")]),
        ({"code": "7540", "remove": True}, []),
    ],
)
def test_added_changed_removed(fields: dict[str, Any], maps: list[tuple[str, Any]]) -> None:
    """A place is its classification and code."""
    after = applied("map-category", id="incubation", scheme=SCHEME, **fields)
    expected = tuple(SchemeMap(scheme=SCHEME, code=code, extent=extent) for code, extent in maps)
    assert after.categories["incubation"].maps == expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"code": "7540"}, "Nothing changes in B2 Category incubation"),
        (
            {"code": "7530", "remove": True},
            "is not mapped to GB/T 4754-2017 7530. It is mapped to: GB/T 4754-2017 7540",
        ),
        ({"id": "terms", "code": "7540", "remove": True}, "It is mapped to: (none)"),
        ({"code": ""}, "Give both (--scheme, --code)"),
        ({"scheme": "", "code": "1"}, "Give both (--scheme, --code)"),
        ({"id": "agents", "code": "1"}, "is retired"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("map-category", **({"id": "incubation", "scheme": SCHEME} | fields))


def test_words() -> None:
    """The place, and how much of it."""
    made = MapCategory(id="terms", scheme=SCHEME, code="7530", extent="partial")
    assert made.describe(system()).zh == "A1 类目terms 对应 GB/T 4754-2017 7530（部分）"
    removed = MapCategory(id="terms", scheme=SCHEME, code="7530", remove=True)
    assert removed.describe(system()).en == "Map A1 Category terms no longer to GB/T 4754-2017 7530"
