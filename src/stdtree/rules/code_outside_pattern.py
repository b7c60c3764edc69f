"""A code does not have the shape that its level asks for."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.model.system import System
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._depths import live_with_depth
from stdtree.rules._level_shapes import level_shapes, skipped_to, unreadable_patterns


def check(context: Context) -> Iterator[Found]:
    """Live categories by their depth; codes of a deeper level are told by `skipped-level`."""
    system = context.taxonomy.system
    shapes = level_shapes(system)
    yield from unreadable_patterns(system, shapes)
    for depth, category in live_with_depth(context):
        if depth < len(shapes):
            code, shape = category.code, shapes[depth]
            if code is None:
                if category.status == "draft":
                    continue
            elif shape is None or shape.fullmatch(code) or skipped_to(code, depth, shapes):
                continue
        yield _misfit(category, depth, system)


def _misfit(category: Category, depth: int, system: System) -> Found:
    recode = f"stdtree edit recode-category {category.id}"
    hint = Label(f"改用合适的编号：{recode}", f"give it a code that fits: {recode}")
    name, subject = names.quoted_category(category), Subject("category", category.id)
    if depth >= len(system.levels):
        count, move = len(system.levels), f"stdtree edit move-category {category.id}"
        message = Label(
            f"类目 {name.zh} 位于第 {depth + 1} 层，而本体系只有 {count} 层",
            f"the category {name.en} is at level {depth + 1}, the system has only {count}",
        )
        hint = Label(
            f"上移（{move}），或在 system.yaml 的 levels 中增加一层",
            f"move it up ({move}), or add a level in system.yaml",
        )
    elif category.code is None:
        message = Label(f"类目 {name.zh} 没有体系编号", f"the category {name.en} has no code")
    else:
        level = system.levels[depth]
        title = names.quoted(level.title, level.id)
        message = Label(
            f"类目 {name.zh} 的体系编号不合层级{title.zh}的格式 {level.pattern}",
            f"the code of the category {name.en} does not fit the level {title.en}:"
            f" {level.pattern}",
        )
    return Found(subject, message, hint, field=("code",))


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("体系编号不合格式", "Code outside its pattern"),
    why=Label(
        "编号的格式表示层级，读者据此判断类目的位置。有效类目必须有编号，草案可以没有；"
        "层级之外没有格式，因此过深的类目也在此报告。",
        "The shape of a code tells the level, and so where a category stands. An active category"
        " needs a code, a draft may lack it; below the last level there is no shape, so what lies"
        " too deep is reported here as well.",
    ),
    fix=Label(
        "按 system.yaml 中该层级的格式改编号；若格式本身不对，改 levels。",
        "Give a code of the level's pattern in system.yaml, or mend the pattern if it is wrong.",
    ),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: B2, parent: fields}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: technology-transfer, code: BB, parent: fields}
  - {id: incubation, parent: fields, status: draft}
""",
    check=check,
    reach=Reach.LINE,
)
