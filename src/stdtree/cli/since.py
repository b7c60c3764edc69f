"""The findings that `check` shows: all of them, or those of what changed and its neighbours."""

from __future__ import annotations

import os
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import structs

from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stdtree.model.finding import Finding
    from stdtree.report import Report
    from stdtree.workspace import Workspace
    from stdtree.workspace.remembered import Checked
    from stdtree.workspace.since import Changed

BASE = option(
    "--base",
    metavar="auto|REVISION",
    said=Label(
        "自离开该分支处起；auto 自行找出基准：合并结果、CI 的环境变量、上游分支或 origin/HEAD。",
        "Since the work left that branch; with auto, the base is found: by the merge result, by"
        " what CI says in the environment, the upstream, or origin/HEAD.",
    ),
)
_OPTIONS = (
    option(
        "--since",
        metavar="RELEASE|REVISION",
        said=Label(
            "只列出自该版本或修订以来变更的类目及其上级、下级和引用者的问题；仍检查全部文件。",
            "List only findings of what changed since then, its parents, its children and what"
            " refers to it; everything is checked all the same.",
        ),
    ),
    BASE,
    option(
        "--staged",
        is_flag=True,
        said=Label(
            "检查暂存区而不是磁盘上的文件，只列出已暂存的变更及其相邻类目的问题。",
            "Check what is staged instead of the files on disk; list only findings of what is"
            " staged and its neighbours.",
        ),
    ),
)
RANGE = ("since", "base", "staged")


def ranged(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options --since, --base and --staged."""
    return reduce(lambda made, decorate: decorate(made), reversed(_OPTIONS), function)


def outside(given: Mapping[str, Any]) -> str | None:
    """What is checked instead of the files on disk, if it is something else."""
    return "INDEX" if given["staged"] else None


class Shown(NamedTuple):
    """What a check shows."""

    findings: Sequence[Finding]
    report: Report
    said: tuple[Label, ...]
    """Which range it is of and what is not shown; the report says it, too."""


class _Range(NamedTuple):
    """What a check is narrowed to."""

    found: Checked
    everything: Checked
    said: tuple[Label, ...] = ()
    since: str | None = None
    """What JSON calls it."""


def checked(workspace: Workspace, name: str | None, given: Mapping[str, Any]) -> Shown:
    """The findings to show, and how they are told. Raises UsageError for what excludes another."""
    from stdtree.cli.findings import told
    from stdtree.report import Paragraph

    _refuse_two(name, given)
    found, everything, said, since = _range(workspace, name, given)
    elsewhere = len(everything.findings) - len(found.findings)
    if given["baseline"] is not None:
        from stdtree.cli.baseline import without_known

        fresh, head = without_known(
            workspace, given["baseline"], found.findings, everything=everything.findings
        )
        found, said = structs.replace(found, findings=fresh), (*said, head)
    report = told(workspace, found, every=given["unfold"])
    summary = structs.replace(report.data.summary, since=since, elsewhere=elsewhere)
    heads = map(Paragraph, said)
    return Shown(
        found.findings,
        structs.replace(
            report,
            blocks=(*heads, *report.blocks),
            data=structs.replace(report.data, summary=summary),
        ),
        said,
    )


def _range(workspace: Workspace, name: str | None, given: Mapping[str, Any]) -> _Range:
    from stdtree.cli.findings import checked_edition
    from stdtree.workspace.remembered import check_files

    today = given["date"]
    if given["staged"]:
        return _staged(workspace, today)
    if name is not None:
        found = checked_edition(workspace, name, today=today)
        return _Range(found, found)
    found = check_files(workspace, today=today)
    if given["since"] or given["base"]:
        return _since(workspace, found, given["since"], base=given["base"])
    return _Range(found, found)


def _refuse_two(name: str | None, given: Mapping[str, Any]) -> None:
    """Raises UsageError for two ranges at once, or one of an edition."""
    wanted = [f"--{one}" for one in RANGE if given[one]]
    if len(wanted) > 1:
        raise UsageError(
            Label(f"{'、'.join(wanted)} 不能并用", f"{' and '.join(wanted)} exclude each other"),
            Label("只留一个", "leave one of them"),
        )
    if name is not None and wanted:
        raise UsageError(
            Label(f"{wanted[0]} 只用于现在的文件", f"{wanted[0]} is for the files as they are now"),
            Label(f"去掉版本名 {name}", f"leave {name} out"),
        )


def _since(
    workspace: Workspace, everything: Checked, since: str | None, *, base: str | None
) -> _Range:
    """The findings of what changed and its neighbours, and how many others there are."""
    from stdtree.workspace import since as recent

    name, begun = since or "", same(since or "")
    if base is not None:
        from stdtree.workspace.bases import base_of

        found = base_of(workspace, base, os.environ)
        name = found.revision
        begun = same(found.name) + Label("（", " (") + found.found + Label("）", ")")
    changed = recent.since(workspace, name)
    return _near(everything, workspace, changed, begun=begun, since=name)


def _staged(workspace: Workspace, today: str) -> _Range:
    """The findings of what is staged and its neighbours, among all of the index."""
    from stdtree.workspace.remembered import Checked
    from stdtree.workspace.staged import staged

    with staged(workspace) as (index, changed):
        taxonomy, loaded = index.taxonomy, index.loaded
        everything = Checked(
            index.check(today=today),
            files=len(loaded.sources) + len(loaded.unreadable),
            categories=len(taxonomy.categories),
            standards=len(taxonomy.standards),
        )
    return _near(everything, index, changed, begun=None, since="INDEX")


def _near(
    everything: Checked,
    workspace: Workspace,
    changed: Changed,
    *,
    begun: Label | None,
    since: str,
) -> _Range:
    from stdtree.workspace.since import near

    shown = near(everything.findings, workspace.taxonomy, changed)
    head = _head(begun, len(everything.findings) - len(shown), everything=changed.shared)
    return _Range(structs.replace(everything, findings=shown), everything, (head,), since)


def _head(begun: Label | None, hidden: int, *, everything: bool) -> Label:
    """What is shown, and how much is not; `begun` is since when, None for what is staged."""
    from stdtree.model.names import several

    changed = Label("已暂存的内容", "what is staged")
    if begun is not None:
        changed = Label(f"自 {begun.zh} 以来变更之处", f"what changed since {begun.en}")
    if everything:
        return Label(
            f"{changed.zh}包括体系信息或单位，列出全部问题。",
            f"In {changed.en} are the system or its organizations: all findings are shown.",
        )
    others = several(hidden, "other finding")
    return Label(
        f"只列出{changed.zh}及其相邻类目的问题，另有 {hidden} 个未列出。",
        f"Only {changed.en} and its neighbours; {others} not shown.",
    )
