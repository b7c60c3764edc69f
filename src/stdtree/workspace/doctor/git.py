"""The program git: there, and recent enough to commit durably; who commits."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.store import git_refusals
from stdtree.workspace.doctor.patient import Patient, Told, note, ok

TITLE = same("git")
_NAME = "git config --global user.name "
_EMAIL = "git config --global user.email "


def examine(patient: Patient) -> Iterator[Told]:
    """Version, and the name under which it would commit. Raises StoreError where git is missing."""
    version = patient.git.run("version").decode("utf-8", "replace").strip()
    git_refusals.require_recent(version)
    yield ok(same(version.removeprefix("git version ")))
    missing = [
        label
        for setting, variable, label in (
            ("user.name", "GIT_COMMITTER_NAME", same(_NAME) + Label("'您的姓名'", "'Your Name'")),
            ("user.email", "GIT_COMMITTER_EMAIL", same(_EMAIL) + same("you@example.org")),
        )
        if not patient.environ.get(variable) and not patient.git.text("config", "--get", setting)
    ]
    if missing:
        yield note(
            Label(
                "git 不知道您是谁，还不能提交",
                "git does not know who you are: no commit can be made",
            ),
            missing[0] if len(missing) == 1 else missing[0] + same(" && ") + missing[1],
        )
