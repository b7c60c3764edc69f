"""A live category hangs under one that is retired."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Live categories by their parents; retired ones may stay under retired ones."""
    categories = context.taxonomy.categories
    for category in context.categories:
        parent = categories.get(category.parent) if category.parent is not None else None
        if parent is not None and parent.status == "retired" and category.is_live:
            yield _left_behind(category, parent)


def _left_behind(category: Category, parent: Category) -> Found:
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


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("上级已废止", "Live child of a retired category"),
    why=Label(
        "结构图和明细表不列已废止的类目，挂在其下的类目也就看不到了。"
        "一个分支废止上级、另一个分支在其下新增，合并后就会这样。",
        "Charts and tables leave retired categories out, and with them what hangs below. Two"
        " branches, one that retires the parent and one that adds a child, merge into this.",
    ),
    fix=Label("移到承接类目之下，或一并废止。", "Move it under the successor, or retire it too."),
    bad="""\
categories:
  - {id: exhibitions, code: B, status: retired, retired: {release: "1.1"}}
  - {id: fairs, code: BB, parent: exhibitions}
""",
    good="""\
categories:
  - {id: exhibitions, code: B, status: retired, retired: {release: "1.1"}}
  - {id: promotion, code: C}
  - {id: fairs, code: CB, parent: promotion}
""",
    check=check,
    reach=Reach.FAMILY,
)
