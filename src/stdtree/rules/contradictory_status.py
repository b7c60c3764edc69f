"""What a status says is denied by another field."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._standard_status import contradictions


def check(context: Context) -> Iterator[Found]:
    """Categories against their records of retirement, standards against numbers, dates, plans."""
    for category in context.categories:
        if (category.status == "retired") != (category.retired is not None):
            yield _of_category(category)
        for standard in category.standards:
            for field, wrong, hint in contradictions(standard):
                name = names.quoted_standard(standard)
                message = Label(f"标准 {name.zh} {wrong.zh}", f"the standard {name.en} {wrong.en}")
                yield Found(Subject("standard", standard.id), message, hint, field)


def _of_category(category: Category) -> Found:
    name, subject = names.quoted_category(category), Subject("category", category.id)
    if category.retired is None:
        message = Label(
            f"类目 {name.zh} 已废止，却没有废止记录",
            f"the category {name.en} is retired but has no record of it",
        )
        hint = Label(
            '写上 retired: {release: "…"}，以及承接类目和理由',
            'write retired: {release: "…"}, with its successors and the reason',
        )
        return Found(subject, message, hint, field=("status",))
    message = Label(
        f"类目 {name.zh} 有废止记录，状态却不是废止",
        f"the category {name.en} has a record of retirement but is not retired",
    )
    hint = Label(
        "改为 status: retired，或删除 retired", "write status: retired, or take `retired` out"
    )
    return Found(subject, message, hint, field=("retired",))


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("状态矛盾", "Contradictory status"),
    why=Label(
        "统计表按状态和编号计数：现有数是有编号的标准，应有数还包括拟制定的标准。"
        "类目的废止记录说明内容去向。两处说法不一，数字和对照表都不可信。",
        "Statistics count by status and number: those with a number exist, planned ones are due."
        " A record of retirement says where contents went. Where two fields differ, neither the"
        " figures nor the correspondences can be trusted.",
    ),
    fix=Label(
        "查明哪一处正确，改正另一处。", "Find out which of the two is right; mend the other."
    ),
    bad="""\
categories:
  - {id: exhibitions, code: H, status: retired}
  - id: services
    code: B
    standards:
      - id: gbt-34670-2017
        number: GB/T 34670-2017
        title: {zh: 技术转移服务规范}
""",
    good="""\
categories:
  - {id: exhibitions, code: H, status: retired, retired: {release: "1.1"}}
  - id: services
    code: B
    standards:
      - id: gbt-34670-2017
        number: GB/T 34670-2017
        title: {zh: 技术转移服务规范}
        status: in-force
      - {id: evaluation, title: {zh: 技术转移服务评价}, plan: {stage: to-draft}}
""",
    check=check,
    reach=Reach.ITSELF,
)
