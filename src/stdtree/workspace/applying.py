"""Applying a patch to the system as it is now: all of it as one step, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.canonical import digest
from stdtree.model.change import Change
from stdtree.model.difference import Difference
from stdtree.model.fit import Fit
from stdtree.model.output_patch import PatchChange, PatchDocument, PatchEnd
from stdtree.model.taxonomy import Taxonomy

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

OPERATION = "apply-patch"
"""What the journal calls it."""


@dataclass(frozen=True)
class Attempt:
    """A patch tried on the system as it is now; nothing has happened yet."""

    start: PatchEnd
    goal: PatchEnd
    fit: Fit
    after: Taxonomy | None
    """What it would lead to; None unless all of it fits."""
    is_exact: bool
    """Whether it starts from the very content that is here."""
    is_there: bool
    """Whether the content that is here is where it leads to."""

    @property
    def label(self) -> Label:
        """What applying it does."""
        count = len(self.fit.fitting)
        ends = names.arrow(same(self.start.release), same(self.goal.release))
        return Label(
            f"应用补丁 {ends.zh}：{count} 项变更",
            f"Apply the patch {ends.en}: {names.several(count, 'change')}",
        )


def patch_of(difference: Difference) -> PatchDocument:
    """The patch of a difference."""
    from stdtree.diff.value_digest import value_digest

    start, goal = (
        PatchEnd(end.name, end.digest, value_digest(end.taxonomy))
        for end in (difference.before, difference.after)
    )
    changes = tuple(PatchChange(**asdict(change)) for change in difference.changes)
    return PatchDocument("stdtree-patch/1", start, goal, changes)


def attempt(workspace: Workspace, patch: PatchDocument, *, reverse: bool = False) -> Attempt:
    """The patch, or with `reverse` its way back, tried. Raises UsageError if it is damaged."""
    from stdtree import diff
    from stdtree.diff.fit import fit

    changes = tuple(one.change for one in patch.changes)
    start, goal = patch.from_, patch.to
    if reverse:
        changes, (start, goal) = diff.mirror(changes), (goal, start)
    now = workspace.taxonomy
    exact = _is_at(now, start)
    after = _exactly(changes, now) if exact else None
    if after is not None:
        if goal.values is not None and not _is_at(after, goal):
            raise _damaged(goal)
        return Attempt(start, goal, Fit(changes, ()), after, is_exact=True, is_there=False)
    found = fit(changes, now)
    if not found.misfitting:
        after = diff.apply(changes, now)
    return Attempt(start, goal, found, after, is_exact=False, is_there=_is_at(now, goal))


def _is_at(taxonomy: Taxonomy, end: PatchEnd) -> bool:
    """Whether this is what a patch leads from or to, as far as it can tell."""
    from stdtree.diff.value_digest import value_digest

    if end.values is not None:
        return value_digest(taxonomy) == end.values
    return digest(taxonomy) == end.digest


def apply(workspace: Workspace, tried: Attempt) -> Label:
    """Journals it as one step; says what was done. Raises EditError, UsageError if it misfits."""
    if tried.after is None:
        raise UsageError(
            Label("补丁不再适用", "the patch does not fit any more"),
            Label("查看原因：stdtree apply --dry-run", "see why: stdtree apply --dry-run"),
        )
    fields = {
        name: {"release": end.release, "digest": end.digest}
        for name, end in (("from", tried.start), ("to", tried.goal))
    }
    workspace.take(OPERATION, fields, tried.label, after=tried.after)
    return tried.label


def _exactly(changes: tuple[Change, ...], now: Taxonomy) -> Taxonomy | None:
    """What it leads to from the very state that it starts from, however broken the tree is.

    Drafts and consultations are in no digest, so even then something may be different: None.
    """
    from stdtree import diff

    try:
        return diff.apply(changes, now)
    except diff.PatchError:
        return None


def _damaged(goal: PatchEnd) -> UsageError:
    return UsageError(
        Label(
            f"补丁已损坏：应用后的内容与它所说的 {goal.release} 不符（摘要不同）",
            f"the patch is damaged: it does not lead to the {goal.release} that it names"
            " (another digest)",
        ),
        Label(
            "重新制作：stdtree diff A B --format patch",
            "make it anew: stdtree diff A B --format patch",
        ),
    )
