"""A category of the previous release is gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Released categories, retired ones too, that have no file any more."""
    if context.previous is None:
        return
    now, then = context.taxonomy.categories, context.previous.categories
    there = now.keys() | context.unreadable
    gone = then.keys() - there if context.focus is None else (context.focus & then.keys()) - there
    for category_id in gone:
        category = then[category_id]
        if category.status == "draft":
            continue
        name, release = names.quoted_category(category), context.previous_name
        yield Found(
            subject=Subject("category", category_id),
            message=Label(
                f"上一版本 {release} 的类目 {name.zh}（{category_id}）不见了",
                f"the category {name.en} ({category_id}) of the previous release {release} is gone",
            ),
            hint=Label(
                f"恢复 {category_id}.yaml，再废止：stdtree edit retire-category {category_id}",
                f"bring {category_id}.yaml back, then retire it:"
                f" stdtree edit retire-category {category_id}",
            ),
        )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("类目丢失", "Lost category"),
    why=Label(
        "已发布的类目被人引用。废止后文件保留，记下由谁承接；直接删除文件，"
        "对照表就断了，标识也可能被误作他用。",
        "People refer to what was released. A retired category keeps its file, which says who took"
        " over; deleting the file breaks the correspondence and frees the id for something else.",
    ),
    fix=Label(
        "从 git 恢复文件，用废止代替删除。",
        "Bring the file back from git; retire it, do not delete it.",
    ),
    bad="""\
previous:
  categories:
    - {id: services, code: B}
    - {id: exhibitions, code: H}
categories:
  - {id: services, code: B}
""",
    good="""\
previous:
  categories:
    - {id: services, code: B}
    - {id: exhibitions, code: H}
categories:
  - {id: services, code: B}
  - {id: exhibitions, code: H, status: retired, retired: {release: "1.1"}}
""",
    check=check,
    reach=Reach.ITSELF,
)
