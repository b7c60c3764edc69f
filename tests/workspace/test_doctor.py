"""Each trouble is made for real, found, and said with the way out."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stdtree.model.output_doctor import Checkup
from stdtree.workspace.doctor import CHECKS, examine
from stdtree.workspace.doctor.patient import Patient, Screen
from tests.repos import Repo, isolate

SCREEN = Screen(is_terminal=True, encoding="utf-8", width=120, has_color=True)


@pytest.fixture
def repo(sample_repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A copy of the sample."""
    isolate(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    shutil.copytree(sample_repository, tmp_path / "demo", symlinks=True)
    return Repo(tmp_path / "demo")


def told(folder: Path, screen: Screen = SCREEN) -> Iterator[Checkup]:
    """What is not in order."""
    found = examine(Patient(folder, os.environ, screen))
    return (one for one in found if one.health != "ok")


def only(folder: Path, screen: Screen = SCREEN) -> Checkup:
    """The one thing that is not in order."""
    (found,) = told(folder, screen)
    return found


def fix(one: Checkup) -> str:
    """What to type."""
    assert one.fix is not None
    return one.fix.en


def test_a_system_in_order_is_ok_throughout(repo: Repo) -> None:
    """Every check says so, and none writes."""
    before = repo.git("status --short")
    found = list(examine(Patient(repo.root, os.environ, SCREEN)))

    assert [one.check for one in found if one.health != "ok"] == []
    assert len(found) == len(CHECKS)
    assert repo.git("status --short") == before == ""


def test_without_a_system_the_rest_is_examined(tmp_path: Path, repo: Repo) -> None:
    """What there is to mend is said once."""
    one = only(repo.root.parent)

    assert (one.check, one.health) == ("system", "trouble")
    assert str(tmp_path) in one.said.en
    assert "stdtree init" in fix(one)


def test_without_git_it_says_so_once(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many checks would ask it."""
    monkeypatch.setenv("PATH", "/nowhere")

    one = only(repo.root)

    assert (one.check, one.health) == ("git", "trouble")


def test_without_a_name_no_commit_can_be_made(repo: Repo, tmp_path: Path) -> None:
    """Both settings are named."""
    (tmp_path / "home" / "gitconfig").write_text("")

    one = only(repo.root)

    assert (one.check, one.health) == ("git", "note")
    assert "user.name" in fix(one)
    assert "user.email" in fix(one)


def test_the_terminal(repo: Repo) -> None:
    """An encoding without Chinese is trouble; narrow or nameless is a note."""
    plain, narrow = SCREEN._replace(encoding="latin-1"), SCREEN._replace(width=60)

    assert [(one.check, one.health) for one in told(repo.root, plain)] == [("terminal", "trouble")]
    assert "60" in only(repo.root, narrow).said.en


def test_wide_characters(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they may be wide, it is said what to do."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert "narrow" in fix(only(repo.root))


def test_a_dumb_terminal_and_slow_starts(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are notes."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert [(one.check, one.health) for one in told(repo.root)] == [
        ("python", "note"),
        ("terminal", "note"),
    ]


def test_the_cache(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off; and in a place that cannot be written to, as far as root is held back."""
    monkeypatch.setenv("STDTREE_CACHE", "off")
    assert "unset STDTREE_CACHE" in fix(only(repo.root))
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    monkeypatch.setenv("STDTREE_CACHE", str(locked / "cache"))

    found = [one.check for one in told(repo.root)]

    assert found == ([] if os.access(locked, os.W_OK) else ["cache"])


def test_edits_that_wait(repo: Repo) -> None:
    """An earlier session ended without saving."""
    from stdtree.edit.rename_category import RenameCategory
    from stdtree.workspace import Workspace

    Workspace.open(repo.root).apply(RenameCategory(id="incubation", name={"zh": "甲"}))

    one = only(repo.root)

    assert (one.check, one.health) == ("system", "note")
    assert "stdtree edit recover" in fix(one)


def test_no_repository(repo: Repo) -> None:
    """A system in a plain folder has no history."""
    shutil.rmtree(repo.root / ".git")

    assert fix(only(repo.root)) == "git init"


def test_what_the_repository_is_in_the_middle_of(repo: Repo) -> None:
    """A detached head, a merge, and a lock that a killed git left."""
    repo.git("switch --quiet --detach")
    (repo.root / ".git/MERGE_HEAD").write_text(repo.git("rev-parse HEAD"))
    (repo.root / ".git/index.lock").touch()
    (repo.root / ".git/refs/heads/main.lock").touch()

    found = list(told(repo.root))

    assert [one.health for one in found] == ["note", "trouble", "trouble", "trouble"]
    assert "git switch" in fix(found[0])
    assert "git merge --abort" in found[1].said.en
    assert [fix(one).partition(": rm ")[2].rpartition("/")[2] for one in found[2:]] == [
        "index.lock",
        "main.lock",
    ]


def test_a_shallow_clone_without_tags(repo: Repo, tmp_path: Path) -> None:
    """Releases are sound by their snapshots; what is missing can be fetched."""
    shallow = tmp_path / "shallow"
    repo.git("clone", "--quiet", "--depth=1", "--no-tags", repo.root.as_uri(), str(shallow))

    found = list(told(shallow))

    assert [(one.check, one.health) for one in found] == [
        ("repository", "note"),
        ("releases", "note"),
    ]
    assert [fix(one) for one in found] == ["git fetch --unshallow --tags", "git fetch --tags"]


def test_hooks_run_only_where_they_are_trusted(repo: Repo) -> None:
    """The note names them; nothing of the repository has run."""
    from stdtree.store.trust import trust

    ran = repo.root / "ran"
    hook = repo.write(".git/hooks/pre-commit", f"#!/bin/sh\ntouch '{ran}'\n")
    hook.chmod(0o755)
    repo.git("config", "core.fsmonitor", f"touch '{ran}'")

    one = only(repo.root)
    trust(repo.root)

    assert (one.check, "pre-commit" in one.said.en) == ("repository", True)
    assert list(told(repo.root)) == []
    assert not ran.exists()


def test_a_release_that_was_changed(repo: Repo) -> None:
    """Record, snapshot and tag must agree."""
    record = repo.root / "taxonomy/releases/1.1.yaml"
    record.write_text(record.read_text("utf-8").replace("sha256:ce", "sha256:00"), "utf-8")

    found = [one for one in told(repo.root) if one.check == "releases"]

    assert [one.health for one in found] == ["trouble"]
    assert "git checkout taxonomy/1.1" in fix(found[0])


def test_a_tag_without_a_record(repo: Repo) -> None:
    """Perhaps it is of another branch."""
    repo.git("tag", "taxonomy/3.0")

    assert "taxonomy/3.0" in only(repo.root).said.en


def test_files_out_of_style(repo: Repo) -> None:
    """`fmt` would rewrite them; without the first line, other editors find no schema."""
    path = repo.root / "taxonomy/organizations.yaml"
    path.write_text(path.read_text("utf-8").split("\n", 1)[1], "utf-8")

    found = list(told(repo.root))

    assert [one.check for one in found] == ["canonical", "editors"]
    assert {fix(one) for one in found} == {"stdtree fmt"}


def test_schemas_that_are_missing(repo: Repo) -> None:
    """The command writes the file that is missing."""
    (repo.root / "schemas/draft-07/category.schema.json").unlink()

    assert fix(only(repo.root)) == (
        "stdtree schema category --draft 7 > schemas/draft-07/category.schema.json"
    )


def test_all_schemas_are_missing(repo: Repo) -> None:
    """One line writes them all, the folder as well."""
    shutil.rmtree(repo.root / "schemas")
    typed = fix(only(repo.root))
    program = f'stdtree() {{ {shlex.quote(sys.executable)} -m stdtree "$@"; }}\n'

    subprocess.run(["sh", "-c", program + typed], cwd=repo.root, check=True)

    assert [one for one in told(repo.root) if one.check == "editors"] == []


def test_names_that_other_systems_confuse(repo: Repo) -> None:
    """Case alone; letters and accents apart. Where the disk itself confuses them, git tells."""
    folder = repo.root / "taxonomy/categories"
    text = (folder / "incubation/incubation.yaml").read_text("utf-8")
    for name in ("Incubation/other.yaml", "incubation/Other.yaml", "Incubation/Other.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "cafe\u0301.yaml").write_text(text, "utf-8")

    found = [one for one in told(repo.root) if one.check == "file-names"]

    assert {"trouble", "note"} >= {one.health for one in found}
    assert any("NFD" in one.said.en for one in found)
    assert any("git mv" in fix(one) for one in found)
