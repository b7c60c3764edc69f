"""A standard has no number, and nothing says that it is planned."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Standards without a number whose plan is missing or decides nothing."""
    for category in context.categories:
        for standard in category.standards:
            if standard.number is not None:
                continue
            if standard.plan is None or standard.plan.stage == "none":
                name = names.quoted_standard(standard)
                plan = f"stdtree edit edit-standard {standard.id} --plan-stage to-draft"
                yield Found(
                    subject=Subject("standard", standard.id),
                    message=Label(
                        f"标准 {name.zh} 没有编号，也没有制修订计划",
                        f"the standard {name.en} has neither a number nor a plan",
                    ),
                    hint=Label(
                        f"写上计划：{plan}；或补上编号", f"plan it: {plan}; or add its number"
                    ),
                    field=("plan",),
                )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("拟制定而无计划", "Planned without a plan"),
    why=Label(
        "没有编号的行算作拟制定的标准，计入应有数；没有计划，就说不出由谁、何时制定。",
        "A row without a number counts as planned and as due in the statistics; without a plan"
        " nobody can say who drafts it, and when.",
    ),
    fix=Label(
        "写上计划阶段，已发布的补上编号和状态。",
        "Write the stage of its plan, or the number and status of what was published.",
    ),
    bad="""\
categories:
  - id: services
    code: B
    standards: [{id: evaluation, title: {zh: 技术转移服务评价}}]
""",
    good="""\
categories:
  - id: services
    code: B
    standards: [{id: evaluation, title: {zh: 技术转移服务评价}, plan: {stage: to-draft}}]
""",
    check=check,
    reach=Reach.ITSELF,
)
