"""What the schemas say to people: every field of every file has a name, a meaning, an example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from stdtree.store import layout
from tests.gates.files import ROOT

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def _fields(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a kind of file, as editors read it."""
    text = (ROOT / "schemas" / "draft-07" / f"{kind}.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    for name, part in ({kind: schema} | schema.get("definitions", {})).items():
        for field, said in part.get("properties", {}).items():
            yield f"{name}.{field}", said


def _needs_example(field: dict[str, Any]) -> bool:
    """Whether neither its type nor the parts that it is made of show what to write."""
    return not re.search(r'"(?:enum|const|\$ref)"|"boolean"', json.dumps(field))


@pytest.mark.parametrize("kind", layout.KINDS)
def test_every_field_is_explained(kind: str) -> None:
    """In both languages, with a name and, where it is not one of few, an example."""
    fields = dict(_fields(kind))
    lacking = {
        name: field
        for name, field in fields.items()
        if not CHINESE.search(field.get("title", ""))
        or not CHINESE.search(field.get("description", ""))
        or not ENGLISH.search(field.get("description", ""))
        or (_needs_example(field) and not field.get("examples"))
    }

    assert len(fields) > 5
    assert lacking == {}


@pytest.mark.parametrize("kind", layout.KINDS.values(), ids=lambda kind: kind.name)
def test_examples_fit(kind: layout.Kind) -> None:
    """What is shown as an example may be written so."""
    text = (ROOT / "schemas" / f"{kind.name}.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    parts = [schema, *schema.get("$defs", {}).values()]
    shown = [field for part in parts for field in part.get("properties", {}).values()]
    examples = [(field, one) for field in shown for one in field.get("examples", ())]

    assert examples
    for field, example in examples:
        jsonschema.validate(example, {**field, "$defs": schema.get("$defs", {})})
