"""Reading revisions, the index and what has changed, without running what a repository names."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store.file_tree import MAX_BYTES
from stdtree.store.git import Repository
from tests.repos import Repo, isolate, repo, repository

__all__ = ["repo"]

AA = "taxonomy/categories/AA 研发/a b.yaml"
NEW = "taxonomy/categories/新.yaml"


def test_a_revision_reads_like_a_folder(repo: Repo) -> None:
    """All plain files below taxonomy/, by path, with bytes as they were committed."""
    repo.write(AA, "id: a\r\n")
    repo.write("taxonomy/system.yaml", "id: s\n")
    repo.write("taxonomy/.hidden/x.yaml", "id: x\n")
    repo.write("exports/1.0/taxonomy.json", "{}")
    (repo.root / "taxonomy/link.yaml").symlink_to("system.yaml")
    first = repo.commit_all()
    repo.write(AA, "id: b\n")

    with repo.opened.tree(first, name="1.0") as tree:
        assert tree.name == "1.0"
        assert list(tree.files()) == [AA, "taxonomy/system.yaml"]
        assert tree.read(AA) == b"id: a\r\n"
        assert list(tree.read_many(reversed(tree.files()))) == [
            ("taxonomy/system.yaml", b"id: s\n"),
            (AA, b"id: a\r\n"),
        ]
        with pytest.raises(KeyError):
            tree.read("taxonomy/none.yaml")
    with repo.opened.tree(first, "exports/1.0/") as tree:
        assert tree.read("exports/1.0/taxonomy.json") == b"{}"


def test_many_files_are_read_through_one_process(repo: Repo) -> None:
    """More than are asked for at once, interleaved with single reads."""
    wanted = {f"taxonomy/{number:04}.yaml": b"%d" % number * number for number in range(300)}
    for path, data in wanted.items():
        repo.write(path, data.decode())
    first = repo.commit_all()

    with repo.opened.tree(first) as tree:
        read = {}
        for path, data in tree.read_many(wanted):
            read[path] = data
            assert tree.read("taxonomy/0001.yaml") == b"1"

    assert read == wanted


def test_yaml_that_is_too_large_is_not_read_to_its_end(repo: Repo) -> None:
    """One byte over the limit says enough; what follows is read as before."""
    repo.write("taxonomy/large.yaml", "x" * (MAX_BYTES + 1000))
    repo.write("taxonomy/small.yaml", "x")

    with repo.opened.tree(repo.commit_all()) as tree:
        assert len(tree.read("taxonomy/large.yaml")) == MAX_BYTES + 1
        assert tree.read("taxonomy/small.yaml") == b"x"


def test_missing_objects_are_explained(repo: Repo) -> None:
    """A damaged repository stops us with a hint; the reader stays usable."""
    repo.write("taxonomy/a.yaml", "a")
    repo.write("taxonomy/b.yaml", "b")
    first = repo.commit_all()
    with repo.opened.tree(first) as tree:
        blob = tree.files()["taxonomy/a.yaml"]
        (repo.root / ".git/objects" / blob[:2] / blob[2:]).unlink()

        with pytest.raises(StoreError, match="lacks the object"):
            list(tree.read_many(tree.files()))

        assert tree.read("taxonomy/b.yaml") == b"b"


def test_paths_count_from_the_folder_of_the_system(repo: Repo) -> None:
    """The system may live below the top of the repository."""
    repo.write(f"项目 1/{AA}", "id: a\n")
    repo.write(AA, "id: other\n")
    first = repo.commit_all()
    repo.write(f"项目 1/{NEW}", "id: n\n")
    below = Repository.find(repo.root / "项目 1")

    assert below is not None
    with below.tree(first) as tree:
        assert [(path, tree.read(path)) for path in tree.files()] == [(AA, b"id: a\n")]
    assert below.changed_paths() == (NEW,)


def test_the_index_reads_like_a_folder(repo: Repo) -> None:
    """What is staged, not what is on disk."""
    repo.write(AA, "id: staged\n")
    repo.git("add --all")
    repo.write(AA, "id: later\n")

    with repo.opened.index_tree() as tree:
        assert [(path, tree.read(path)) for path in tree.files()] == [(AA, b"id: staged\n")]


def test_inside_a_hook_the_index_is_the_one_being_committed(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git commit FILE` names an index of its own to its hooks; other paths are not believed."""
    repo.write(AA, "id: a\n")
    repo.git("add", "--all")
    next_index = repo.root / ".git/next-index-1.lock"
    next_index.write_bytes((repo.root / ".git/index").read_bytes())
    repo.git("rm", "--quiet", "--cached", AA)

    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next-index-1.lock")
    assert list(repo.opened.index_tree().files()) == [AA]

    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.root.parent / "elsewhere"))
    assert list(repo.opened.index_tree().files()) == []


