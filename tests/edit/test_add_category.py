"""Adding categories: where they stand, which code and id they get, what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.add_category import AddCategory
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category

NAME = {"zh": "数据服务", "en": "Data services"}


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"parent": "fields"}, "data-services: → B4 < fields"),
        ({"parent": "fields", "code": "BD"}, "data-services: → BD < fields"),
        ({}, "data-services: → C < ."),
        ({"parent": "incubation"}, "data-services: → B21 < incubation"),
        ({"parent": "fields", "status": "draft"}, "data-services: → - < fields draft"),
        ({"parent": "fields", "id": "ds"}, "ds: → B4 < fields"),
    ],
)
def test_where_it_goes(fields: dict[str, Any], change: str) -> None:
    """Code and id are made when they are not given; a draft may do without a code."""
    after = applied("add-category", name=NAME, **fields)
    assert changes(system(), after) == [change]


def test_id_from_pinyin() -> None:
    """Without an English title the id is the pinyin of the Chinese one."""
    after = applied("add-category", name={"zh": "数据服务"}, definition={"zh": "数据。"})
    assert after.categories["shu-ju-fu-wu"].definition == {"zh": "数据。"}


def test_made_ids_avoid_those_of_retired_categories() -> None:
    """An id that a retired category had is not made again."""
    after = applied("add-category", name={"zh": "代理", "en": "Agents"})
    assert "agents-2" in after.categories


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"parent": "fields", "code": "B1"}, "B1 (Data services) is already that of B1 Category"),
        ({"parent": "fields", "code": "A9"}, "does not begin with the code of B Category fields"),
        ({"parent": "fields", "code": "b1"}, 'shape of the level "Domain"'),
        ({"parent": "agents"}, "is retired. Its contents went to brokers (B11 Category brokers)"),
        ({"parent": "brokers"}, "No level is left under B11 Category brokers"),
        ({"parent": "incubatoin"}, "did you mean: incubation (B2 Category incubation)?"),
        ({"id": "agents"}, "belongs to the category B12 Category agents"),
        ({"name": {"en": "Data"}}, "no zh text"),
        ({"name": {"zh": "数据", "fr": "Données"}}, "Its languages are zh, en"),
        ({"definition": {"en": "Data."}}, "Under definition, the text in zh is missing."),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("add-category", **({"name": NAME} | fields))


def test_no_code_left() -> None:
    """When a level has no code to give, the hint asks for one."""
    full = system().with_(*(category(f"x{c}", chr(c)) for c in range(ord("A"), ord("Z") + 1)))
    assert "No code is free under" in refused("add-category", full, name=NAME)


def test_form_and_words() -> None:
    """The form opens under the cursor with the next code; the description names both."""
    assert AddCategory.prefilled(system(), "fields") == {"parent": "fields", "code": "B4"}
    label = AddCategory(parent="fields", code="B4", name=NAME).describe(system())
    assert label.zh == "在 B 类目fields 之下新增类目 B4 数据服务"
    assert label.en == "Add the category B4 Data services under B Category fields"
