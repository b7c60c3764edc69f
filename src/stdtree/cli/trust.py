"""Consent to run what a repository brings along: its git hooks and its signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace


def trusted(session: Session, workspace: Workspace, *, now: bool) -> bool:
    """Whether they may run: consent given `now` is remembered for this repository.

    Without consent, says which of them are left out.
    """
    from stdtree.store.trust import is_trusted, trust

    repository = workspace.repository
    if repository is None:
        return False
    if now:
        trust(repository.root)
    if is_trusted(repository.root):
        return True
    if left_out := repository.would_run():
        listed = ", ".join(left_out)
        session.say(
            Label(
                f"未运行本仓库的钩子或签名：{listed}；信任它则加 --trust",
                f"hooks or signing of this repository are left out: {listed}; --trust allows them",
            )
        )
    return False
