"""Two rows, each with an id of its own, are one standard."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.stock import usual_number
from stdtree.model.taxonomy import Placed
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._sharing import repeated_numbers, sharing_numbers


def check(context: Context) -> Iterator[Found]:
    """Of the rows of live categories that share a number, all but the first by id."""
    live = [category for category in sharing_numbers(context) if category.is_live]
    several = repeated_numbers(context, live)
    shared: dict[str, list[Placed]] = {}
    for category in live if several else ():
        for standard in category.standards:
            number = standard.number and usual_number(standard.number)
            if number in several:
                shared.setdefault(number, []).append(Placed(category.id, standard))
    for number, rows in shared.items():
        rows.sort(key=lambda row: row.home, reverse=True)
        by_id = {row.standard.id: row for row in rows}
        kept, *others = (by_id[standard_id] for standard_id in sorted(by_id))
        for row in others:
            yield _shared(context, number, row, kept)


def _shared(context: Context, number: str, row: Placed, kept: Placed) -> Found:
    categories = context.taxonomy.categories
    home, other = (names.quoted_category(categories[found.home]) for found in (row, kept))
    remove, kept_id = f"stdtree edit remove-standard {row.standard.id}", kept.standard.id
    if row.home == kept.home:
        message = Label(f"{number} 在 {home.zh} 中列了两行", f"{number} has two rows in {home.en}")
        hint = Label(f"只留一行：{remove}", f"keep one row: {remove}")
    else:
        also = f"stdtree edit cross-list {kept_id} --category {row.home}"
        message = Label(
            f"{number} 在 {home.zh} 和 {other.zh} 中各有一行",
            f"{number} has a row in {home.en} and another in {other.en}",
        )
        hint = Label(
            f"只留一行（{remove}），另一处用 also_in 列入：{also}",
            f"keep one row ({remove}) and list it in the other place: {also}",
        )
    return Found(
        subject=Subject("standard", row.standard.id),
        message=message,
        hint=hint,
        field=("number",),
        related=(kept_id,),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("标准重复", "Duplicate standard"),
    why=Label(
        "同一编号的标准登记成两行，统计表就会重复计数，状态也会各改各的。一项标准只有一个归属，"
        "其他类目用 also_in 列入。",
        "One number in two rows is counted twice in the statistics, and the rows drift apart. A"
        " standard has one home; other categories list it by also_in.",
    ),
    fix=Label(
        "只留一行，在 also_in 中写上其他类目；先把其他处对它的引用改过来。",
        "Keep one row, with the other category in its also_in, and have references name it.",
    ),
    bad="""\
categories:
  - id: transfer
    code: B
    standards: [{id: gbt-1-2017, number: GB/T 1-2017, title: {zh: 转移}, status: in-force}]
  - id: incubation
    code: C
    standards: [{id: transfer-rules, number: GB/T 1-2017, title: {zh: 转移}, status: in-force}]
""",
    good="""\
categories:
  - id: transfer
    code: B
    standards:
      - id: gbt-1-2017
        number: GB/T 1-2017
        title: {zh: 转移}
        status: in-force
        also_in: [incubation]
  - {id: incubation, code: C}
""",
    check=check,
    reach=Reach.NUMBERS,
)
