"""Hooks, signing and tags: what runs, when, and whose programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store import trust
from tests.repos import Repo, repo

__all__ = ["repo"]

AA = "taxonomy/categories/AA 研发/a.yaml"


def program(path: Path, text: str) -> Path:
    """A shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return path


def signer(path: Path) -> Path:
    """A program that signs as gpg does, as far as git looks."""
    text = "cat >/dev/null\necho '\n[GNUPG:] SIG_CREATED ' >&2\n"
    return program(path, f"{text}echo '-----BEGIN PGP SIGNATURE-----'\necho {path.name}\n")


def test_hooks_of_a_trusted_repository_run(repo: Repo) -> None:
    """pre-commit may add to the commit, commit-msg may edit the message, nothing shows undone."""
    repo.write("README.md", "x\n")
    repo.commit_all()
    hooks = repo.root / ".git/hooks"
    program(hooks / "pre-commit", "echo log > log.txt\ngit add log.txt\ngit rm -q README.md\n")
    program(hooks / "commit-msg", 'echo "Signed-off-by: hook" >> "$1"\n')
    repo.write(AA, "id: a\n")

    repo.opened.commit([AA], "new", trusted=True)

    assert repo.git("log", "-1", "--format=%B") == "new\nSigned-off-by: hook"
    shown = repo.git("show", "--format=", "--name-status", "-z")
    assert shown == f"D\0README.md\0A\0log.txt\0A\0{AA}\0"
    assert repo.git("status --short") == ""


def test_a_hook_that_says_no(repo: Repo) -> None:
    """Its first lines are shown and nothing is changed."""
    program(repo.root / ".git/hooks/pre-commit", "echo 编号重复; seq 20\nexit 1\n")
    repo.write(AA, "id: a\n")

    with pytest.raises(StoreError) as caught:
        repo.opened.commit([AA], "new", trusted=True)

    assert caught.value.message.zh == "钩子 pre-commit 拒绝了提交：\n编号重复\n1\n2\n3\n4\n…"
    assert repo.opened.head() is None
    assert repo.git("status", "--short") == "?? taxonomy/"


def test_hooks_elsewhere_are_found_too(repo: Repo) -> None:
    """`core.hooksPath` is what husky and others set."""
    program(repo.root / "工具/hooks/commit-msg", 'echo edited > "$1"\n')
    repo.git("config", "core.hooksPath", "工具/hooks")
    repo.write(AA, "id: a\n")

    assert repo.opened.would_run() == (str(repo.root / "工具/hooks/commit-msg"),)
    repo.opened.commit([AA], "new", trusted=True)

    assert repo.git("log", "-1", "--format=%s") == "edited"


def test_what_a_commit_would_run_is_named(repo: Repo) -> None:
    """Hooks in the folder, hooks in the settings, and the signing program."""
    for name in ("pre-commit", "commit-msg", "post-commit"):
        (repo.root / ".git/hooks" / name).unlink(missing_ok=True)
    assert repo.opened.would_run() == ()

    hook = program(repo.root / ".git/hooks/pre-commit", "")
    program(repo.root / ".git/hooks/post-commit", "")
    (repo.root / ".git/hooks/commit-msg").write_text("not executable", encoding="utf-8")
    repo.git("config", "hook.lint.event", "commit-msg")
    repo.git("config", "hook.lint.command", "lint --all")
    repo.git("config", "hook.push.event", "pre-push")
    repo.git("config", "hook.push.command", "push")
    repo.git("config", "commit.gpgSign", "yes")
    assert repo.opened.would_run() == (str(hook), "lint --all", "gpg")

    repo.git("config", "gpg.format", "ssh")
    assert repo.opened.would_run()[-1] == "ssh-keygen"

    repo.git("config", "gpg.ssh.program", "/opt/sign")
    assert repo.opened.would_run()[-1] == "/opt/sign"


