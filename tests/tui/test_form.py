"""From entered values to an operation."""

from __future__ import annotations

import pytest

from stdtree.edit import FieldKind, Operation, operation_ids, operation_type
from stdtree.tui.form import Form
from stdtree.tui.widgets.fields import KINDS
from tests.trees import sample


def form(operation_id: str, about: str | None) -> Form:
    """The form of an operation on the sample."""
    operation = operation_type(operation_id)
    return Form(operation, sample(), operation.prefilled(sample(), about))


def entered(made: Form, **changes: object) -> dict[str, object]:
    """What the form shows at first, with changes."""
    return {field.name: field.initial for field in made.fields} | changes


def test_every_kind_of_field_has_a_widget() -> None:
    """A new kind needs a line in the table."""
    assert set(KINDS) == set(FieldKind.__args__)  # type: ignore[attr-defined]  # a Literal


@pytest.mark.parametrize("operation_id", operation_ids())
def test_every_operation_makes_a_form(operation_id: str) -> None:
    """Fields in the operation's order, each called something in both languages."""
    made = form(operation_id, None)
    assert [field.name for field in made.fields] == list(made.operation.model_fields)
    assert all(field.ask.label.zh and field.ask.label.en for field in made.fields)


def test_an_operation_from_values() -> None:
    """Empty optional fields are left out; the parent stays although it was not changed."""
    made = form("add-category", "fields")
    built = made.build(entered(made, name={"zh": "数据"}, id="", definition={}))
    assert isinstance(built, Operation)
    assert built.apply(sample()).children("fields")[-1].title == {"zh": "数据"}


def test_what_stayed_as_it_was_is_left_out() -> None:
    """Only the status is passed on."""
    made = form("edit-standard", "gbt-1-2020")
    built = made.build(entered(made, status="withdrawn"))
    assert isinstance(built, Operation)
    assert built.model_dump(exclude_defaults=True) == {"id": "gbt-1-2020", "status": "withdrawn"}


def test_a_field_emptied_is_passed_on() -> None:
    """Emptying the number is a change, unlike leaving it empty."""
    made = form("edit-standard", "gbt-1-2020")
    built = made.build(entered(made, number=""))
    assert isinstance(built, Operation)
    assert built.model_dump(exclude_defaults=True) == {"id": "gbt-1-2020", "number": ""}


def test_problems_stand_beside_their_fields_in_both_languages() -> None:
    """A missing title, a wrong id."""
    made = form("add-category", "fields")
    problems = made.build(entered(made, name={}, id="NO!"))
    assert isinstance(problems, dict)
    assert problems["name"].zh == "必填"
    assert "NO!" in problems["id"].zh
    assert "NO!" in problems["id"].en


def test_the_top_level_can_be_chosen() -> None:
    """A required parent that was chosen to be none is the top of the tree."""
    made = form("move-category", "incubation")
    built = made.build(entered(made, to=None, code="C"))
    assert isinstance(built, Operation)
    moved = built.apply(sample()).get("incubation")
    assert moved is not None
    assert (moved.parent, moved.code) == (None, "C")


def test_an_owner_kept_is_passed_on_beside_a_condition() -> None:
    """One owner for many: the present one counts although it was not changed."""
    made = form("set-owner", "methods")
    built = made.build(entered(made, where="code:B*"))
    assert isinstance(built, Operation)
    assert built.apply(sample()).owner_of("transfer") == "lab"
