"""This repository's own pipelines: they parse, are pinned, and may do no more than they must."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gates.files import ROOT, shown

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"\./|[\w-]+/[\w./-]+@[0-9a-f]{40}")


def parsed(path: Path) -> dict[Any, Any]:
    """A file of YAML."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    """The steps of all jobs."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=shown)
def test_workflows_are_pinned_and_modest(path: Path) -> None:
    """Actions by commit, reading by default, nothing from outside inside a command."""
    workflow = parsed(path)

    assert workflow["permissions"] == {"contents": "read"}
    for step in steps(workflow):
        assert PINNED.fullmatch(step.get("uses", "./")), step
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_every_change_runs_everything_and_the_action() -> None:
    """The script that other hosts run, too; the action checks taxonomy/ as a user's would be."""
    workflow = parsed(ROOT / ".github/workflows/ci.yml")
    told = [step.get("uses") or step.get("run") for step in steps(workflow)]

    assert {"./", "bash .ci/run"} <= set(told)
    assert {"push", "pull_request", "merge_group"} <= workflow[
        True
    ].keys()  # YAML 1.1 reads `on` so


def test_pins_are_the_same_everywhere() -> None:
    """One version of an action, in workflows and in what documents show."""
    pins: dict[str, set[str]] = {}
    for path in (*WORKFLOWS, ROOT / "action.yml", *(ROOT / "docs").glob("ci*.md")):
        for name, commit in re.findall(
            r"uses: ([\w-]+/[\w./-]+)@([0-9a-f]{40})", path.read_text(encoding="utf-8")
        ):
            pins.setdefault(name, set()).add(commit)

    assert pins
    assert [name for name, commits in pins.items() if len(commits) > 1] == []


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ],
)
def test_pre_commit_accepts_the_files(command: str, name: str, tmp_path: Path) -> None:
    """By its own judgement, warnings included."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", command, str(ROOT / name)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
