"""The ends of a comparison: how they are named, and what is taken when they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.options import argument, option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.workspace import Workspace

BEFORE = argument(
    "before",
    metavar="[A]",
    required=False,
    said=Label("旧的一端，默认上一版本。", "The older side; the previous release by default."),
)
AFTER = argument(
    "after",
    metavar="[B]",
    default="WORK",
    said=Label("新的一端，默认 WORK。", "The newer side; WORK by default."),
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
