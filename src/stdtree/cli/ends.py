"""The ends of a comparison: how they are named, and what is taken when they are not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from stdtree.cli.options import argument, option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace

WORK = "WORK"
_END = Label("）", ")")
BEFORE = argument(
    "before",
    metavar="[A]",
    required=False,
    said=Label("旧的一端，默认上一版本。", "The older side; the previous release by default."),
)
AFTER = argument(
    "after",
    metavar="[B]",
    default=WORK,
    said=Label("新的一端，默认 WORK。", "The newer side; WORK by default."),
)
BASE = option(
    "--base",
    metavar="auto|REVISION",
    said=Label(
        "旧的一端为离开该分支处；auto 自行找出：合并结果、CI 的环境变量、上游分支或 origin/HEAD。",
        "The older side is where the work left that branch; with auto, it is found: by the merge"
        " result, by what CI says in the environment, the upstream, or origin/HEAD.",
    ),
)
VIA = option(
    "--via",
    metavar="RELEASE",
    multiple=True,
    said=Label(
        "对照表经由此版本；可重复。",
        "Lead the correspondence over this release; may be repeated.",
    ),
)
SUGGEST = option(
    "--suggest",
    is_flag=True,
    said=Label(
        "也列出推断的沿革及其依据，供参考。",
        "List lineage that evidence suggests, too; it counts for nothing else.",
    ),
)
MATCH = option(
    "--match",
    is_flag=True,
    said=Label(
        "为标识和沿革未能对应的类目推断疑似对应；两端也可以是 .tsv 文件。",
        "Suggest matches where neither ids nor lineage tell; an end may be a .tsv file, too.",
    ),
)


def ends(
    session: Session, workspace: Workspace, named: tuple[str | None, str], base: str | None
) -> tuple[str, str]:
    """Both ends of a comparison; with `base`, a single name is the newer one.

    Says on stderr which base was found. Raises UsageError for two older ends, or for none.
    """
    before, after = named
    if base is None:
        return before or previous_release(workspace), after
    if before is not None and after != WORK:
        raise UsageError(
            Label(f"--base 代替旧的一端 {before}", f"--base stands for the older side, {before}"),
            Label(f"去掉 {before}，或去掉 --base", f"leave out {before}, or --base"),
        )
    from stdtree.workspace.bases import base_of

    newer = before or after
    found = base_of(workspace, base, os.environ, tip="HEAD" if newer in (WORK, "INDEX") else newer)
    session.say(Label(f"基准：{found.name}（", f"base: {found.name} (") + found.found + _END)
    return found.name, newer


def previous_release(workspace: Workspace) -> str:
    """What is compared with unless it is named. Raises UsageError before the first release."""
    from stdtree.workspace.editions import previous

    if release := previous(workspace):
        return release
    git = workspace.repository
    instead = "stdtree diff HEAD" if git and git.head() else "stdtree show"
    raise UsageError(
        Label("还没有任何版本可比", "there is no release yet to compare with"),
        Label(f"改为输入：{instead}", f"type instead: {instead}"),
    )
