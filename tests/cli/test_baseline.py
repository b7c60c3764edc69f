"""`stdtree baseline` and `check --baseline`: only new findings count, and settled ones are told."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from stdtree.store.schema import schema_text
from tests.cli.conftest import Run

FILE = ".stdtree-baseline.json"


@pytest.fixture
def broken(system: Path) -> Path:
    """The system with a category under a parent that there is not."""
    orphan(system, "old")
    return system


def orphan(system: Path, name: str) -> Path:
    """A category under a parent that there is not."""
    file = system / f"taxonomy/categories/{name}.yaml"
    code = f"A{len(name)}"
    file.write_text(
        f"id: {name}\nparent: nowhere\ncode: {code}\ntitle: {{zh: {name}, en: {name}}}\n"
    )
    return file


def test_only_new_findings_count(run: Run, broken: Path) -> None:
    """What is known neither shows nor fails, and is counted; what comes after does both."""
    assert run("check").code == 1
    made = run("baseline", "create")
    assert made.code == 0
    assert str(broken / FILE) in made.out
    known = run("check", "--baseline", FILE, "--strict")
    assert known.code == 0
    assert "dangling-parent" not in known.out
    assert f"findings known to the baseline {FILE} not shown." in known.out
    assert run("check").code == 1  # it counts only where it is named
    orphan(broken, "newer")
    new = run("check", "--baseline", FILE)
    assert new.code == 1
    assert "newer.yaml" in new.out
    assert "old.yaml" not in new.out


def test_the_file_follows_its_schema(run: Run, broken: Path) -> None:
    """One finding a line, the same bytes each time."""
    assert run("baseline", "create").code == 0
    text = (broken / FILE).read_text("utf-8")
    jsonschema.validate(json.loads(text), json.loads(schema_text("baseline")))
    assert sum('"rule"' in line for line in text.splitlines()) == len(json.loads(text)["findings"])
    assert run("baseline", "update").code == 0
    assert (broken / FILE).read_text("utf-8") == text


def test_what_was_settled_is_told_and_pruned(run: Run, broken: Path) -> None:
    """A stale entry is a note at its line; prune takes it out and takes nothing in."""
    assert run("baseline", "create").code == 0
    (broken / "taxonomy/categories/old.yaml").unlink()
    orphan(broken, "newer")
    stale = run("check", "--baseline", FILE, "--all")
    told = [line for line in stale.out.splitlines() if "note stale-baseline" in line]
    lines = (broken / FILE).read_text("utf-8").splitlines()
    assert any("dangling-parent of old" in line for line in told)
    for line in told:
        number = int(line.split(":")[1])
        rule = line.partition("knows ")[2].split()[0]
        assert f'"rule": "{rule}"' in lines[number - 1]
    pruned = run("baseline", "prune")
    assert f"(0 added, {len(told)} removed)" in pruned.out
    again = run("check", "--baseline", FILE)
    assert "stale-baseline" not in again.out
    assert again.code == 1
    assert "newer.yaml" in again.out


def test_update_takes_in_and_takes_out(run: Run, broken: Path) -> None:
    """Afterwards the check is clean."""
    assert run("baseline", "create").code == 0
    (broken / "taxonomy/categories/old.yaml").unlink()
    orphan(broken, "newer")
    assert run("baseline", "update").code == 0
    clean = run("check", "--baseline", FILE, "--strict")
    assert clean.code == 0
    assert "stale-baseline" not in clean.out


def test_severity_of_stale_entries_is_the_systems(run: Run, broken: Path) -> None:
    """As of any rule: `off` silences it, `error` fails the check."""
    assert run("baseline", "create").code == 0
    (broken / "taxonomy/categories/old.yaml").unlink()
    file = broken / "taxonomy/system.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}rules: {{stale-baseline: error}}\n", "utf-8")
    assert run("check", "--baseline", FILE).code == 1
    file.write_text(f"{text}rules: {{stale-baseline: 'off'}}\n", "utf-8")
    assert "stale-baseline" not in run("check", "--baseline", FILE).out


def test_what_cannot_go_on_says_so(run: Run, broken: Path) -> None:
    """Two makings, a missing file, a file that is something else: exit 2, and what to type."""
    assert run("check", "--baseline", FILE).code == 2
    assert run("baseline", "prune").code == 2
    assert run("baseline", "create").code == 0
    twice = run("baseline", "create")
    assert twice.code == 2
    assert "stdtree baseline update" in twice.err
    (broken / FILE).write_text('{"format": "other/1"}')
    odd = run("check", "--baseline", FILE)
    assert odd.code == 2
    assert "cannot understand the baseline" in odd.err


def test_with_since_both_are_counted(run: Run, broken: Path) -> None:
    """What changed is shown, less what is known of it; nothing that is far off seems stale."""
    assert run("baseline", "create").code == 0
    assert run("commit", "-m", "begun").code == 0
    orphan(broken, "newer")
    shown = run("check", "--baseline", FILE, "--since", "HEAD")
    assert shown.code == 1
    assert "Only what changed since HEAD" in shown.out
    assert "known to the baseline" in shown.out
    assert "stale-baseline" not in shown.out
