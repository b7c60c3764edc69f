"""A finding is accepted that there is not, or not any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.model.nearest import did_you_mean
from stdtree.model.system import Accepted
from stdtree.rules import Context, Found, Reach, Rule, catalogue, severity_of
from stdtree.rules._references import Known


def check(context: Context) -> Iterator[Found]:
    """Entries of `accepted` that are in force and hide nothing, as far as everything is known."""
    taxonomy, system = context.taxonomy, context.taxonomy.system
    uncompared = bool(taxonomy.releases) and context.previous is None
    if not context.today or context.unreadable or uncompared:
        return  # what depends on a day, a file or a release that is not here may yet be found
    known = Known(context)
    current = [entry for entry in system.accepted if entry.holds(context.today)]
    used = {rule: set(_spoken_of(rule, current, context)) for rule in {e.rule for e in current}}
    for index, entry in enumerate(system.accepted):
        unused = entry in current and entry.subject not in used[entry.rule]
        if unused and known.has("any", entry.subject):  # else `dangling-reference` tells it
            yield _unused(entry, index, system.id)


def _spoken_of(rule_id: str, accepted: Collection[Accepted], context: Context) -> Iterator[str]:
    """Of which subjects an accepted rule speaks, as far as they are accepted ones."""
    subjects = {entry.subject for entry in accepted if entry.rule == rule_id}
    rule = catalogue().get(rule_id)
    if rule is None or rule.check is None or rule_id == "unused-acceptance":
        return
    if severity_of(rule, context.taxonomy) is Severity.OFF:
        yield from subjects  # a rule that is off says nothing of them, yet may come back
        return
    narrow = context
    if rule.reach not in (Reach.WHOLE, Reach.LINEAGE):
        sides = [side for side in (context.taxonomy, context.previous) if side is not None]
        homes = chain.from_iterable(s.homes.get(i, ()) for s in sides for i in subjects)
        narrow = replace(context, focus=frozenset(subjects.union(home.id for home in homes)))
    yield from (found.subject.id for found in rule.check(narrow))


def _unused(entry: Accepted, index: int, system_id: str) -> Found:
    typed = f"stdtree accept {entry.rule} {entry.subject} --withdraw"
    hint = Label(f"撤回接受：{typed}", f"take it out: {typed}")
    if entry.rule not in catalogue():
        hint = did_you_mean(entry.rule, catalogue()) or hint
    return Found(
        subject=Subject("system", system_id),
        message=Label(
            f"已接受 {entry.subject} 的 {entry.rule}，但没有这个问题",
            f"{entry.rule} of {entry.subject} is accepted, but there is no such finding",
        ),
        hint=hint,
        field=("accepted", index),
        related=tuple(sorted({entry.rule, entry.subject})),
    )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("接受无对象", "Unused acceptance"),
    why=Label(
        "问题已解决（或随版本发布而了结）后，留下的接受会悄悄遮住今后的同类问题。",
        "Once the finding is settled, or done with by a release, an entry that stays would silently"
        " hide the next one of its kind.",
    ),
    fix=Label("删除这一条，或改正规则名。", "Delete the entry, or mend the name of the rule."),
    bad="""\
today: "2026-11-01"
system:
  accepted:
    - {rule: missing-definition, subject: services, reason: {zh: 定义在议}}
categories:
  - {id: services, code: B}
""",
    good="""\
today: "2026-11-01"
system:
  accepted:
    - {rule: empty-category, subject: services, reason: {zh: 标准在研}}
categories:
  - {id: services, code: B}
""",
    check=check,
    reach=Reach.WHOLE,
)
