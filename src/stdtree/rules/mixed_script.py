"""A Chinese text mixes simplified and traditional characters."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._objections import Objection, nth, objections
from stdtree.rules._scripts import foreign
from stdtree.rules._texts import Written
from stdtree.rules._traditional import simplified


def check(context: Context) -> Iterator[Found]:
    """Texts in Chinese, by their tag; what both scripts write is no offence."""
    return objections(context, _judge)


def _judge(context: Context, written: Written) -> Objection | None:
    wrong = foreign(context.taxonomy.system, written.language)
    if wrong.keys().isdisjoint(written.text):
        return None
    found = dict.fromkeys(character for character in written.text if character in wrong)
    at = next(at for at, character in enumerate(written.text) if character in wrong)
    first = written.text[at]
    if wrong is simplified():
        message = Label(f"“{first}”是繁体字", f", “{first}”, is a traditional character")
    else:
        message = Label(f"“{first}”是简体字", f", “{first}”, is a simplified character")
    pairs = " ".join(f"{character}→{wrong[character]}" for character in found)
    return Objection(
        nth(written.text, at) + message,
        hint=Label(
            f"核对后改写：{pairs}；有意为之则接受此问题",
            f"look at it and write {pairs}; accept the finding if it is meant",
        ),
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("简繁混用", "Mixed Chinese scripts"),
    why=Label(
        "混用简繁使查找落空、排序分散，多是从他处粘贴而来。"
        "标签 zh-Hant、zh-TW、zh-HK、zh-MO 写繁体，其他写简体；"
        "单写 zh 时以体系名称为准。两边通用的字（后、里、著、乾）不算。",
        "A text in both scripts is missed by searches and sorted apart; mostly it was pasted. Texts"
        " tagged zh-Hant, zh-TW, zh-HK or zh-MO are traditional, others simplified; plain zh is"
        " written as the system's title is. Characters of both scripts (“后”, “里”) are fine.",
    ),
    fix=Label(
        "改为本体系的字形；人名等有意为之的，接受此问题。",
        "Write it in the script of the system; where a name is meant so, accept the finding.",
    ),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: 技術转移, en: Technology transfer}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: Technology transfer}}
""",
    check=check,
    reach=Reach.ITSELF,
)
