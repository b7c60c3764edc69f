"""A category hangs under one that does not exist or is retired."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.model.nearest import did_you_mean
from stdtree.rules import Context, Found, Rule


def check(context: Context) -> Iterator[Found]:
    """Categories whose parent is missing, and live ones under a retired parent."""
    categories = context.taxonomy.categories
    hints: dict[str, Label] = {}
    for category in categories.values():
        if category.parent is None:
            continue
        parent = categories.get(category.parent)
        if parent is None:
            if category.parent not in context.unreadable:
                if category.parent not in hints:
                    hints[category.parent] = did_you_mean(category.parent, categories) or _MOVE
                yield _missing(category, category.parent, hints[category.parent])
        elif category.is_live and not parent.is_live:
            yield _retired(category, parent)


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


def _retired(category: Category, parent: Category) -> Found:
    name, above = names.quoted_category(category), names.quoted_category(parent)
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 的上级类目 {above.zh} 已废止",
            f"the category {name.en} has the parent {above.en}, which is retired",
        ),
        hint=Label(
            f"移到别处：stdtree edit move-category {category.id}，或一并废止",
            f"move it: stdtree edit move-category {category.id}; or retire it too",
        ),
        field=("parent",),
        related=(parent.id,),
    )


_MOVE = Label(
    "移到现有类目之下：stdtree edit move-category，或恢复被删除的文件",
    "move it under another: stdtree edit move-category; or bring back the deleted file",
)
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("上级类目缺失", "Dangling parent"),
    why=Label(
        "上级不存在或已废止的类目挂在树外，结构图和明细表中都看不到它。",
        "A category whose parent is missing or retired hangs outside the tree: neither the"
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
)