def test_trusted_commits_are_signed_if_the_settings_ask(repo: Repo, tmp_path: Path) -> None:
    """And only then, and never unasked in a repository that is not trusted."""
    repo.git("config", "gpg.program", str(signer(tmp_path / "repository-signer")))
    repo.write(AA, "id: a\n")
    repo.opened.commit([AA], "plain", trusted=True)
    assert "gpgsig" not in repo.git("cat-file commit HEAD")

    repo.git("config", "commit.gpgSign", "true")
    repo.write(AA, "id: b\n")
    repo.opened.commit([AA], "untrusted")
    assert "gpgsig" not in repo.git("cat-file commit HEAD")

    repo.write(AA, "id: c\n")
    repo.opened.commit([AA], "trusted", trusted=True)
    assert "repository-signer" in repo.git("cat-file commit HEAD")


def test_tags_carry_message_and_date(repo: Repo) -> None:
    """An annotated tag, on the commit asked for, never replacing another."""
    first = repo.commit_all("first")
    second = repo.commit_all("second")
    opened = repo.opened

    opened.annotated_tag("taxonomy/1.0", first, "版本 1.0\n\n# 说明", date="2026-05-06")

    assert opened.tag("taxonomy/1.0") == first
    assert repo.git("cat-file", "-t", "taxonomy/1.0") == "tag"
    assert repo.git("tag", "-l", "--format=%(contents)%(taggerdate:iso-strict)") == (
        "版本 1.0\n\n# 说明\n2026-05-06T00:00:00+00:00"
    )
    with pytest.raises(StoreError, match="already"):
        opened.annotated_tag("taxonomy/1.0", second, "again")
    assert opened.tag("taxonomy/1.0") == first


@pytest.mark.parametrize("name", ["", "-d", "a b", "a..b", "a~1", "x.lock", "a\n"])
def test_names_that_cannot_be_tags(repo: Repo, name: str) -> None:
    """Said before git is asked to make one."""
    first = repo.commit_all()

    with pytest.raises(StoreError, match="a tag cannot be called"):
        repo.opened.annotated_tag(name, first, "x")


def test_tags_are_signed_with_the_users_own_program(repo: Repo, tmp_path: Path) -> None:
    """The program comes from the user's settings, whatever the repository's say."""
    first = repo.commit_all()
    own = signer(tmp_path / "own-signer")
    repo.git("config", "gpg.program", str(signer(tmp_path / "repository-signer")))
    repo.git("config", "--global", "gpg.program", str(own))

    repo.opened.annotated_tag("taxonomy/1.0", first, "1.0", sign=True)

    said = repo.git("cat-file", "tag", "taxonomy/1.0")
    assert "own-signer" in said
    assert "repository-signer" not in said


def test_failed_signing_is_explained(repo: Repo, tmp_path: Path) -> None:
    """And leaves no tag behind."""
    first = repo.commit_all()
    refusing = program(tmp_path / "refusing-signer", "exit 1\n")
    repo.git("config", "--global", "gpg.program", str(refusing))

    with pytest.raises(StoreError, match="signing failed"):
        repo.opened.annotated_tag("taxonomy/1.0", first, "1.0", sign=True)

    assert repo.opened.tag("taxonomy/1.0") is None


def test_trust_is_remembered_by_path(repo: Repo) -> None:
    """Outside the repository, for this path only, until taken back."""
    assert not trust.is_trusted(repo.root)

    trust.trust(repo.root)
    trust.trust(repo.root.parent / "other")

    assert trust.is_trusted(repo.root)
    assert trust.is_trusted(repo.root / "taxonomy" / "..")
    assert not trust.is_trusted(repo.root / "taxonomy")
    assert repo.git("status --short") == ""

    trust.distrust(repo.root)
    assert not trust.is_trusted(repo.root)
    assert trust.is_trusted(repo.root.parent / "other")


def test_a_broken_record_of_trust_trusts_nobody(repo: Repo) -> None:
    """And can be written anew."""
    file = Path(os.environ["XDG_STATE_HOME"]) / "stdtree/trusted.json"
    file.parent.mkdir(parents=True)
    for broken in ("", "[]", '{"paths": 1}', '{"paths": [1]}', "\x00"):
        file.write_text(broken, encoding="utf-8")
        assert not trust.is_trusted(repo.root)

    trust.trust(repo.root)

    assert trust.is_trusted(repo.root)
