"""A category hangs under one that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.model.nearest import Guesses
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Categories whose parent is missing."""
    categories = context.taxonomy.categories
    guesses = Guesses(_MOVE)
    for category in context.categories:
        parent_id = category.parent
        if parent_id is None or parent_id in categories or parent_id in context.unreadable:
            continue
        yield _missing(category, parent_id, guesses.hint(parent_id, categories))


def _missing(category: Category, parent_id: str, hint: Label) -> Found:
    name = names.quoted_category(category)
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 的上级类目 {parent_id} 不存在",
            f"the category {name.en} has the parent {parent_id}, which does not exist",
        ),
        hint=hint,
        field=("parent",),
        related=(parent_id,),
    )


_MOVE = Label(
    "移到现有类目之下：stdtree edit move-category，或恢复被删除的文件",
    "move it under another: stdtree edit move-category; or bring back the deleted file",
)
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("上级类目缺失", "Dangling parent"),
    why=Label(
        "上级不存在的类目挂在树外，结构图和明细表中都看不到它。",
        "A category whose parent is missing hangs outside the tree: neither the"
        " structure chart nor the tables show it.",
    ),
    fix=Label(
        "把它移到现有的类目之下，或改正 parent 中的标识。",
        "Move it under a category that exists, or mend the id in `parent`.",
    ),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: field}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
""",
    check=check,
    reach=Reach.REFERENCES,
)
