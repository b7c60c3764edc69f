"""Where things stand: branch, findings, unsaved edits, and what changed since the last commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stdtree.label import Label, same
from stdtree.model.branch import Standing
from stdtree.model.difference import Difference
from stdtree.model.finding import Finding, Severity
from stdtree.model.names import several
from stdtree.report import (
    Block,
    Paragraph,
    Report,
    difference_categories,
    difference_standards,
)
from stdtree.report.difference_document import document


def of_status(  # noqa: PLR0913 -- each stands in it once
    difference: Difference,
    *,
    branch: str | None,
    unsaved: int = 0,
    under_way: Label | None = None,
    findings: Iterable[Finding] = (),
    standing: Standing | None = None,
) -> Report:
    """`difference` is last commit → now; `branch` is None while none is checked out.

    `unsaved` counts categories; `under_way` says which merge, rebase, switch or pull waits for its
    end; `standing` how the branch stands to the one it shares with others.
    """
    blocks: list[Block] = [Paragraph(_where(branch), "strong")]
    if under_way:
        blocks.append(Paragraph(under_way, "bad"))
    if standing:
        blocks += _shared(standing)
    blocks.append(_checked(findings))
    if unsaved:
        said = Label(
            f"{unsaved} 个类目尚未保存：stdtree edit recover",
            f"{several(unsaved, 'category', 'categories')} not saved: stdtree edit recover",
        )
        blocks.append(Paragraph(said, "warn"))
    blocks += [Paragraph(warning, "warn") for warning in difference.warnings]
    if difference:
        count = len(difference.changes)
        said = Label(f"{count} 项变更尚未提交：", f"{several(count, 'change')} not committed:")
        blocks.append(Paragraph(said, "warn"))
        blocks += difference_categories.section(difference)
        blocks += difference_standards.section(difference, difference.events)
        blocks += difference_standards.things(difference)
    else:
        said = Label("内容与上次提交相同。", "The contents are those of the last commit.")
        blocks.append(Paragraph(said, "good"))
    return Report(Label("当前状态", "Status"), tuple(blocks), document(difference))


def _where(branch: str | None) -> Label:
    if branch is None:
        return Label("当前不在任何分支上（游离的 HEAD）。", "On no branch (detached HEAD).")
    return Label("分支 ", "On branch ") + same(branch)


def _shared(standing: Standing) -> Iterator[Paragraph]:
    """What is to be pushed and pulled, as of the last time that somebody asked."""
    ours, theirs = standing.apart.ahead, standing.apart.behind
    if standing.remote and not standing.followed:
        yield Paragraph(
            Label("此分支还没有推送过：stdtree push", "this branch was never pushed: stdtree push")
        )
    if ours:
        said = Label(
            f"{ours} 次提交尚未推送：stdtree push",
            f"{several(ours, 'commit')} not pushed: stdtree push",
        )
        yield Paragraph(said, "warn")
    if theirs:
        said = Label(
            f"{standing.followed} 有 {theirs} 次提交尚未取回：stdtree pull",
            f"{several(theirs, 'commit')} of {standing.followed} not pulled: stdtree pull",
        )
        yield Paragraph(said, "warn")


def _checked(findings: Iterable[Finding]) -> Paragraph:
    counted = Counter(finding.severity for finding in findings)
    errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
    if not errors + warnings:
        return Paragraph(Label("校验没有错误和警告。", "No errors and no warnings."), "good")
    said = Label(
        f"校验发现 {errors} 个错误、{warnings} 个警告：stdtree check",
        f"{several(errors, 'error')} and {several(warnings, 'warning')}: stdtree check",
    )
    return Paragraph(said, "bad" if errors else "warn")
