"""The findings that `check` shows: all of them, or with `--since` those of what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.model.finding import Finding
    from stdtree.report import Paragraph, Report
    from stdtree.workspace import Workspace

SINCE = option(
    "--since",
    metavar="RELEASE|REVISION",
    said=Label(
        "只列出自该版本或修订以来变更的类目及其上级、下级和引用者的问题；仍检查全部文件。",
        "List only findings of what changed since then, its parents, its children and what refers"
        " to it; everything is checked all the same.",
    ),
)


def checked(  # noqa: PLR0913  # what may be asked of a check
    workspace: Workspace,
    name: str | None,
    *,
    since: str | None,
    baseline: str | None,
    today: str,
    every: bool,
) -> tuple[Sequence[Finding], Report]:
    """The findings to show, and how they are told. Raises UsageError for an edition `since`."""
    from stdtree.cli.findings import checked_edition, told
    from stdtree.workspace.remembered import check_files

    if name is None:
        found = check_files(workspace, today=today)
    elif since is None:
        found = checked_edition(workspace, name, today=today)
    else:
        raise UsageError(
            Label("--since 只用于现在的文件", "--since is for the files as they are now"),
            Label(
                f"去掉版本名：stdtree check --since {since}", f"try: stdtree check --since {since}"
            ),
        )
    shown, heads = found.findings, []
    if since is not None:
        shown, head = _near(workspace, since, shown)
        heads.append(head)
    if baseline is not None:
        from stdtree.cli.baseline import without_known

        shown, head = without_known(workspace, baseline, shown, everything=found.findings)
        heads.append(head)
    report = told(structs.replace(found, findings=shown), every=every)
    return shown, replace(report, blocks=(*heads, *report.blocks))


def _near(
    workspace: Workspace, since: str, findings: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], Paragraph]:
    """The findings of what changed and its neighbours, and how many others there are."""
    from stdtree.workspace import since as recent

    changed = recent.since(workspace, since)
    shown = recent.near(findings, workspace.taxonomy, changed)
    return shown, _head(since, len(findings) - len(shown), everything=changed.shared)


def _head(since: str, hidden: int, *, everything: bool) -> Paragraph:
    """What is shown, and how much is not."""
    from stdtree.model.names import several
    from stdtree.report import Paragraph

    if everything:
        return Paragraph(
            Label(
                f"自 {since} 以来系统信息或单位有变更，列出全部问题。",
                f"The system or its organizations changed since {since}: all findings are shown.",
            )
        )
    others = several(hidden, "other finding")
    return Paragraph(
        Label(
            f"只列出自 {since} 以来变更之处及其相邻类目的问题，另有 {hidden} 个未列出。",
            f"Only what changed since {since} and its neighbours; {others} not shown.",
        )
    )
