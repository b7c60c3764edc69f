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

from stdtree.label import Label
from stdtree.model.output_doctor import Checkup
from stdtree.report import Look, render
from stdtree.report.of_doctor import of_doctor
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
    "correspondence": "taxonomy/correspondences/*.yaml",
    "snapshot": "exports/*/taxonomy.json",
    "findings": "findings.json",
    "baseline": "baseline.json",
    "difference": "difference.json",
    "bump": "bump.json",
    "correspondence-table": "correspondence-table.json",
    "patch": "patch.json",
    "matches": "matches.json",
    "tree": "tree.json",
    "category-view": "category-view.*.json",
    "log": "log.json",
    "blame": "blame.json",
    "doctor": "doctor.json",
}
NOT_BETWEEN_RELEASES = {
    "baseline": {"count"},
    "findings": {"omitted", "since", "elsewhere"},
    "correspondence-table": {"ambiguous", "warnings"},
    "difference": {
        "accepted", "warnings", "place", "file", "line", "column", "suggestions", "score",
    },
    "log": {"is_oldest_known"},
    "blame": {"is_oldest_known"},
}  # fmt: skip
"""Fields that stand only where something was accepted or damaged, one side is the files now, a
release lies between, a range or suggestions were asked for, or a clone is shallow.
"""


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
    ended = shell.stdtree("check", "--format", "json", "--date", "2026-11-01")

    assert_golden(GOLDEN / "findings.json", ended.out)


def test_baseline(shell: Shell) -> None:
    """What `baseline create` notes, and `check --baseline` reads for good."""
    assert shell.stdtree("baseline", "create", "made.json", "--date", "2026-11-01").code == 0

    assert_golden(GOLDEN / "baseline.json", (shell.folder / "made.json").read_bytes())


def test_difference(shell: Shell) -> None:
    """What `diff` tells a machine."""
    ended = shell.stdtree("diff", "1.0", "1.1", "--format", "json")

    assert_golden(GOLDEN / "difference.json", ended.out)


def test_bump(shell: Shell) -> None:
    """What `bump` tells a machine."""
    ended = shell.stdtree("bump", "1.0", "1.1", "--format", "json")

    assert_golden(GOLDEN / "bump.json", ended.out)


def test_correspondence(shell: Shell) -> None:
    """What `diff --correspondence` tells a machine."""
    ended = shell.stdtree("diff", "1.0", "1.1", "--correspondence", "--format", "json")

    assert_golden(GOLDEN / "correspondence-table.json", ended.out)


def test_patch(shell: Shell) -> None:
    """What `diff --format patch` makes for `apply`."""
    ended = shell.stdtree("diff", "1.0", "1.1", "--format", "patch")

    assert_golden(GOLDEN / "patch.json", ended.out)


def test_matches(shell: Shell) -> None:
    """What `diff --match` tells a machine of two tables."""
    ended = shell.stdtree("diff", "editions/1.tsv", "editions/2.tsv", "--match", "--format", "json")

    assert_golden(GOLDEN / "matches.json", ended.out)


def test_tree(shell: Shell) -> None:
    """What `show` tells a machine of the tree."""
    assert_golden(GOLDEN / "tree.json", shell.stdtree("show", "--format", "json").out)


@pytest.mark.parametrize("category", ["transfer", "promotion", "incubation"])
def test_category_view(shell: Shell, category: str) -> None:
    """What `show` tells a machine of a category: one in force, one split off, one retired."""
    ended = shell.stdtree("show", category, "--format", "json")

    assert_golden(GOLDEN / f"category-view.{category}.json", ended.out)


def test_doctor() -> None:
    """What `doctor` tells a machine, of a machine that is always the same."""
    title = Label("git", "git")
    found = (
        Checkup("git", title, "ok", Label("版本 2.39", "version 2.39")),
        Checkup(
            "git", title, "trouble", Label("没有找到", "not found"), Label("安装", "install it")
        ),
    )

    assert_golden(GOLDEN / "doctor.json", render(of_doctor(found), "json", Look("zh")))
