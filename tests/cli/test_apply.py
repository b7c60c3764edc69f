"""`stdtree diff --format patch` and `stdtree apply`, through real files in real clones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.shell import Shell

TRADING = "taxonomy/categories/transfer-services/technology-trading.yaml"
TERMINOLOGY = "taxonomy/categories/basics/terminology.yaml"


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, its patch from 1.0 to 1.1, and a clone that stands at 1.0."""
    folder = tmp_path_factory.mktemp("patches")
    (folder / "home").mkdir()
    shell = Shell(folder, folder / "home", language="en")
    assert shell.stdtree("init", "--sample", "demo").code == 0
    for fmt in ("patch", "json"):
        ended = shell.stdtree("-C", "demo", "diff", "1.0", "1.1", "--format", fmt)
        assert ended.code == 0, ended.err
        (folder / f"{fmt}.json").write_text(ended.out, encoding="utf-8")
    shell.git("clone", "-q", "demo", "old")
    shell.git("-C", "old", "checkout", "-q", "-b", "mine", "taxonomy/1.0")
    return folder


@pytest.fixture
def shell(_made: Path, tmp_path: Path) -> Shell:
    """Somebody in a clone of the sample that stands at 1.0, the patches beside it."""
    shutil.copytree(_made, tmp_path / "here", symlinks=True)
    return Shell(tmp_path / "here" / "old", tmp_path / "here" / "home", language="en")


def files(shell: Shell) -> dict[str, bytes]:
    """All files under taxonomy/, by path."""
    folder = shell.folder / "taxonomy"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def differing(shell: Shell) -> list[str]:
    """What a machine is told of the changes between 1.1 and the files, consultations aside."""
    changes = json.loads(shell.stdtree("diff", "1.1", "WORK", "--format", "json").out)["changes"]
    return [change["kind"] for change in changes if change["entity"] != "consultation"]


@pytest.mark.parametrize("patch", ["patch.json", "json.json"])
def test_there_and_back(shell: Shell, patch: str) -> None:
    """Applied at 1.0 it gives 1.1, value by value; reversed, every file byte for byte as before."""
    before = files(shell)

    there = shell.stdtree("apply", f"../{patch}")

    assert there.code == 0, there.err
    assert "Apply the patch 1.0 → 1.1" in there.out
    assert differing(shell) == []

    back = shell.stdtree("apply", f"../{patch}", "--reverse")

    assert back.code == 0, back.err
    assert files(shell) == before


def test_one_step_to_undo(shell: Shell) -> None:
    """Organizations, facets, targets and the system's own fields go back with the categories."""
    before = files(shell)
    shell.stdtree("apply", "../patch.json")
    after = files(shell)

    assert shell.stdtree("edit", "undo").code == 0
    assert files(shell) == before
    assert shell.stdtree("edit", "redo").code == 0
    assert files(shell) == after
    steps = json.loads(shell.stdtree("edit", "log", "--format", "json").out)
    assert [step["operation"] for step in steps] == ["apply-patch"]


def test_what_no_longer_fits_is_listed_and_nothing_is_written(shell: Shell) -> None:
    """What, where, what was expected and what is there; what fits is counted."""
    trading = shell.folder / TRADING
    text = trading.read_text(encoding="utf-8")
    trading.write_text(text.replace("code: C1\n", "code: C9\n"), encoding="utf-8")
    (shell.folder / TERMINOLOGY).unlink()
    before = files(shell)

    ended = shell.stdtree("apply", "../patch.json")

    assert ended.code == 1
    assert "5 changes no longer fit, 268 fit; nothing was written." in ended.out
    assert "code: expected C1, found C9" in ended.out
    assert "category terminology: recoded — there is no such id" in ended.out
    assert files(shell) == before
    assert shell.stdtree("edit", "log", "--format", "json").out.strip() == "[]"


def test_what_moved_on_elsewhere_does_not_matter(shell: Shell) -> None:
    """A patch that still fits is applied, and says that it was made for another state."""
    edited = shell.stdtree("edit", "rename-category", "terminology", "--name", "en=Vocabulary")
    assert edited.code == 0, edited.err

    ended = shell.stdtree("apply", "../patch.json")

    assert ended.code == 0
    assert "what is there is not 1.0, but all the changes fit" in ended.err
    assert differing(shell) == ["renamed"]


def test_a_dry_run_writes_nothing(shell: Shell) -> None:
    """It shows what would come of it."""
    before = files(shell)

    ended = shell.stdtree("apply", "../patch.json", "--dry-run")

    assert ended.code == 0
    assert "nothing was written" in ended.err
    assert files(shell) == before


def test_what_is_applied_already(shell: Shell) -> None:
    """Nothing is to be done then, and nothing is wrong."""
    shell.stdtree("apply", "../patch.json")
    before = files(shell)

    ended = shell.stdtree("apply", "../patch.json")

    assert (ended.code, files(shell)) == (0, before)
    assert "what the patch leads to already" in ended.err


def test_a_patch_that_leads_elsewhere_is_damaged(shell: Shell) -> None:
    """A value was changed on the way here: its digest tells."""
    patch = json.loads((shell.folder.parent / "patch.json").read_text(encoding="utf-8"))
    patch["changes"][0]["value"]["title"]["zh"] = "别的"
    (shell.folder.parent / "bad.json").write_text(json.dumps(patch), encoding="utf-8")

    ended = shell.stdtree("apply", "../bad.json")

    assert ended.code == 2
    assert "the patch is damaged" in ended.err
