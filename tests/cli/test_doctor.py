"""`stdtree doctor`: its exit codes, its formats, and that it looks from anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Run
from tests.gates.files import ROOT

SCHEMA = json.loads((ROOT / "schemas/doctor.schema.json").read_text(encoding="utf-8"))


def test_in_order(run: Run, system: Path) -> None:
    """Notes do not fail; each line says the state first."""
    assert system == Path.cwd()

    ended = run("doctor")

    assert ended.code == 0, ended
    assert {line.split()[0] for line in ended.out.splitlines()[:-2] if line[0] != " "} <= {
        "ok",
        "note",
    }
    assert ended.out.endswith("0 troubles.\n")


@pytest.mark.usefixtures("system")
def test_trouble_fails(run: Run) -> None:
    """And is said with its way out, in the user's language."""
    Path(".git/HEAD.lock").touch()

    ended = run("--lang", "zh", "doctor")

    assert ended.code == 1
    assert "故障 仓库：" in ended.out
    assert "rm " in ended.out


def test_for_machines(run: Run, tmp_path: Path) -> None:
    """As published; also where there is no system."""
    ended = run("-C", str(tmp_path), "doctor", "--format", "json")
    document = json.loads(ended.out)

    jsonschema.validate(document, SCHEMA)
    assert ended.code == 1
    assert document["summary"]["trouble"] == 1
    assert {"python", "git", "system"} <= {one["check"] for one in document["checkups"]}
