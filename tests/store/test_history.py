"""What git remembers of the files of categories, read by plumbing in one pass."""

from __future__ import annotations

import pytest

from stdtree.store import history
from stdtree.store.history import Past
from tests.repos import Repo, isolate, repo, repository

__all__ = ["repo"]

A = "taxonomy/categories/a.yaml"
MOVED = "taxonomy/categories/工作组 one/a.yaml"


def past(repo: Repo, revision: str = "HEAD") -> Past:
    """What is read from here on back."""
    found = repo.opened.resolve(revision)
    assert found is not None
    return history.read(repo.opened, found)


def subjects(past: Past, *names: str) -> list[str]:
    """The commits that changed these files, newest first, by their messages."""
    return [one.commit.subject for one in past.recorded(names)]


def test_a_file_is_followed_by_its_name(repo: Repo) -> None:
    """Through folders, through rewriting, through its end; other files play no part."""
    repo.write(A, "id: a\n")
    repo.commit_all("made")
    repo.write("taxonomy/categories/b.yaml", "id: b\n")
    repo.commit_all("another")
    (repo.root / A).unlink()
    repo.write(MOVED, "id: a\ncode: wholly different\n")
    repo.commit_all("moved and rewritten")
    (repo.root / MOVED).unlink()
    repo.commit_all("removed")

    found = past(repo).recorded(["a"])

    assert [one.commit.subject for one in found] == ["removed", "moved and rewritten", "made"]
    assert [list(one.files) for one in found] == [[], [MOVED], [A]]
    assert found[0].parents == (found[1].commit.id,)


def test_a_commit_tells_who_and_when(repo: Repo) -> None:
    """Name, date and first line, whatever stands in them."""
    repo.write(A, "id: a\n")
    repo.commit_all("改码\n\nmore\n")

    (found,) = past(repo).recorded(["a"])

    assert (found.commit.author, found.commit.subject) == ("测试者", "改码")
    assert found.commit.date == "2026-01-02T03:04:05+08:00"
    assert found.commit.id.startswith(found.commit.short)
    assert (found.commit.release, found.commit.is_oldest_known) == (None, False)


def test_of_a_merge_the_side_that_was_kept_is_followed(repo: Repo) -> None:
    """As git does; where both sides changed the file, both, and the merge itself."""
    repo.write(A, "1\n2\n3\n4\n5\n6\n7\n")
    repo.commit_all("made")
    repo.git("switch -qc side")
    repo.write(A, "1\n2\n3\n4\n5\n6\nseven\n")
    repo.commit_all("side")
    repo.git("switch -q main")
    repo.write("taxonomy/categories/b.yaml", "id: b\n")
    repo.commit_all("elsewhere")
    repo.git("merge", "-q", "--no-ff", "-m", "kept", "side")
    kept = past(repo)
    repo.git("switch -q side")
    repo.write(A, "1\n2\n3\n4\n5\n6\n7\n")
    repo.commit_all("back")
    repo.git("switch -q main")
    repo.write(A, "one\n2\n3\n4\n5\n6\nseven\n")
    repo.commit_all("main")
    repo.git("merge", "-q", "--no-ff", "-m", "both", "side")

    assert subjects(kept, "a") == ["side", "made"]
    first, *sides, side, made = subjects(past(repo), "a")
    assert (first, sorted(sides), side, made) == ("both", ["back", "main"], "side", "made")


def test_the_first_release_that_has_a_commit(repo: Repo) -> None:
    """By the tags of releases and the order of their numbers, not of their dates."""
    commits = []
    for text in ("one", "two", "three"):
        repo.write(A, f"id: {text}\n")
        commits.append(repo.commit_all(text))
    repo.git("tag", "taxonomy/1.10", commits[1])
    repo.git("tag", "taxonomy/1.9", commits[0])
    repo.git("tag", "taxonomy/notes", commits[2])

    found = past(repo).recorded(["a"])

    assert [one.commit.release for one in found] == [None, "1.10", "1.9"]


