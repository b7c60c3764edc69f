"""What a release waits for, point by point: nothing is written before all of them are done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.consultation import Consultation
from stdtree.model.difference import Difference
from stdtree.model.names import listed, organization, several
from stdtree.model.release import bump_between, bump_verdict, release_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import BUMP
from stdtree.store import layout
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.editions import Edition

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


Topic = Literal["history", "kept", "findings", "number", "record"]
"""What a point is about, for whoever leads there: git, saving and committing, findings, the number
of the release, or what stands in the files of a consultation."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One line of the checklist: what is asked, whether it is so, and what to do if not."""

    done: bool
    label: Label
    hint: Label | None = None
    topic: Topic = "record"


@dataclass(frozen=True, slots=True)
class Planned:
    """A release as it would be now."""

    edition: Edition
    difference: Difference | None
    """From the release before; None for the first one."""

    def consultations(self, taxonomy: Taxonomy) -> tuple[Consultation, ...]:
        """The rounds of consultation that prepare it."""
        key = release_key(self.edition.name)
        rounds = taxonomy.consultations.values()
        return tuple(found for found in rounds if release_key(found.release) == key)


def points(
    workspace: Workspace, planned: Planned, *, date: str, reason: Mapping[str, str] | None
) -> Iterator[Checkpoint]:
    """All points, those that others rest on first."""
    yield replace(_recordable(workspace), topic="history")
    yield replace(_clean(workspace), topic="kept")
    yield replace(_without_findings(workspace, date), topic="findings")
    yield replace(_large_enough(planned, reason), topic="number")
    for consultation in planned.consultations(workspace.taxonomy):
        yield _answered(consultation)
        yield _signed_off(workspace.taxonomy, consultation)


def _recordable(workspace: Workspace) -> Checkpoint:
    try:
        needed_repository(workspace).require_committable()
    except StoreError as error:
        return Checkpoint(done=False, label=error.message, hint=error.hint)
    return Checkpoint(done=True, label=Label("git 可以提交", "git is ready for a commit"))


def _clean(workspace: Workspace) -> Checkpoint:
    if workspace.unsaved:
        return Checkpoint(
            done=False,
            label=Label(
                f"还有 {workspace.unsaved} 个类目未保存",
                f"{several(workspace.unsaved, 'category', 'categories')} not saved",
            ),
            hint=Label("先保存（Ctrl+S）并提交", "save (Ctrl+S) and commit first"),
        )
    repository = workspace.repository
    changed = [
        path
        for folder in (layout.TAXONOMY, layout.EXPORTS)
        for path in (repository.changed_paths(prefix=f"{folder}/") if repository else ())
    ]
    if changed:
        return Checkpoint(
            done=False,
            label=Label(
                f"有 {len(changed)} 个文件未提交：{'、'.join(changed[:3])}",
                f"{several(len(changed), 'file')} not committed: {', '.join(changed[:3])}",
            ),
            hint=Label("先提交：stdtree commit", "commit first: stdtree commit"),
        )
    done = Label("全部编辑已保存并提交", "all edits are saved and committed")
    return Checkpoint(done=True, label=done)


def _without_findings(workspace: Workspace, date: str) -> Checkpoint:
    serious = [f for f in workspace.check(today=date) if f.severity in ("error", "warning")]
    if not serious:
        return Checkpoint(
            done=True, label=Label("校验通过，无错误和警告", "no errors and no warnings")
        )
    first = min(serious, key=lambda finding: finding.severity.rank)
    where = f"{first.place} " if first.place else ""
    return Checkpoint(
        done=False,
        label=Label(
            f"有 {len(serious)} 个错误或警告，首个：{where}{first.message.zh}",
            f"{several(len(serious), 'error or warning', 'errors or warnings')}, the first:"
            f" {where}{first.message.en}",
        ),
        hint=Label("查看全部：stdtree check --strict", "see them all: stdtree check --strict"),
    )


def _large_enough(planned: Planned, reason: Mapping[str, str] | None) -> Checkpoint:
    difference, name = planned.difference, planned.edition.name
    if difference is None:
        return Checkpoint(done=True, label=Label("首个版本", "the first release"))
    older = difference.before.name
    required, taken = BUMP[difference.required], BUMP[bump_between(older, name) or "none"]
    if bump_verdict(difference.required, older, name) != "too-small":
        return Checkpoint(
            done=True,
            label=Label(
                f"版本号 {name} 与变更相称（要求：{required.zh}）",
                f"{name} suits the changes (they call for: {required.en})",
            ),
        )
    called_for = Label(
        f"自 {older} 以来的变更要求提升{required.zh}，而 {name} 只提升{taken.zh}",
        f"the changes since {older} call for a new {required.en} number;"
        f" {name} has a new {taken.en} number only",
    )
    return Checkpoint(
        done=bool(reason),
        label=called_for + Label("（已说明理由）", " (reason given)") if reason else called_for,
        hint=Label(
            "取更大的版本号，或用 --reason 说明理由",
            "take a larger number, or say why with --reason",
        ),
    )


def _answered(consultation: Consultation) -> Checkpoint:
    path = f"{layout.CONSULTATIONS}/{consultation.id}.yaml"
    waiting = [comment.id for comment in consultation.comments if comment.disposition == "open"]
    if not waiting:
        return Checkpoint(
            done=True,
            label=Label(f"{path}：意见全部处理", f"{path}: all comments have a disposition"),
        )
    return Checkpoint(
        done=False,
        label=Label(
            f"{path}：{len(waiting)} 条意见未处理（{'、'.join(waiting[:5])}）",
            f"{path}: {len(waiting)} comments are open ({', '.join(waiting[:5])})",
        ),
        hint=Label("填写处理意见（disposition）", "give each a disposition"),
    )


def _signed_off(taxonomy: Taxonomy, consultation: Consultation) -> Checkpoint:
    path = f"{layout.CONSULTATIONS}/{consultation.id}.yaml"
    against = [sign_off.by for sign_off in consultation.sign_offs if sign_off.vote == "rejected"]
    hint = Label("补齐审批记录（sign_offs）", "complete the sign_offs")
    if against:
        who = listed(organization(taxonomy, body) for body in against)
        refused = Label(f"{path}：审批未通过：", f"{path}: not signed off by ") + who
        return Checkpoint(done=False, label=refused, hint=hint)
    if not consultation.sign_offs:
        nobody = Label(f"{path}：尚无审批", f"{path}: nobody has signed off")
        return Checkpoint(done=False, label=nobody, hint=hint)
    return Checkpoint(done=True, label=Label(f"{path}：审批通过", f"{path}: signed off"))
