"""A standard is said to be replaced, and nothing in the system replaces it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.standard import Standard
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Replaced standards of live categories; what replaces them may stand in any row.

    Nothing is said while a file cannot be read: it may hold what replaces them.
    """
    replaced = [
        row
        for category in context.categories
        for row in category.standards
        if row.status == "replaced" and category.is_live
    ]
    if not replaced or context.unreadable:
        return
    followed = _followed(context, replaced)
    for row in replaced:
        if row.id not in followed:
            name = names.quoted_standard(row)
            yield Found(
                subject=Subject("standard", row.id),
                message=Label(
                    f"标准 {name.zh} 被代替，体系中却没有代替它的标准",
                    f"the standard {name.en} is replaced, but by nothing in the system",
                ),
                hint=Label(
                    f"登记新版：stdtree edit replace-standard {row.id}；"
                    f"新版已在表中的，在它的 replaces 中写上 {row.id}",
                    f"enter the new edition: stdtree edit replace-standard {row.id};"
                    f" if it has a row, write {row.id} in its `replaces`",
                ),
                field=("status",),
            )


def _followed(context: Context, replaced: Iterable[Standard]) -> set[str]:
    """The standards that some row says it replaces."""
    taxonomy = context.taxonomy
    categories = (
        taxonomy.categories.values()
        if context.focus is None
        else chain.from_iterable(taxonomy.referrers.get(row.id, ()) for row in replaced)
    )
    return {
        earlier
        for category in categories
        for row in category.standards
        for earlier in row.replaces
        if earlier != row.id
    }


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("被代替而无新版", "Replaced without successor"),
    why=Label(
        "看到“被代替”的人要找新版。新版可能不属于本体系，或者尚未核实，所以只是提示。",
        "Whoever reads that a standard is replaced looks for what replaces it. That may lie outside"
        " the system or wait to be verified, so it is only a note.",
    ),
    fix=Label(
        "登记新版，并在其 replaces 中写上旧版的标识。",
        "Enter the new edition, with the old one's id in its `replaces`.",
    ),
    bad="""\
categories:
  - id: services
    code: B
    standards:
      - {id: gbt-1-2009, number: GB/T 1-2009, title: {zh: 通则}, status: replaced}
""",
    good="""\
categories:
  - id: services
    code: B
    standards:
      - {id: gbt-1-2009, number: GB/T 1-2009, title: {zh: 通则}, status: replaced}
      - id: gbt-1-2023
        number: GB/T 1-2023
        title: {zh: 通则}
        status: in-force
        replaces: [gbt-1-2009]
""",
    check=check,
    reach=Reach.REFERENCES,
)
