"""Categories hang under each other in a loop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule

SHOWN = 6
"""How many categories of a loop a message names."""


def check(context: Context) -> Iterator[Found]:
    """One finding for each loop, at its smallest id."""
    taxonomy = context.taxonomy
    for loop in _loops(context):
        start = loop.index(min(loop))
        ids = loop[start:] + loop[:start]
        line = [
            names.quoted_category(taxonomy.categories[category_id])
            for category_id in [*ids, ids[0]]
        ]
        if len(line) > SHOWN:
            line[SHOWN - 2 : -1] = [Label("…", "…")]
        yield Found(
            subject=Subject("category", ids[0]),
            message=Label(
                "类目的上级关系成环：" + " → ".join(name.zh for name in line),
                "the parents of these categories form a loop: "
                + " → ".join(name.en for name in line),
            ),
            hint=Label(
                f"把其中一个移到环外：stdtree edit move-category {ids[0]}",
                f"move one of them out of the loop: stdtree edit move-category {ids[0]}",
            ),
            field=("parent",),
            related=tuple(sorted(ids[1:])),
        )


def _loops(context: Context) -> Iterator[list[str]]:
    """Each loop once, every category before its parent. Linear: no category is passed twice."""
    taxonomy = context.taxonomy
    categories = taxonomy.categories
    settled: set[str] = set()
    for start in _on_no_root(context):
        path: dict[str, None] = {}
        current = categories.get(start)
        while current is not None and current.id not in settled and current.id not in path:
            path[current.id] = None
            current = taxonomy.get(current.parent)
        if current is not None and current.id in path:
            ids = list(path)
            yield ids[ids.index(current.id) :]
        settled.update(path)


def _on_no_root(context: Context) -> Iterable[str]:
    """Those that may hang in a loop."""
    if context.focus is not None:
        return context.focus
    return [found for found, depth in context.taxonomy.depths.items() if found and depth < 0]


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("上级关系成环", "Cyclic parents"),
    why=Label(
        "成环的类目没有顶层，从结构图上够不着。两个分支各移动一个类目，合并后就可能成环。",
        "A loop has no top, so nothing in it can be reached. Two branches that each move one"
        " category may make a loop when merged.",
    ),
    fix=Label(
        "把环中的一个类目移到环外的类目之下。",
        "Move one category of the loop under one outside.",
    ),
    bad="""\
categories:
  - {id: technology-transfer, code: B, parent: incubation}
  - {id: incubation, code: BC, parent: technology-transfer}
""",
    good="""\
categories:
  - {id: technology-transfer, code: B}
  - {id: incubation, code: BC, parent: technology-transfer}
""",
    check=check,
    reach=Reach.LINE,
)
