"""Something is said to have happened on a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.standard import Standard
from stdtree.model.words import DOCUMENT_STATUS, FIELD
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Dates of standards by the day of checking; only those of which no day has come."""
    today = context.today
    if not today:
        return
    for category in context.categories:
        for standard in category.standards:
            published, looked_up = standard.published, standard.status_as_of
            if published is not None and published > today[: len(published)]:
                yield _to_come(standard, "published", published, today)
            if looked_up is not None and looked_up > today[: len(looked_up)]:
                yield _to_come(standard, "status_as_of", looked_up, today)
            begins = standard.in_force
            if begins is not None and begins > today[: len(begins)] and _has_begun(standard):
                yield _to_come(standard, "in_force", begins, today)


def _has_begun(standard: Standard) -> bool:
    """Whether its status says so; if looked up by then, `contradictory-status` tells it."""
    if standard.status == "in-force":
        return standard.status_as_of is None
    return standard.status in ("replaced", "withdrawn")


def _to_come(standard: Standard, field: str, date: str, today: str) -> Found:
    name, word = names.quoted_standard(standard), FIELD[field]
    status = DOCUMENT_STATUS[standard.status or "upcoming"]
    if field == "in_force":
        said = Label(f"，状态却是{status.zh}", f", yet it is said to be {status.en}")
        hint = Label(
            "改正日期，或改为 status: upcoming", "mend the date, or write status: upcoming"
        )
    else:
        said = same("")
        hint = Label(f"改正日期；今天是 {today}", f"mend the date; today is {today}")
    return Found(
        subject=Subject("standard", standard.id),
        message=Label(
            f"标准 {name.zh} 的{word.zh} {date} 还没有到{said.zh}",
            f"the {word.en} of the standard {name.en} is still to come: {date}{said.en}",
        ),
        hint=hint,
        field=(field,),
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("日期在未来", "Future date"),
    why=Label(
        "发布和核查都是已经发生的事，日期在未来多半是笔误；实施日期可以在未来，"
        "但状态须是即将实施。",
        "What was published or looked up lies in the past: a future date is mostly a slip. A"
        " standard may come into force in the future, but then it is upcoming.",
    ),
    fix=Label("对照标准封面改正日期。", "Mend the date after the cover of the standard."),
    bad="""\
today: "2026-11-01"
categories:
  - id: services
    code: B
    standards:
      - {id: s, number: GB/T 1-2026, title: {zh: 规范}, status: in-force, published: "2026-12"}
""",
    good="""\
today: "2026-11-01"
categories:
  - id: services
    code: B
    standards:
      - id: s
        number: GB/T 1-2026
        title: {zh: 规范}
        status: upcoming
        published: "2026-10"
        in_force: "2027-05-01"
""",
    check=check,
    reach=Reach.ITSELF,
)
