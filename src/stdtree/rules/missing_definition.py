"""A live category lacks a definition in the required language."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Live categories, one by one."""
    language = context.taxonomy.system.languages[0]
    for category in context.categories:
        definition = category.definition
        if (definition and language in definition) or category.status == "retired":
            continue
        name = names.quoted_category(category)
        yield Found(
            subject=Subject("category", category.id),
            message=Label(
                f"类目 {name.zh} 没有 {language} 定义",
                f"the category {name.en} has no definition in {language}",
            ),
            hint=Label(
                f"写上 definition: {{{language}: …}}，一两句即可",
                f"write definition: {{{language}: …}}; a sentence or two will do",
            ),
            field=("definition",),
        )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("缺少定义", "Missing definition"),
    why=Label(
        "没有定义，就只能凭名称猜测一项标准归哪一类目；不同的人会归到不同的地方。",
        "Without a definition people guess from the title where a standard belongs, and guess"
        " differently.",
    ),
    fix=Label(
        "用一两句话写明类目是什么，界线处用 includes 和 excludes 说明。",
        "Say in a sentence or two what it is; settle its borders with includes and excludes.",
    ),
    bad="""\
categories:
  - {id: incubation, code: B, definition: {en: Services for young enterprises.}}
""",
    good="""\
categories:
  - {id: incubation, code: B, definition: {zh: 为初创企业提供场地、辅导和融资对接的服务。}}
""",
    check=check,
    reach=Reach.ITSELF,
)
