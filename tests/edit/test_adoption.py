"""Adoption as it is noted with a number, or given by itself."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree import edit
from stdtree.model.standard import Adoption
from tests.edit.facts import applied, refused, system

ISO = Adoption("ISO 9001:2015", "IDT")


@pytest.mark.parametrize(
    ("operation_id", "fields"),
    [
        ("add-standard", {"home": "terms", "name": {"zh": "x"}, "number": "{}/ISO 9001:2015"}),
        (
            "add-standard",
            {"home": "terms", "name": {"zh": "x"}, "number": "{}", "adopts": "idt ISO9001:2015"},
        ),
        ("replace-standard", {"id": "gbt-1-2020", "number": "{} (ISO 9001:2015, IDT)"}),
        ("promote-standard", {"id": "planned-one", "number": "{}（ISO 9001：2015，IDT）"}),
        ("edit-standard", {"id": "gbt-1-2020", "number": "{}≡ISO 9001:2015".replace("≡", " ≡")}),
    ],
)
def test_noted_with_the_number(operation_id: str, fields: dict[str, Any]) -> None:
    """Number and adoption each go to their field."""
    fields = fields | {"number": fields["number"].format("GB/T 19001-2016")}
    after = applied(operation_id, **fields)
    (row,) = (row for _, row in after.standards.values() if row.number == "GB/T 19001-2016")
    assert row.adopts == ISO


def test_edited_and_cleared() -> None:
    """The form shows it as it is written; an empty one takes it out."""
    after = applied("edit-standard", id="gbt-1-2020", adopts="ISO 9001:2015, IDT")
    assert after.standards["gbt-1-2020"].standard.adopts == ISO
    form = edit.operation_type("edit-standard").prefilled(after, "gbt-1-2020")
    assert form["adopts"] == "ISO 9001:2015, IDT"
    cleared = applied("edit-standard", after, id="gbt-1-2020", adopts="")
    assert cleared == system()


def test_refused() -> None:
    """What is no adoption, with what to write."""
    said = refused("edit-standard", id="gbt-1-2020", adopts="eqv ISO 9001")
    assert "is no adoption. Write number and degree: ISO 9001:2015, IDT" in said
