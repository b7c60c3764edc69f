"""A finding is accepted until a day that has gone by."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Entries of `accepted` by the day of checking; the finding itself is told again as well."""
    system = context.taxonomy.system
    for index, entry in enumerate(system.accepted):
        if not entry.holds(context.today):
            withdraw = f"stdtree accept {entry.rule} {entry.subject} --withdraw"
            yield Found(
                subject=Subject("system", system.id),
                message=Label(
                    f"对 {entry.subject} 接受 {entry.rule} 的有效期到 {entry.until} 为止，已过期",
                    f"{entry.rule} of {entry.subject} was accepted until {entry.until}, which is"
                    " over",
                ),
                hint=Label(
                    f"解决该问题后撤回：{withdraw}；或重新确认后改写 until",
                    f"settle the finding, then: {withdraw}; or agree on a later until",
                ),
                field=("accepted", index, "until"),
                related=tuple(sorted({entry.rule, entry.subject})),
            )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("接受已过期", "Expired acceptance"),
    why=Label(
        "写明有效期的接受是一项约定：到期须解决或重新确认。过期后该问题重新列出。",
        "An acceptance with a last day is a promise to settle the finding by then or to agree anew."
        " After that day the finding is told again.",
    ),
    fix=Label(
        "解决问题后删除此条；仍需接受的，写明理由并改写 `until`。",
        "Settle the finding and delete the entry; or give it a new reason and a later `until`.",
    ),
    bad="""\
today: "2026-11-01"
system:
  accepted:
    - {rule: empty-category, subject: services, reason: {zh: 标准在研}, until: "2026-06-30"}
categories:
  - {id: services, code: B}
""",
    good="""\
today: "2026-11-01"
system:
  accepted:
    - {rule: empty-category, subject: services, reason: {zh: 标准在研}, until: "2027-06-30"}
categories:
  - {id: services, code: B}
""",
    check=check,
    reach=Reach.ITSELF,
)
