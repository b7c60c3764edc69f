"""Adding, editing, moving and replacing standards."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.edit_standard import EditStandard
from stdtree.edit.replace_standard import ReplaceStandard
from stdtree.model.standard import DocumentStatus, Plan, Standard
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, refused, system

NAME = {"zh": "技术转移服务评价"}


def row(taxonomy: Taxonomy, standard_id: str) -> Standard:
    """One row, wherever it stands."""
    return taxonomy.standards[standard_id].standard


@pytest.mark.parametrize(
    ("number", "standard_id"),
    [
        ("GB/T 40148-2021", "gbt-40148-2021"),
        ("gb/t 40148—2021", "gbt-40148-2021"),
        ("T/TMAC 099-2022", "t-tmac-099-2022"),
        ("SZ/T 12-2015", "szt-12-2015"),
        (None, "ji-shu-zhuan-yi-fu-wu-ping-jia"),
    ],
)
def test_added_under_an_id_made_from_its_number(number: str | None, standard_id: str) -> None:
    """A planned standard gets its id from its title."""
    after = applied("add-standard", home="methods", number=number, name=NAME)
    assert [one.id for one in after.categories["methods"].standards] == [standard_id]


def test_added_with_its_plan() -> None:
    """Without a number it is to be drafted, unless another stage is given."""
    fields: dict[str, Any] = {
        "home": "methods",
        "name": NAME,
        "plan_year": 2027,
        "plan_lead": "lab",
        "id": "s",
    }
    assert row(applied("add-standard", **fields), "s").plan == Plan(
        stage="to-draft", year=2027, lead="lab"
    )
    staged = row(applied("add-standard", **fields, plan_stage="in-preparation"), "s")
    assert staged.plan == Plan(stage="in-preparation", year=2027, lead="lab")


def test_added_with_a_number_it_has_no_plan() -> None:
    """Number, status and places are kept as given."""
    fields: dict[str, Any] = {
        "home": "methods",
        "number": "GB/T 2-2021",
        "status": "in-force",
        "also_in": ["terms"],
    }
    made = row(applied("add-standard", name=NAME, id="s", **fields), "s")
    expected = Standard(
        id="s", title=NAME, number="GB/T 2-2021", status="in-force", also_in=("terms",)
    )
    assert made == expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"number": "GB/T 34670-2017"}, "in the table of B1 Category transfer already"),
        ({"number": "GB／T 34670—2017"}, "Edit that one (edit-standard)"),
        ({"home": "agents"}, "is retired"),
        ({"id": "planned-one"}, "belongs to the standard"),
        ({"plan_lead": "lap"}, "did you mean: lab?"),
        ({"also_in": ["methods"]}, "is the home of the standard already"),
        ({"name": {"en": "Evaluation"}}, "no zh text"),
    ],
)
def test_addition_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("add-standard", **({"home": "methods", "name": NAME} | fields))


def test_edited_fields() -> None:
    """What is given is set, '' clears, the rest stays."""
    after = applied(
        "edit-standard", id="planned-one", number="GB/T 5-2027", status="upcoming",
        plan_level="", plan_year=0, plan_lead="lab", remark={"zh": "已批准"}, published="2027-05",
    )  # fmt: skip
    assert row(after, "planned-one") == Standard(
        id="planned-one", title={"zh": "标准planned-one"}, number="GB/T 5-2027", status="upcoming",
        plan=Plan(stage="to-draft", lead="lab"), remark={"zh": "已批准"}, published="2027-05",
    )  # fmt: skip


def test_cleared_fields() -> None:
    """Status, number and places can go."""
    after = applied("edit-standard", id="gbt-34670-2017", status="", number="", also_in=[])
    assert row(after, "gbt-34670-2017") == Standard(
        id="gbt-34670-2017", title={"zh": "标准gbt-34670-2017"}
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "gbt-34670"}, "did you mean: gbt-34670-2017 (GB/T 34670-2017"),
        ({"number": "GB/T 1-2020"}, "in the table of A1 Category terms already"),
        ({"name": {"zh": ""}}, "no zh text"),
        ({"also_in": ["transfer"]}, "is the home"),
        ({"status": "in-force"}, "Nothing changes in GB/T 34670-2017"),
    ],
)
def test_edit_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("edit-standard", **({"id": "gbt-34670-2017"} | fields))


def test_edit_form_and_words() -> None:
    """A form that sends everything back describes only what differs."""
    values = EditStandard.prefilled(system(), "planned-one")
    edited = EditStandard.model_validate(values | {"plan_year": 2028, "status": "in-force"})
    assert edited.describe(system()).en == "Edit 标准planned-one: status, year of the plan"


def test_moved() -> None:
    """Where it was listed, it now stands, once."""
    after = applied("move-standard", id="gbt-34670-2017", to="terms")
    assert after.standards["gbt-34670-2017"].home == "terms"
    assert row(after, "gbt-34670-2017").also_in == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"to": "transfer"}, "in the table of B1 Category transfer already"),
        ({"to": "agents"}, "retired"),
    ],
)
def test_move_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("move-standard", id="gbt-34670-2017", **fields)


@pytest.mark.parametrize(
    ("status", "old_status"), [("in-force", "replaced"), ("upcoming", "in-force")]
)
def test_new_edition(status: DocumentStatus, old_status: str) -> None:
    """The new row names the old one, which is replaced once the new one is in force."""
    after = applied(
        "replace-standard", id="gbt-34670-2017", number="GB/T 34670-2027", status=status
    )
    assert row(after, "gbt-34670-2017").status == old_status
    assert row(after, "gbt-34670-2027") == Standard(
        id="gbt-34670-2027", title={"zh": "标准gbt-34670-2017"}, number="GB/T 34670-2027",
        status=status, replaces=("gbt-34670-2017",), also_in=("terms",),
    )  # fmt: skip


def test_replacement_refused() -> None:
    """A planned standard, one that is replaced, a number that is there."""
    number: dict[str, Any] = {"number": "GB/T 34670-2027"}
    assert "has no number yet" in refused("replace-standard", id="planned-one", **number)
    once = applied("replace-standard", id="gbt-34670-2017", **number)
    again = refused("replace-standard", once, id="gbt-34670-2017", number="GB/T 34670-2030")
    assert "is replaced already. Take GB/T 34670-2027" in again
    taken = refused("replace-standard", id="gbt-34670-2017", number="GB/T 1-2020")
    assert "GB/T 1-2020 is in the table of A1" in taken
    withdrawn = applied("edit-standard", id="gbt-1-2020", status="replaced")
    assert "Add the edition" in refused("replace-standard", withdrawn, id="gbt-1-2020", **number)
    assert "is missing" in refused("replace-standard", id="gbt-1-2020", number="")


def test_replacement_in_words() -> None:
    """Old and new by their numbers."""
    new = ReplaceStandard(id="gbt-1-2020", number="GB/T 1-2027")
    assert new.describe(system()).zh == "以 GB/T 1-2027 代替 GB/T 1-2020 标准gbt-1-2020"
