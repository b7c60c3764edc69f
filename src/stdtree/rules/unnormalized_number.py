"""A standard number is spelled otherwise than on the standard."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Fix, Severity, Subject
from stdtree.model.standard import Standard
from stdtree.model.standard_number import kind_of, normalise
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._numbers import odd_rows


def check(context: Context) -> Iterator[Found]:
    """Numbers of standards and of the international standards that they adopt."""
    for standard, number in odd_rows(context):
        if kind_of(number) is None and kind_of(mended := normalise(number)):
            yield _of_row(context, standard, mended)
    for category in context.categories:
        for standard in category.standards:
            # other countries' standards may be adopted too, in shapes of their own
            if standard.adopts and normalise(standard.adopts.number) != standard.adopts.number:
                yield _found(standard, standard.adopts.number, field=("adopts", "number"))


def _of_row(context: Context, standard: Standard, mended: str) -> Found:
    found = _found(standard, standard.number or "", field=("number",))
    if context.taxonomy.standards[standard.id].standard is not standard:
        return found  # operations would find another row by this id
    return replace(
        found,
        hint=found.hint + Label("（stdtree check --fix 可代劳）", " (stdtree check --fix does it)"),
        fix=Fix("edit-standard", {"id": standard.id, "number": mended}),
    )


def _found(standard: Standard, written: str, *, field: FieldPath) -> Found:
    mended = normalise(written)
    return Found(
        subject=Subject("standard", standard.id),
        message=Label(
            f"标准编号 {written} 的写法不规范", f"the standard number {written} is spelled oddly"
        ),
        hint=Label(f"写成 {mended}", f"write {mended}"),
        field=field,
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("标准编号写法不规范", "Unnormalized standard number"),
    why=Label(
        "编号是查找、排序和统计标准的依据：破折号、全角字符或缺少的空格会让同一标准变成两项。",
        "Standards are found, sorted and counted by their numbers: a dash, a wide character or a"
        " missing space makes two standards of one.",
    ),
    fix=Label(
        "按封面书写，连接号用 -。stdtree check --fix 可代劳。",
        "Write it as on the cover, with a plain hyphen. stdtree check --fix does it.",
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
    reach=Reach.ITSELF,
)
