"""A standard has the status of a published document, but no number."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.words import DOCUMENT_STATUS
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Standards in force, upcoming, replaced or withdrawn: all of these were published."""
    for category in context.categories:
        for standard in category.standards:
            if standard.number is None and standard.status is not None:
                name, status = names.quoted_standard(standard), DOCUMENT_STATUS[standard.status]
                yield Found(
                    subject=Subject("standard", standard.id),
                    message=Label(
                        f"标准 {name.zh} 的状态是“{status.zh}”，却没有编号",
                        f"the standard {name.en} is “{status.en}” but has no number",
                    ),
                    hint=Label(
                        f"补上编号：stdtree edit promote-standard {standard.id}；"
                        "拟制定标准删除 status",
                        f"add the number: stdtree edit promote-standard {standard.id};"
                        " a planned standard has no status",
                    ),
                    field=("status",),
                )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("有状态而无编号", "In force without a number"),
    why=Label(
        "没有编号的行在统计表中算作拟制定的标准，所以已发布的标准会少算一项，读者也无从查找。",
        "A row without a number counts as planned, so that the statistics have one existing"
        " standard too few, and nobody can look it up.",
    ),
    fix=Label("补上编号，或删去状态。", "Add its number, or take the status out."),
    bad="""\
categories:
  - id: services
    code: B
    standards:
      - {id: s, title: {zh: 技术转移服务规范}, status: in-force, plan: {stage: in-preparation}}
""",
    good="""\
categories:
  - id: services
    code: B
    standards:
      - {id: s, number: GB/T 34670-2017, title: {zh: 技术转移服务规范}, status: in-force}
      - {id: t, title: {zh: 技术转移服务评价}, plan: {stage: in-preparation}}
""",
    check=check,
    reach=Reach.ITSELF,
)
