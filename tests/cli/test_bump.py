"""`stdtree bump`: what the changes call for, whether the number follows, what decides it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdtree.store import schema

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with its two releases, as a folder without git."""
    for name in ("taxonomy", "exports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("1.0", "1.1"), 0, "it grew by a minor one: as called for."),
        (("1.0", "--release", "1.0.1"), 1, "it grew by a patch one: too small."),
        (("1.0", "--release", "1.0.0"), 1, "the number did not grow."),
        (("1.1", "1.0"), 1, "the number went down."),
        (("1.0", "--release", "2.0"), 0, "larger than needed."),
        (("1.0",), 0, "A number that suits: 1.1 (policy: edition)."),
        ((), 0, "No new number is needed."),
    ],
)
def test_verdicts(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    """All of them; too small, not grown and decreased fail."""
    ended = run("bump", *arguments)

    assert ended.code == code
    assert words in ended.out


@pytest.mark.usefixtures("sample")
def test_what_decides_is_named(run: Run) -> None:
    """Each kind with its first examples and the number of the others."""
    ended = run("bump", "1.0", "1.1")

    assert "What calls for a minor one" in ended.out
    assert "deletion (3)\n  H " in ended.out
    assert "… 15 more" in ended.out
    assert len(ended.out.splitlines()) < 60


@pytest.mark.usefixtures("sample")
def test_machines_are_told_everything(run: Run) -> None:
    """The document fits its schema and names every matter once."""
    ended = run("bump", "1.0", "--release", "1.0.1", "--format", "json")
    told = json.loads(ended.out)

    assert ended.code == 1
    assert not schema.mismatches("bump", told)
    assert (told["required"], told["declared"], told["verdict"], told["suggested"]) == (
        "minor", "patch", "too-small", "1.1"
    )  # fmt: skip
    changes = [number for one in told["forced_by"] for number in one["changes"]]
    assert {1, 20} <= set(changes)


def test_the_policy_is_data(sample: Path, run: Run) -> None:
    """Rules of the system decide, kind by kind; a wrong kind is named in words."""
    file = sample / "taxonomy/system.yaml"
    text = file.read_text(encoding="utf-8").replace("bump: edition\n", "")
    rules = "bump:\n  policy: semver\n  kinds:\n    {kind}: patch\n"
    file.write_text(text + rules.format(kind="moved"), encoding="utf-8")

    assert "call for a major one" in run("bump", "1.0").out

    file.write_text(text + rules.format(kind="movd"), encoding="utf-8")
    ended = run("check")
    assert '"movd" cannot be a key here' in ended.out
    assert "did you mean: moved?" in ended.out


@pytest.mark.usefixtures("sample")
def test_no_number(run: Run) -> None:
    """A name that cannot be a release is refused with how to write one."""
    ended = run("bump", "1.0", "--release", "next")

    assert ended.code == 2
    assert "use two or three numbers, such as 1.1 or 1.1.1" in ended.err


@pytest.mark.usefixtures("sample")
def test_suggestions_are_on_demand(run: Run) -> None:
    """`diff --suggest` tells them; without it nobody pays for them."""
    told = json.loads(run("diff", "1.0", "1.1", "--suggest", "--format", "json").out)
    without = json.loads(run("diff", "1.0", "1.1", "--format", "json").out)

    assert not schema.mismatches("difference", told)
    assert "suggestions" not in without
    assert all(one["inferred"] and one["evidence"] for one in told.get("suggestions", ()))
    assert told["summary"] == without["summary"]
