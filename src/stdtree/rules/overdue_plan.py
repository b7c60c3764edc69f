"""The year of a plan is over, and the standard is still planned."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.counts import standing
from stdtree.model.finding import Severity, Subject
from stdtree.model.words import PLAN_STAGE
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Plans of live categories by the year of checking; what ended needs no plan any more."""
    if not context.today:
        return
    year = context.today[:4]
    for category in context.categories:
        for standard in category.standards:
            plan = standard.plan
            if plan is None or plan.stage == "none" or not plan.year or str(plan.year) >= year:
                continue
            if standing(standard) == "ended" or not category.is_live:
                continue
            name, stage = names.quoted_standard(standard), PLAN_STAGE[plan.stage]
            yield Found(
                subject=Subject("standard", standard.id),
                message=Label(
                    f"标准 {name.zh} 计划在 {plan.year} 年完成，现在仍是“{stage.zh}”",
                    f"the standard {name.en} was planned for {plan.year} and is still “{stage.en}”",
                ),
                hint=Label(
                    "写上编号和状态，或改计划年度："
                    f"stdtree edit edit-standard {standard.id} --plan-year {year}",
                    "enter its number and status, or plan anew:"
                    f" stdtree edit edit-standard {standard.id} --plan-year {year}",
                ),
                field=("plan", "year"),
            )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("计划逾期", "Overdue plan"),
    why=Label(
        "制修订计划和路线图按年度排列；过去的年度不是计划，多半是标准已发布而没有登记。",
        "Plans and road maps go by year. A year gone by is no plan: mostly the standard was"
        " published and nobody entered it.",
    ),
    fix=Label(
        "已发布的登记编号，未发布的改计划年度，不做的删除。",
        "Enter the number of what was published, give the rest a new year, or drop it.",
    ),
    bad="""\
today: "2026-01-01"
categories:
  - id: services
    code: B
    standards:
      - {id: evaluation, title: {zh: 技术转移服务评价}, plan: {stage: to-draft, year: 2025}}
""",
    good="""\
today: "2026-01-01"
categories:
  - id: services
    code: B
    standards:
      - {id: evaluation, title: {zh: 技术转移服务评价}, plan: {stage: to-draft, year: 2026}}
""",
    check=check,
    reach=Reach.ITSELF,
)
