"""Categories succeed each other, or were split off from each other, in a loop."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule

Lineage = Mapping[str, Collection[str]]
"""By category: the successors it names, or the origins."""
SHOWN = 6
"""How many categories of a loop a message names."""


def check(context: Context) -> Iterator[Found]:
    """Each of the two by itself: what was split off may later be taken back."""
    categories = context.taxonomy.categories.values()
    successors = {
        category.id: [successor.id for successor in category.retired.succeeded_by]
        for category in categories
        if category.retired is not None and category.retired.succeeded_by
    }
    origins = {category.id: category.split_from for category in categories if category.split_from}
    for loop in _loops(successors):
        yield _circular(context, loop, _SUCCESSION, ("retired", "succeeded_by"))
    for loop in _loops(origins):
        yield _circular(context, loop, _ORIGIN, ("split_from",))


def _loops(lineage: Lineage) -> Iterator[list[str]]:
    """Loops that share no category, each in the order of naming; those that cross one come later.

    Linear: a category is left once.
    """
    done: set[str] = set()
    for start in sorted(lineage):
        path = {start: iter(sorted(lineage[start]))} if start not in done else {}
        while path:
            last = next(reversed(path))
            named = next(path[last], None)
            if named is None:
                path.popitem()
                done.add(last)
            elif named in path:
                loop: list[str] = []
                while named not in loop[-1:]:
                    loop.append(path.popitem()[0])
                done.update(loop)
                yield loop[::-1]
            elif named in lineage and named not in done:
                path[named] = iter(sorted(lineage[named]))


def _circular(context: Context, loop: list[str], word: Label, field: FieldPath) -> Found:
    smallest, *others = sorted(loop)
    shown = [context.taxonomy.categories[found] for found in loop[:SHOWN]]
    line = names.listed(names.quoted_category(category) for category in shown)
    message = names.titled(word, line) + same(" …" if loop[SHOWN:] else "")
    return Found(Subject("category", smallest), message, _MEND, field, tuple(others))


_SUCCESSION = Label("承接关系成环", "these retired categories succeed each other in a loop")
_ORIGIN = Label("析出关系成环", "these categories were split off from each other in a loop")
_MEND = Label("改正其中一个类目所记的标识", "mend the id in one of them")
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("沿革成环", "Circular lineage"),
    why=Label(
        "沿着承接关系总能走到现存的类目；成环就永远走不到，对照表无法说明内容去了哪里。",
        "Whoever follows the successors arrives at a living category; in a loop nobody does, and"
        " the correspondence cannot say where the contents went.",
    ),
    fix=Label(
        "查明内容的实际去向，改正 succeeded_by 或 split_from。",
        "Find out where the contents went, and mend succeeded_by or split_from.",
    ),
    bad="""\
categories:
  - id: fairs
    code: H
    status: retired
    retired: {release: "1.1", succeeded_by: [{id: exhibitions}]}
  - id: exhibitions
    code: I
    status: retired
    retired: {release: "1.1", succeeded_by: [{id: fairs}]}
""",
    good="""\
categories:
  - {id: trade, code: B}
  - {id: fairs, code: H, status: retired, retired: {release: "1.1", succeeded_by: [{id: trade}]}}
""",
    check=check,
    reach=Reach.LINEAGE,
)