def test_only_what_was_there_by_then(repo: Repo) -> None:
    """From an older commit, nothing that came after it, though it is listed for other questions."""
    repo.write(A, "id: a\n")
    first = repo.commit_all("first")
    repo.write(A, "id: b\n")
    second = repo.commit_all("second")

    found = history.read(repo.opened, first, also=[second])

    assert subjects(found, "a") == ["first"]
    assert found.up_to(second) == {first, second}
    assert found.up_to(first) == {first}


def test_a_shallow_clone_says_where_it_ends(repo: Repo) -> None:
    """The commit at its end holds everything, and is marked."""
    repo.write(A, "id: a\n")
    repo.commit_all("made")
    repo.write(A, "id: a\ncode: A\n")
    repo.commit_all("changed")
    folder = repo.root.parent / "shallow"
    repo.git("clone", "-q", "--depth", "1", repo.root.as_uri(), str(folder))

    (found,) = past(Repo(folder)).recorded(["a"])

    assert (found.commit.subject, found.commit.is_oldest_known) == ("changed", True)
    assert repo.opened.shallow_ends() == frozenset()


def test_files_that_once_held_a_text(repo: Repo) -> None:
    """Names of files from which it has gone since; a file that still holds it is known anyway."""
    repo.write(A, "standards: [gbt-1-2020]\n")
    repo.write("taxonomy/categories/b.yaml", "id: b\n")
    repo.commit_all()
    repo.write(A, "standards: []\n")
    repo.write("taxonomy/categories/b.yaml", "standards: [gbt-1-2020]\n")
    repo.commit_all()

    assert past(repo).once_holding("gbt-1-2020") == {"a"}


def test_links_and_hidden_files_are_no_categories(repo: Repo) -> None:
    """As in a folder: what is a link counts as absent."""
    repo.write("taxonomy/categories/.x/a.yaml", "id: a\n")
    (repo.root / "taxonomy/categories/a.yaml").symlink_to("elsewhere")
    repo.commit_all("a link")
    (repo.root / A).unlink()
    repo.write(A, "id: a\n")
    repo.commit_all("a file")

    found = past(repo).recorded(["a"])

    assert [list(one.files) for one in found] == [[A], []]


def test_a_system_below_the_root_of_its_repository(repo: Repo) -> None:
    """Paths count from the folder of the system."""
    repo.write(f".项目[1]/{A}", "id: a\n")
    repo.commit_all("made")
    below = Repo(repo.root / ".项目[1]")

    (found,) = past(below).recorded(["a"])

    assert list(found.files) == [A]


def test_what_cannot_be_read_is_none(repo: Repo) -> None:
    """Broken YAML and text that is no category."""
    texts = {"id: a\ntitle: {zh: 甲}\n": True, "id: [a\n": False, "- a\n": False, "": False}
    blobs = {}
    for text, is_category in texts.items():
        repo.write(A, text)
        repo.commit_all()
        blobs[repo.git("rev-parse", f"HEAD:{A}")] = is_category

    found = past(repo).categories(blobs)

    assert {blob: category is not None for blob, category in found.items()} == blobs


@pytest.mark.parametrize(
    "setting",
    [
        "log.showSignature=true",
        "diff.external=touch ran",
        "core.pager=touch ran",
        "gpg.program=touch",
    ],
)
def test_no_setting_of_the_repository_runs(
    setting: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading the past is plumbing: what a repository names is neither run nor heeded."""
    folder = tmp_path_factory.mktemp("hostile")
    isolate(monkeypatch, folder / "home")
    made = repository(folder / "repo")
    made.write(".gitattributes", "*.yaml diff=x\n")
    made.write(A, "id: a\n")
    made.commit_all("one")
    made.write(A, "id: b\n")
    made.commit_all("two")
    for name, value in (
        setting.split("="),
        ("diff.x.textconv", "touch ran"),
        ("diff.renames", "1"),
    ):
        made.git("config", name, value)

    assert subjects(past(made), "a") == ["two", "one"]
    assert not list(folder.rglob("ran"))
