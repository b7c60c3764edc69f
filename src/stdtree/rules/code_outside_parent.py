"""A code does not begin with the code of the parent."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.code import extends
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._depths import live_with_depth


def check(context: Context) -> Iterator[Found]:
    """Live categories of the levels whose codes extend their parents' codes."""
    taxonomy = context.taxonomy
    extending = [level.extends_parent for level in taxonomy.system.levels]
    if not any(extending):
        return
    for depth, category in live_with_depth(context):
        if depth >= len(extending) or not extending[depth]:
            continue
        parent = taxonomy.get(category.parent)
        if parent is None or parent.code is None or category.code is None or not parent.is_live:
            continue
        if not extends(category.code, parent.code):
            yield _outside(category, parent)


def _outside(category: Category, parent: Category) -> Found:
    name, above = names.quoted_category(category), names.quoted_category(parent)
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 的体系编号不以上级类目 {above.zh} 的编号开头",
            f"the code of the category {name.en} does not begin with that of its parent {above.en}",
        ),
        hint=Label(
            f"改用以 {parent.code} 开头的编号：stdtree edit recode-category {category.id}",
            f"give it a code that begins with {parent.code}:"
            f" stdtree edit recode-category {category.id}",
        ),
        field=("code",),
        related=(parent.id,),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("体系编号不随上级", "Code outside its parent's"),
    why=Label(
        "在 extends_parent 的层级，读者从编号就能看出上级类目；编号不随上级，读者会找错地方。"
        "移动类目后忘记改码最常见。",
        "At levels with extends_parent, people read the parent off the code; one that begins"
        " otherwise sends them to the wrong place. Mostly a category was moved and kept its code.",
    ),
    fix=Label("改用以上级编号开头的编号。", "Give it a code that begins with the parent's."),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: CB, parent: fields}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
""",
    check=check,
    reach=Reach.LINE,
)
