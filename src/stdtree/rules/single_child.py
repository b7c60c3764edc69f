"""A category is divided into one part only."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Live categories by their live children; a file that cannot be read may hold another."""
    taxonomy = context.taxonomy
    if context.unreadable:
        return
    for category in context.categories:
        children = taxonomy.under(category.id)
        if not (children and category.is_live):
            continue
        live = [child for child in children if child.is_live]
        if len(live) == 1:
            name, only = names.quoted_category(category), names.quoted_category(live[0])
            yield Found(
                subject=Subject("category", category.id),
                message=Label(
                    f"类目 {name.zh} 之下只有 {only.zh} 一个类目",
                    f"the category {name.en} has one child only: {only.en}",
                ),
                hint=Label(
                    "补上同级类目，或把这一个并入上级："
                    f"stdtree edit combine-categories {live[0].id} --into {category.id}",
                    "add what belongs beside it, or combine the two:"
                    f" stdtree edit combine-categories {live[0].id} --into {category.id}",
                ),
                related=(live[0].id,),
            )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("只有一个下级", "Single child"),
    why=Label(
        "只分出一类等于没有划分：或者漏了其余的类目，或者多了一层。",
        "A division into one is no division: either the others are missing, or a level is too"
        " many.",
    ),
    fix=Label("补上其余类目，或并入上级。", "Add the others, or combine it with its parent."),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: incubation, code: BC, parent: fields}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
  - {id: incubation, code: BC, parent: fields}
""",
    check=check,
    reach=Reach.FAMILY,
)
