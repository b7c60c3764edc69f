"""Moving branches, and recoding them on the way."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.move_category import MoveCategory
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import SYSTEM, category, plain


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"id": "transfer", "to": "basics", "recode": True},
            [
                "brokers: B11 < transfer [t-tmac-021-2020] → A31 < transfer [t-tmac-021-2020]",
                (
                    "transfer: B1 < fields [gbt-34670-2017 planned-one]"
                    " → A3 < basics [gbt-34670-2017 planned-one]"
                ),
            ],
        ),
        (
            {"id": "incubation", "to": "basics", "code": "A7"},
            ["incubation: B2 < fields → A7 < basics"],
        ),
        (
            {"id": "incubation", "to": None, "recode": True},
            ["incubation: B2 < fields → C < ."],
        ),
        ({"id": "data", "to": "basics"}, ["data: - < fields draft → - < basics draft"]),
    ],
)
def test_moves(fields: dict[str, Any], expected: list[str]) -> None:
    """The branch goes along; live codes that begin with the old one are rebased."""
    assert changes(system(), applied("move-category", **fields)) == expected


def test_the_code_stays_where_the_level_allows_it() -> None:
    """Without a rule that codes begin with the parent's, moving changes one line."""
    levels = tuple(Level(**{**plain(level), "extends_parent": False}) for level in SYSTEM.levels)
    free = Taxonomy(System(**(plain(SYSTEM) | {"levels": levels, "facets": {}})))
    before = free.with_(*system().categories.values())
    after = applied("move-category", before, id="incubation", to="basics")
    assert changes(before, after) == ["incubation: B2 < fields → B2 < basics"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "fields", "to": "brokers"}, "cannot go under itself or what is below it"),
        ({"id": "fields", "to": "fields", "recode": True}, "cannot go under itself"),
        ({"id": "incubation", "to": "basics"}, "does not begin with the code of A Category basics"),
        ({"id": "incubation", "to": "basics", "code": "A1"}, "already that of A1 Category terms"),
        ({"id": "incubation", "to": "agents"}, "is retired"),
        ({"id": "agents", "to": "basics"}, "is retired"),
        ({"id": "incubation", "to": "fields"}, "is under B Category fields already"),
        ({"id": "transfer", "to": "terms", "recode": True}, "No level is left under A11 Category"),
        ({"id": "B2", "to": "basics"}, "did you mean: incubation (B2 Category incubation)?"),
        ({"id": "incubation", "to": "brokers", "recode": True}, "No level is left under B11"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("move-category", **fields)


def test_the_hint_names_options_that_there_are() -> None:
    """Moving has no --branch."""
    said = refused("move-category", id="incubation", to="basics")
    assert "--recode" in said
    assert "--branch" not in said


def test_what_was_wrong_before_does_not_block() -> None:
    """A grandchild whose code never suited its level does not stop the branch from moving."""
    before = system().with_(category("odd", "odd!", "transfer"))
    after = applied("move-category", before, id="transfer", to="basics", recode=True)
    assert after.categories["odd"].code == "odd!"


def test_words() -> None:
    """The description names both ends, and the code if one is given."""
    move = MoveCategory(id="incubation", to="basics")
    assert move.describe(system()).en == "Move B2 Category incubation under A Category basics"
    again = MoveCategory(id="incubation", to="basics", code="A9")
    assert again.describe(system()).zh == "将 B2 类目incubation 移到 A 类目basics 之下,编号改为 A9"
