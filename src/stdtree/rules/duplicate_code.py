"""Two live categories have one code."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.grouping import live_code
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Of the categories that share a code, all but the first by id."""
    held = [code for category in context.categories for code in live_code(category)]
    if context.focus is None and len(set(held)) == len(held):
        return
    for code in set(held):
        first, *others = context.taxonomy.by_code[code]
        for category in others:
            one, other = names.quoted_category(category), names.quoted_category(first)
            yield Found(
                subject=Subject("category", category.id),
                message=Label(
                    f"类目 {one.zh} 与 {other.zh} 的体系编号都是 {code}",
                    f"the categories {one.en} and {other.en} both have the code {code}",
                ),
                hint=Label(
                    f"给其中一个换编号：stdtree edit recode-category {category.id}",
                    f"give one of them another code: stdtree edit recode-category {category.id}",
                ),
                field=("code",),
                related=(first.id,),
            )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("体系编号重复", "Duplicate code"),
    why=Label(
        "明细表、统计表和对照表都按体系编号引用类目；两个类目同号，读者无法分辨。"
        "两个分支各自新增同号类目时，git 能无冲突合并，只有校验能发现。",
        "Tables, statistics and correspondences refer to categories by code; with one code for two,"
        " nobody can tell them apart. Two branches that each take the code merge cleanly in git, so"
        " only a check finds it.",
    ),
    fix=Label("给其中一个类目换用空闲的编号。", "Give one of the categories a code that is free."),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
  - {id: incubation, code: BB, parent: fields}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
  - {id: incubation, code: BC, parent: fields}
""",
    check=check,
    reach=Reach.CODES,
)
