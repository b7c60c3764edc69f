"""Making a tag that carries a message: what a release is known by in git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store import commit, git_sync, hooks

if TYPE_CHECKING:
    from stdtree.store.git import Repository


def annotated_tag(  # noqa: PLR0913 -- a tag has this many parts
    repository: Repository, name: str, revision: str, *, message: str, sign: bool, date: str | None
) -> None:
    """Makes the tag, on disk for good. Raises StoreError if there is one of that name."""
    git = hooks.without_programs(repository.plumbing)
    if git.ask("check-ref-format", f"refs/tags/{name}").code != 0 or name.startswith("-"):
        raise StoreError(
            Label(zh=f"{name} 不能用作标签名", en=f"a tag cannot be called {name}"),
            Label(zh="请去掉空格、~、^、: 等符号", en="leave out spaces, ~, ^, : and the like"),
        )
    if repository.tag(name):
        raise StoreError(
            Label(
                zh=f"标签 {name} 已存在，不会改动它",
                en=f"there is a tag {name} already; it stays as it is",
            ),
            Label(zh=f"请查看：git show {name}", en=f"have a look: git show {name}"),
        )
    if date:
        git = git.with_environment(GIT_COMMITTER_DATE=commit.git_date(date))
    signing = hooks.own_signing_settings(git) if sign else ()
    git.run(
        *signing,
        *("tag", "--annotate", "--sign" if sign else "--no-sign"),
        *("--cleanup=whitespace", "--file=-", "--end-of-options", name, revision),
        data=message.encode(),
        seconds=hooks.SECONDS,
    )
    made = git.text("rev-parse", "--verify", f"refs/tags/{name}") or revision
    with git_sync.confirming():
        git_sync.settle_objects(repository.common_dir, [made])
        git_sync.settle(repository.common_dir, f"refs/tags/{name}")
