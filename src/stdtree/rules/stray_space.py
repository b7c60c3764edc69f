"""A text has spaces where none belong, or of a kind that only looks like a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._objections import Objection, nth, objections, shown
from stdtree.rules._texts import Written

_STRAY = re.compile(r"^ +| +$| +(?=\n)|(?<=[^\n ])( ) +")
"""At either end, at the end of a line, or more than the one that stays."""
_ODD = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HAN = "[\u3001-\u3011\u3400-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]"
_GAP = f"(?<={_HAN}) +(?={_HAN})(?! *第)"
_QUOTED = re.compile("《[^《》]*》")
_PLAIN_SPACES = ("zh", "en", "ja", "ko")
"""French and others set narrow and fixed spaces on purpose."""


def check(context: Context) -> Iterator[Found]:
    """All texts; names of standards keep the spaces between their elements (GB/T 1.1)."""
    return objections(context, _judge)


def _judge(_: Context, written: Written) -> Objection | None:
    text, stem = written.text, written.language.split("-")[0]
    odd = _ODD.search(text) if stem in _PLAIN_SPACES else None
    plain = _ODD.sub(" ", text) if odd else text
    gap = None
    if stem == "zh" and written.subject.entity != "standard":
        gap = re.search(_GAP, _QUOTED.sub(lambda quoted: "·" * len(quoted[0]), plain))
    found = _STRAY.search(plain) or odd or gap
    if found is None:
        return None
    if found is odd:
        name = shown(odd[0])
        wrong = Label(f"是特殊的空格 {name.zh}", f" is an odd space, {name.en}")
    elif found is gap:
        wrong = Label("是汉字之间的空格", " is a space between Chinese characters")
    else:
        wrong = Label("是多余的空格", " is a space too many")
    return Objection(
        nth(text, found.start()) + wrong,
        mended=None if gap else _STRAY.sub(r"\1", plain),
        hint=Label(
            "删除空格；若是并列，改用顿号",
            "take it out, or write 、 between things that are listed",
        ),
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("多余的空格", "Stray space"),
    why=Label(
        "首尾、成双和全角的空格看不出来，却使查找落空、同名不同；汉字之间不用空格。"
        "标准名称各要素之间的空格不算（GB/T 1.1）。",
        "Spaces at the ends, double and odd ones are not seen, yet they make two titles of one and"
        " searches miss; Chinese has none between characters, but for the elements of a standard's"
        " name (GB/T 1.1).",
    ),
    fix=Label(
        "删除。除汉字之间的以外，stdtree check --fix 可代劳。",
        "Take them out. stdtree check --fix does it, but not between Chinese characters.",
    ),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: "Technology  transfer "}}
  - {id: terms, code: B, title: {zh: 术　语, en: Terms}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: Technology transfer}}
  - {id: terms, code: B, title: {zh: 术语, en: Terms}}
""",
    check=check,
    reach=Reach.ITSELF,
)
