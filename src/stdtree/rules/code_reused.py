"""A code that meant one category in the previous release means another now."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._words import accept


def check(context: Context) -> Iterator[Found]:
    """Live categories whose code was another's, who was live then."""
    if context.previous is None:
        return
    before = context.previous.by_code
    for category in context.categories:
        holders = before.get(category.code, ()) if category.code and category.is_live else ()
        if not holders or any(holder.id == category.id for holder in holders):
            continue
        old = sorted((c for c in holders if c.status == "active"), key=lambda holder: holder.id)
        if not old:
            continue
        name, was = names.quoted_category(category), names.quoted_category(old[0])
        yield Found(
            subject=Subject("category", category.id),
            message=Label(
                f"类目 {name.zh} 的体系编号在上一版本 {context.previous_name} 中属于 {was.zh}",
                f"the code of the category {name.en} was that of {was.en} in the previous release"
                f" {context.previous_name}",
            ),
            hint=Label(
                f"换用从未用过的编号：stdtree edit recode-category {category.id}；或写明理由接受：",
                f"take a code never used: stdtree edit recode-category {category.id};"
                " or accept the finding with a reason: ",
            )
            + accept("code-reused", category.id),
            field=("code",),
            related=tuple(holder.id for holder in old),
        )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("编码复用", "Code reused"),
    why=Label(
        "按编号把两个版本的数据连在一起的人，会把两个不同的类目当成同一个，而且毫无察觉。",
        "Whoever joins data of two releases by code takes two categories for one, and nothing"
        " warns them.",
    ),
    fix=Label(
        "换用从未用过的编号；确有必要时写入 accepted 说明理由，并随版本发布对照表。",
        "Take a code that was never used; if it must be, accept the finding, say why, and publish"
        " the correspondence with the release.",
    ),
    bad="""\
previous:
  categories:
    - {id: research, code: B}
categories:
  - {id: research, code: C}
  - {id: key-fields, code: B}
""",
    good="""\
previous:
  categories:
    - {id: research, code: B}
categories:
  - {id: research, code: B}
  - {id: key-fields, code: C}
""",
    check=check,
    reach=Reach.ITSELF,
)
