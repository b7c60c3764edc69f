"""A standard number cannot be read, or is spelled otherwise than on the standard."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.standard import Standard
from stdtree.model.standard_number import normalise, parse
from stdtree.rules import Context, Found, Rule


def check(context: Context) -> Iterator[Found]:
    """Numbers of standards and of the international standards that they adopt."""
    for category in context.taxonomy.categories.values():
        for standard in category.standards:
            if standard.number is not None:
                number = parse(standard.number)
                if number is None:
                    yield _misspelt(standard, standard.number, ("number",))
                elif number.kind == "project":
                    yield _project(standard, standard.number)
            # other countries' standards may be adopted too, in shapes of their own
            if standard.adopts and normalise(standard.adopts.number) != standard.adopts.number:
                yield _misspelt(standard, standard.adopts.number, ("adopts", "number"))


def _misspelt(standard: Standard, written: str, field: FieldPath) -> Found:
    mended = normalise(written)
    if mended != written and (parse(mended) or field != ("number",)):
        message = Label(
            f"标准编号 {written} 的写法不规范", f"the standard number {written} is spelled oddly"
        )
        hint = Label(f"写成 {mended}", f"write {mended}")
    else:
        message = Label(
            f"看不懂标准编号 {written}", f"the standard number {written} cannot be made out"
        )
        hint = Label(
            "照封面书写，如 GB/T 34670-2017、DB11/T 610-2008、T/TMAC 021-2020、ISO 9001:2015",
            "write it as on the cover: GB/T 34670-2017, DB11/T 610-2008, T/TMAC 021-2020,"
            " ISO 9001:2015",
        )
    return Found(Subject("standard", standard.id), message, hint, field)


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
    title=Label("标准编号不规范", "Malformed standard number"),
    why=Label(
        "编号是查找、排序和统计标准的依据：级别由编号读出，破折号、全角字符或缺少的空格"
        "会让同一标准变成两项。",
        "Standards are found, sorted and counted by their numbers: the level is read off them, and"
        " a dash, a wide character or a missing space makes two standards of one.",
    ),
    fix=Label(
        "按封面书写，连接号用 -。计划项目号写入 plan.number。",
        "Write it as on the cover, with a plain hyphen. A project's number goes to plan.number.",
    ),
    bad="""\
categories:
  - id: technology-transfer
    code: B
    standards:
      - id: gbt-34670-2017
        number: GBT34670—2017
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
)