def test_changed_paths_are_those_that_differ(repo: Repo) -> None:
    """Edited, deleted, replaced by a link, and new YAML; touched and foreign files are not."""
    for name in ("edited", "deleted", "touched", "linked"):
        repo.write(f"taxonomy/{name}.yaml", "id: x\n")
    repo.write("README.md", "x\n")
    repo.commit_all()
    repo.write("taxonomy/edited.yaml", "id: y\n")
    (repo.root / "taxonomy/deleted.yaml").unlink()
    repo.write("taxonomy/touched.yaml", "id: x\n")
    (repo.root / "taxonomy/linked.yaml").unlink()
    (repo.root / "taxonomy/linked.yaml").symlink_to("touched.yaml")
    repo.write(NEW, "id: n\n")
    repo.write("taxonomy/notes.txt", "x")
    repo.write("taxonomy/.#new.yaml", "x")
    repo.write("README.md", "y\n")

    assert repo.opened.changed_paths() == (
        NEW,
        "taxonomy/deleted.yaml",
        "taxonomy/edited.yaml",
        "taxonomy/linked.yaml",
    )


def test_what_a_sparse_checkout_leaves_out_is_not_deleted(repo: Repo) -> None:
    """Committing everything that changed must not delete what is merely not on disk."""
    repo.write("taxonomy/here/a.yaml", "id: a\n")
    repo.write("taxonomy/there/b.yaml", "id: b\n")
    repo.commit_all()
    repo.git("sparse-checkout", "set", "--cone", "--sparse-index", "taxonomy/here")
    assert not (repo.root / "taxonomy/there").exists()
    assert repo.opened.changed_paths() == ()

    repo.write("taxonomy/here/a.yaml", "id: c\n")
    repo.opened.commit(repo.opened.changed_paths(), "edited")

    assert repo.git("show", "--format=", "--name-only") == "taxonomy/here/a.yaml"
    assert repo.git("status --short") == ""


def test_before_the_first_commit_all_yaml_is_changed(repo: Repo) -> None:
    """An unborn branch has nothing to compare with."""
    assert repo.opened.changed_paths() == ()

    repo.write(AA, "id: a\n")

    assert repo.opened.changed_paths() == (AA,)


def test_sha256_repositories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are computed with the repository's own hash."""
    isolate(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    made = repository(tmp_path / "repo")
    made.write(AA, "id: a\n")
    made.commit_all()
    assert made.opened.changed_paths() == ()

    made.write(AA, "id: b\n")

    new = made.opened.commit([AA], "changed")
    assert len(new) == 64
    assert made.opened.changed_paths() == ()


def booby_trap(repo: Repo) -> Path:
    """Settings, attributes and hooks that each write a marker file when they are run."""
    marker = repo.root.parent / "marker"
    trap = repo.root.parent / "trap.sh"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{marker}"\ncat 2>/dev/null\n', encoding="utf-8")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    settings = (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass"),
        *("diff.external", "diff.trap.textconv", "diff.trap.command", "merge.trap.driver"),
        *("filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "gpg.program"),
        *("hook.trap.command", "credential.helper", "core.alternateRefsCommand", "pager.log"),
        *("uploadpack.packObjectsHook", "sequence.editor", "alias.cat-file", "alias.rev-parse"),
    )
    for setting in settings:
        repo.git("config", setting, f"{'!' if setting.startswith('alias') else ''}{trap}")
    repo.git("config", "commit.gpgSign", "true")
    repo.git("config", "tag.gpgSign", "true")
    for event in ("pre-commit", "post-index-change", "reference-transaction"):
        repo.git("config", "--add", "hook.trap.event", event)
    repo.write(".gitattributes", "* filter=trap diff=trap merge=trap\n")
    (repo.root / ".git/hooks").mkdir(exist_ok=True)
    for hook in (
        *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change"),
        *("reference-transaction", "post-checkout", "fsmonitor-watchman", "post-rewrite"),
    ):
        (repo.root / ".git/hooks" / hook).unlink(missing_ok=True)
        (repo.root / ".git/hooks" / hook).symlink_to(trap)
    return marker


def test_reading_runs_nothing_of_the_repository(repo: Repo) -> None:
    """Neither settings nor attributes nor hooks make anything run, in no question we ask."""
    repo.write(AA, "id: a\n")
    first = repo.commit_all()
    repo.git("tag", "taxonomy/1.0")
    marker = booby_trap(repo)
    repo.write(AA, "id: b\n")
    opened = repo.opened

    assert opened.changed_paths() == (AA,)
    for tree in (opened.tree(first), opened.index_tree()):
        with tree:
            assert tree.read(AA) == b"id: a\n"
    assert (opened.head(), opened.tag("taxonomy/1.0"), opened.branch()) == (first, first, "main")
    assert opened.short(first) == first[:7]
    assert opened.would_run()
    assert not marker.exists()

    repo.git("status")
    assert marker.exists(), "the traps work: plain git runs them"


def test_an_untrusted_commit_runs_nothing_of_the_repository(repo: Repo) -> None:
    """Committing and tagging work, without hooks, filters or the repository's signer."""
    repo.write(AA, "id: a\n")
    repo.write("other.txt", "staged, of the same second as the index\n")
    repo.commit_all()
    marker = booby_trap(repo)
    repo.write(AA, "id: b\n")
    opened = repo.opened

    new = opened.commit([AA], "edited")
    opened.annotated_tag("taxonomy/1.0", new, "1.0")

    assert not marker.exists()
    assert opened.tag("taxonomy/1.0") == new
    with opened.tree(new) as tree:
        assert tree.read(AA) == b"id: b\n"
