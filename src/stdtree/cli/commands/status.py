"""Show where the work stands: branch, unsaved and uncommitted changes, findings.

显示当前状态：分支、未保存和未提交的变更、问题。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import choice_of_format
from stdtree.label import Label
from stdtree.store import clock

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace


@command(
    Help(__doc__, examples=(Example("stdtree status", Label("显示当前状态", "where it stands")),))
)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, fmt: str) -> None:
    """Collect and print."""
    from stdtree.report.of_status import of_status
    from stdtree.workspace.sharing import standing

    workspace = session.workspace()
    difference = workspace.changed()
    report = of_status(
        difference,
        branch=workspace.branch,
        unsaved=workspace.unsaved,
        under_way=_begun(workspace),
        findings=workspace.check(today=clock.today()),
        standing=standing(workspace),
    )
    session.tell(report, fmt)


def _begun(workspace: Workspace) -> Label | None:
    """What has begun and not ended: with git, or with us."""
    from stdtree.store.half_moved import cut_short

    repository = workspace.repository
    if repository is None:
        return None
    if moving := cut_short(workspace.private):
        return Label(
            f"切换到 {moving.branch} 或取回更新时中断；下次提交、切换或取回更新时先完成或退回它",
            f"switching to {moving.branch}, or pulling, was cut short; the next commit, switch or"
            " pull completes it or takes it back first",
        )
    return repository.under_way()
