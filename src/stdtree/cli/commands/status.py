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


@command(
    Help(__doc__, examples=(Example("stdtree status", Label("显示当前状态", "where it stands")),))
)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, fmt: str) -> None:
    """Collect and print."""
    from stdtree.report.of_status import of_status

    workspace = session.workspace()
    difference = workspace.changed()
    repository = workspace.repository
    report = of_status(
        difference,
        branch=workspace.branch,
        unsaved=workspace.unsaved,
        under_way=repository.under_way() if repository else None,
        findings=workspace.check(today=clock.today()),
    )
    session.tell(report, fmt)
