"""Findings after an edit from those before it: only what the edit may have touched is looked at."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import compress

from stdtree.model.finding import Finding
from stdtree.model.ids import CategoryId
from stdtree.rules import Context, Reach, Rule, catalogue, findings_of, order, run
from stdtree.rules._reach import Edit, Ids

_FEW = 64
"""Up to how many new findings are put into their places one by one."""
_LARGEST = 2
"""An edit of more than one category in so many is checked as a whole."""

Touched = Callable[[Finding], bool]


def rerun(context: Context, before: Context, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What `run(context)` says, given what it said of `before`; what stays is the same object.

    Fast where the two differ in a few categories and in nothing else.
    """
    edit = Edit(before.taxonomy, context.taxonomy)
    if _differ_otherwise(context, before) or _LARGEST * len(edit.changed) > len(
        context.taxonomy.categories
    ):
        return run(context)
    if not edit.changed:
        return findings
    spoken_of = _subjects(findings) if edit.ids_moved else {}
    touched: dict[str, Touched] = {}
    fresh: list[Finding] = []
    narrow: dict[Ids, Context] = {}
    for rule in catalogue().values():
        if rule.reach is Reach.LINEAGE and not edit.lineage_changed:
            touched[rule.id] = _never
        elif rule.reach in (Reach.WHOLE, Reach.LINEAGE):
            touched[rule.id] = _always
            fresh += findings_of(rule, context)
        else:
            focus = _focus(rule, edit, spoken_of)
            if focus not in narrow:
                narrow[focus] = replace(context, focus=focus)
            mine = touched[rule.id] = _touches(edit, focus, rule.reach)
            fresh += filter(mine, findings_of(rule, narrow[focus]))
    return _together(findings, [touched[f.rule](f) for f in findings], fresh)


def _focus(rule: Rule, edit: Edit, spoken_of: dict[str, set[CategoryId]]) -> Ids:
    focus = edit.focus(rule.reach)
    if rule.reach is Reach.REFERENCES and rule.id in spoken_of:
        # what was missing may be there now, and hints say which ids there are
        return edit.with_sharers(focus | spoken_of[rule.id])
    return focus


def _subjects(findings: Iterable[Finding]) -> dict[str, set[str]]:
    """The categories and standards of which each rule speaks."""
    found: dict[str, set[str]] = {}
    for finding in findings:
        found.setdefault(finding.rule, set()).add(finding.subject.id)
    return found


def _touches(edit: Edit, focus: Ids, reach: Reach) -> Touched:
    """Whether a finding is of the categories in focus, or of something else that names some."""
    standards = edit.standards(focus)
    others = reach is Reach.REFERENCES

    def touches(finding: Finding) -> bool:
        subject = finding.subject
        if subject.entity == "category":
            return subject.id in focus
        return subject.id in standards if subject.entity == "standard" else others

    return touches


def _always(_: Finding) -> bool:
    return True


def _never(_: Finding) -> bool:
    return False


def _differ_otherwise(one: Context, other: Context) -> bool:
    """Whether anything differs but the categories."""
    mine, theirs = one.taxonomy, other.taxonomy
    return (
        one.previous is not other.previous
        or one.previous_name != other.previous_name
        or one.issued != other.issued
        or one.unreadable != other.unreadable
        or one.today != other.today
        or mine.system != theirs.system
        or mine.organizations != theirs.organizations
        or mine.consultations != theirs.consultations
        or mine.releases != theirs.releases
        or mine.correspondences != theirs.correspondences
    )


def _together(
    findings: tuple[Finding, ...], touched: list[bool], fresh: list[Finding]
) -> tuple[Finding, ...]:
    """The untouched findings and the fresh ones in order; of equal ones the object there was."""
    waiting = {_place_of(f): f for f in compress(findings, touched)}
    again: set[int] = set()
    come = []
    for finding in fresh:
        was = waiting.get(_place_of(finding))
        if was == finding and id(was) not in again:
            again.add(id(was))
        else:
            come.append(finding)
    kept = [f for f, gone in zip(findings, touched, strict=True) if not gone or id(f) in again]
    if len(come) > _FEW:
        return tuple(sorted([*kept, *come], key=order))
    for finding in come:
        insort(kept, finding, key=order)
    return tuple(kept)


def _place_of(finding: Finding) -> tuple[object, ...]:
    return (finding.rule, finding.subject, finding.field)
