"""A text holds characters that reverse the direction in which it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._objections import Objection, nth, objections, shown
from stdtree.rules._texts import Written

_CONTROL = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDE = re.compile(r"[\u202d\u202e]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def check(context: Context) -> Iterator[Found]:
    """All texts; where letters do run from right to left, only what overrides their direction."""
    return objections(context, _judge)


def _judge(_: Context, written: Written) -> Objection | None:
    found = _CONTROL.search(written.text)
    if found is None:
        return None
    mended: str | None = _CONTROL.sub("", written.text)
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in written.text):
        found, mended = _OVERRIDE.search(written.text), None
        if found is None:
            return None
    name = shown(found[0])
    return Objection(
        nth(written.text, found.start())
        + Label(f"是双向控制符 {name.zh}", f" is the bidirectional control {name.en}"),
        mended=mended,
        hint=Label("删除它，逐字核对原文", "take it out and read the text letter by letter"),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("双向控制符", "Bidirectional control"),
    why=Label(
        "双向控制符使显示的次序不同于存储的次序：审阅者看到的不是写下的内容（Unicode UTS #55）。"
        "阿拉伯文、希伯来文等本就自右向左，其中只查强制改向的字符。",
        "They show a text in another order than it is stored: reviewers do not see what is written"
        " (Unicode UTS #55). Arabic, Hebrew and the like do run from right to left: in them only"
        " overrides are offences.",
    ),
    fix=Label("删除。stdtree check --fix 可代劳。", "Take them out. stdtree check --fix does it."),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: "Technology \\u202erefsnart"}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: Technology transfer}}
""",
    check=check,
    reach=Reach.ITSELF,
)
