"""Whether a release number grew as the changes call for: as a value, and in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.label import Label
from stdtree.model import words
from stdtree.model.bump import rules_of
from stdtree.model.difference import Difference
from stdtree.model.ids import is_release_name
from stdtree.model.output import BumpSummary
from stdtree.model.release import Verdict, bump_between, bump_verdict

_VERDICTS: Mapping[Verdict, Label] = {
    "kept": Label("符合。", "as called for."),
    "too-small": Label("升级不足。", "too small."),
    "not-bumped": Label("版本号没有升级。", "the number did not grow."),
    "decreased": Label("版本号变小了。", "the number went down."),
    "larger-than-needed": Label("大于所要求的升级。", "larger than needed."),
}


def bump_summary(difference: Difference, release: str | None = None) -> BumpSummary:
    """What it does to the release number; `release` is what the newer side is to be called."""
    older, newer = difference.before.name, release or difference.after.name
    released = is_release_name(older) and is_release_name(newer)
    return BumpSummary(
        required=difference.required,
        declared=bump_between(older, newer) if released else None,
        policy=rules_of(difference.after.taxonomy.system.bump).policy,
        verdict=bump_verdict(difference.required, older, newer) if released else None,
    )


def bump_told(bump: BumpSummary) -> Label:
    """What the changes call for, and whether the release number follows."""
    required = words.BUMP[bump.required]
    said = Label(
        f"版本号：变更要求升级{required.zh}",
        f"Release number: the changes call for a {required.en} one",
    )
    if bump.required == "none":
        said = Label("版本号：变更不要求升级", "Release number: the changes call for nothing")
    if bump.verdict is None:
        return said + Label("。", ".")
    judged = _VERDICTS[bump.verdict]
    if bump.declared in (None, "none"):
        return said + Label("；", "; ") + judged
    declared = words.BUMP[bump.declared or "none"]
    grew = Label(f"，实际升级{declared.zh}：", f", it grew by a {declared.en} one: ")
    return said + grew + judged


def is_fitting(bump: BumpSummary) -> bool:
    """False where the release number did not grow as the changes call for."""
    return bump.verdict in (None, "kept", "larger-than-needed")
