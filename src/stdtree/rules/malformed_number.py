"""A standard number cannot be read, or is that of a project."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.model.standard import Standard
from stdtree.model.standard_number import kind_of, normalise
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._numbers import odd_rows


def check(context: Context) -> Iterator[Found]:
    """Numbers of standards; those that can be read and are misspelt: unnormalized-number."""
    for standard, number in odd_rows(context):
        kind = kind_of(number) or kind_of(normalise(number))
        if kind is None:
            yield _unreadable(standard, number)
        elif kind == "project":
            yield _project(standard, number)


def _unreadable(standard: Standard, written: str) -> Found:
    return Found(
        subject=Subject("standard", standard.id),
        message=Label(
            f"看不懂标准编号 {written}", f"the standard number {written} cannot be made out"
        ),
        hint=Label(
            "照封面书写，如 GB/T 34670-2017、DB11/T 610-2008、T/TMAC 021-2020、ISO 9001:2015",
            "write it as on the cover: GB/T 34670-2017, DB11/T 610-2008, T/TMAC 021-2020,"
            " ISO 9001:2015",
        ),
        field=("number",),
    )


def _project(standard: Standard, written: str) -> Found:
    return Found(
        subject=Subject("standard", standard.id),
        message=Label(
            f"{written} 是计划项目号，不是标准编号",
            f"{written} is the number of a project, not of a standard",
        ),
        hint=Label(f"改写为 plan: {{number: {written}}}", f"write it in plan: number: {written}"),
        field=("number",),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("标准编号有误", "Malformed standard number"),
    why=Label(
        "编号是查找、排序和统计标准的依据，级别由编号读出；看不懂的编号使这些都落空。",
        "Standards are found, sorted and counted by their numbers, and the level is read off them:"
        " all that fails with a number that nobody can make out.",
    ),
    fix=Label(
        "按封面书写。计划项目号写入 plan.number。",
        "Write it as on the cover. A project's number goes to plan.number.",
    ),
    bad="""\
categories:
  - id: technology-transfer
    code: B
    standards:
      - id: gbt-34670-2017
        number: 技术转移 34670
        title: {zh: 技术转移服务规范}
        status: in-force
""",
    good="""\
categories:
  - id: technology-transfer
    code: B
    standards:
      - id: gbt-34670-2017
        number: GB/T 34670-2017
        title: {zh: 技术转移服务规范}
        status: in-force
""",
    check=check,
    reach=Reach.ITSELF,
)
