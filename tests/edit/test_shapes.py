"""Shapes are refused before anything is applied, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from stdtree import edit

ADD = {"name": {"zh": "数据"}}


@pytest.mark.parametrize(
    ("operation_id", "fields", "words"),
    [
        ("add-category", ADD | {"id": "Data"}, "cannot be an id"),
        ("add-category", ADD | {"id": "con"}, "cannot be an id"),
        ("add-category", ADD | {"code": "B" * 65}, "At most 64"),
        ("add-category", {"name": {"中文": "数据"}}, "is not a language tag"),
        ("add-category", {"name": {"zh": "数" * 2001}}, "At most 2000"),
        ("add-category", {"name": {"zh": "数\n据"}}, "A title is one line"),
        ("edit-standard", {"id": "x", "name": {"zh": "数\u2028据"}}, "A title is one line"),
        ("retire-category", {"id": "x", "release": "next"}, "is not a release"),
        ("edit-standard", {"id": "x", "published": "2027-13"}, "is not a date"),
        ("edit-standard", {"id": "x", "plan_year": 27}, "A year lies between 1900 and 2999"),
        ("add-standard", ADD | {"home": "x", "number": "9" * 201}, "At most 200"),
    ],
)
def test_shapes(operation_id: str, fields: dict[str, Any], words: str) -> None:
    """The error carries the message as zh and en."""
    with pytest.raises(ValidationError) as caught:
        edit.decode(operation_id, fields)
    context = caught.value.errors()[0]["ctx"]
    assert words in context["en"]
    assert context["zh"]
