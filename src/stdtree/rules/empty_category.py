"""A category at the end of its branch has no standards, not even planned ones."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.counts import standing
from stdtree.model.finding import Severity, Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Active categories without live children; what is replaced or withdrawn does not count.

    Nothing is said while a file cannot be read: it may hold what seems to be missing.
    """
    taxonomy = context.taxonomy
    if context.unreadable:
        return
    for category in context.categories:
        if category.status == "active" and not _holds_anything(category, taxonomy):
            yield _empty(category)


def _holds_anything(category: Category, taxonomy: Taxonomy) -> bool:
    for row in category.standards:  # quicker than `any` of a generator
        if standing(row) != "ended":
            return True
    return any(child.is_live for child in taxonomy.under(category.id)) or any(
        standing(row.standard) != "ended" for row in taxonomy.listed.get(category.id, ())
    )


def _empty(category: Category) -> Found:
    name = names.quoted_category(category)
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 没有现行或计划的标准",
            f"the category {name.en} has no standards, neither in force nor planned",
        ),
        hint=Label(
            f"登记标准或拟制定的标准：stdtree edit add-standard {category.id}",
            f"enter a standard, or one that is planned: stdtree edit add-standard {category.id}",
        ),
        field=("standards",),
    )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("类目无标准", "Empty category"),
    why=Label(
        "末级类目没有标准，可能是漏登，也可能是空白：空白正是体系要指出的，应当有拟制定的标准。"
        "由 also_in 列入的标准也算。",
        "Either a standard was not entered, or there is a gap: to show gaps is what the system is"
        " for, and a planned standard says what is to fill it. Those listed by also_in count.",
    ),
    fix=Label(
        "登记标准，写上拟制定的标准，或与相邻类目合并。",
        "Enter its standards or plan one, or combine the category with its neighbour.",
    ),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: incubation, code: BC, parent: fields}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - id: incubation
    code: BC
    parent: fields
    standards:
      - {id: incubator-services, title: {zh: 孵化器服务规范}, plan: {stage: to-draft}}
""",
    check=check,
    reach=Reach.REFERENCES,
)
