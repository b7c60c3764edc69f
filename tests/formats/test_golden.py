"""A small system in which every field of every format stands: format 1, to be read for good.

Every later stdtree must read these files and write them the same. A field that is added to a format
is added here; else they do not change. `findings.json` and `difference.json` are what stdtree says.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from stdtree.store import layout
from stdtree.store.decode import decode
from stdtree.store.save import canonical_text
from stdtree.store.schema import schema_names, schema_text
from tests.golden import assert_golden
from tests.shell import Shell

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "system": "taxonomy/system.yaml",
    "organizations": "taxonomy/organizations.yaml",
    "category": "taxonomy/categories/*.yaml",
    "consultation": "taxonomy/consultations/*.yaml",
    "release": "taxonomy/releases/*.yaml",
    "snapshot": "exports/*/taxonomy.json",
    "findings": "findings.json",
    "difference": "difference.json",
    "tree": "tree.json",
    "category-view": "category-view.*.json",
}
NOT_BETWEEN_RELEASES = {
    "difference": {"accepted", "warnings", "place", "file", "line", "column"},
}
"""Fields that stand only where something was accepted or damaged, or one side is the files now."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Somebody beside a copy; inside this repository the releases would be taken for its own."""
    (tmp_path / "home").mkdir()
    return Shell(Path(shutil.copytree(GOLDEN, tmp_path / "golden")), tmp_path / "home")


def values(name: str) -> list[Any]:
    """The plain values of all golden files of one format."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob(FILES[name]))]
    return [yaml.safe_load(text) for text in texts]


def test_every_format_has_a_golden_file() -> None:
    """No schema without an example."""
    assert set(schema_names()) == set(FILES)
    assert [name for name in FILES if not values(name)] == []


@pytest.mark.parametrize("name", FILES)
def test_golden_files_fit_their_schemas(name: str) -> None:
    """Both the schema for tools and the one for editors say so."""
    for validator in (jsonschema.Draft202012Validator, jsonschema.Draft7Validator):
        schema = json.loads(schema_text(name, validator is jsonschema.Draft7Validator))
        validator.check_schema(schema)
        for value in values(name):
            assert [error.message for error in validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_field_stands_in_a_golden_file(name: str) -> None:
    """A field that is added to a format is added here, too."""
    schema = json.loads(schema_text(name))
    shapes = (schema, *schema.get("$defs", {}).values())
    fields = {field for shape in shapes for field in shape.get("properties", {})}
    shown = {key for value in values(name) for key in _keys(value)}

    assert fields - shown == NOT_BETWEEN_RELEASES.get(name, set())


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _keys(item)


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.yaml")), ids=lambda path: path.name)
def test_files_are_written_as_they_were_read(path: Path) -> None:
    """Decoded and encoded again, a file in canonical style is the same, byte for byte."""
    where = path.relative_to(GOLDEN).as_posix()
    kind = layout.kind_at(where)
    assert kind is not None
    text = path.read_text(encoding="utf-8")

    decoded = decode(kind, yaml.safe_load(text))

    assert decoded.problems == ()
    assert canonical_text(where, decoded.value) == text


@pytest.mark.parametrize("release", ["1.0", "1.1"])
def test_snapshot(shell: Shell, release: str) -> None:
    """The product of a release is its snapshot again, and its digest that of the record."""
    ended = shell.stdtree("export", release, "--only", "snapshot-json", "--check")

    assert ended == (0, "", "")


def test_findings(shell: Shell) -> None:
    """What `check` tells a machine."""
    assert_golden(GOLDEN / "findings.json", shell.stdtree("check", "--format", "json").out)


def test_difference(shell: Shell) -> None:
    """What `diff` tells a machine."""
    ended = shell.stdtree("diff", "1.0", "1.1", "--format", "json")

    assert_golden(GOLDEN / "difference.json", ended.out)


def test_tree(shell: Shell) -> None:
    """What `show` tells a machine of the tree."""
    assert_golden(GOLDEN / "tree.json", shell.stdtree("show", "--format", "json").out)


@pytest.mark.parametrize("category", ["transfer", "promotion", "incubation"])
def test_category_view(shell: Shell, category: str) -> None:
    """What `show` tells a machine of a category: one in force, one split off, one retired."""
    ended = shell.stdtree("show", category, "--format", "json")

    assert_golden(GOLDEN / f"category-view.{category}.json", ended.out)
