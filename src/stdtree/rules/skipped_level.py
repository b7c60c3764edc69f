"""A category hangs one or more levels above where its code says that it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.model.system import Level
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._depths import live_with_depth
from stdtree.rules._level_shapes import level_shapes, skipped_to


def check(context: Context) -> Iterator[Found]:
    """Live categories whose codes have the shape not of their own level but of a deeper one."""
    levels = context.taxonomy.system.levels
    shapes = level_shapes(context.taxonomy.system)
    for depth, category in live_with_depth(context):
        deeper = skipped_to(category.code, depth, shapes)
        if deeper is not None:
            yield _skipped(category, levels[depth], levels[deeper])


def _skipped(category: Category, level: Level, deeper: Level) -> Found:
    name = names.quoted_category(category)
    here, there = (names.quoted(one.title, one.id) for one in (level, deeper))
    move = f"stdtree edit move-category {category.id}"
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 位于层级{here.zh}，编号却是层级{there.zh}的格式",
            f"the category {name.en} is at the level {here.en}, but has a code of the level"
            f" {there.en}",
        ),
        hint=Label(
            f"移到中间层级的类目之下：{move}，或改编号",
            f"move it under a category of the level between: {move}; or give it another code",
        ),
        field=("parent",),
        related=(deeper.id,),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("跳过层级", "Skipped level"),
    why=Label(
        "编号说明层级，位置也说明层级；两者不一，多半是漏了中间一层的类目，统计表会把它算错层级。",
        "Code and place both tell the level. Where they differ, mostly a category between is"
        " missing, and the statistics count it at the wrong level.",
    ),
    fix=Label(
        "补上中间的类目并移到其下，或按所在层级改编号。",
        "Add the category between and move it there, or give it a code of its level.",
    ),
    bad="""\
system:
  levels:
    - {id: part, title: {zh: 部分}, pattern: "[A-Z]"}
    - {id: domain, title: {zh: 领域}, pattern: "[A-Z]{2}"}
    - {id: group, title: {zh: 类组}, pattern: "[A-Z]{2}[0-9]"}
categories:
  - {id: fields, code: B}
  - {id: technology-trading, code: BB1, parent: fields}
""",
    good="""\
system:
  levels:
    - {id: part, title: {zh: 部分}, pattern: "[A-Z]"}
    - {id: domain, title: {zh: 领域}, pattern: "[A-Z]{2}"}
    - {id: group, title: {zh: 类组}, pattern: "[A-Z]{2}[0-9]"}
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
  - {id: technology-trading, code: BB1, parent: technology-transfer}
""",
    check=check,
    reach=Reach.LINE,
)
