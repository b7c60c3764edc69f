"""A text is written with unusual characters: wide letters, radicals, ligatures, loose accents."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._objections import Objection, nth, objections
from stdtree.rules._texts import Written
from stdtree.rules._usual import usual


def check(context: Context) -> Iterator[Found]:
    """All texts; full-width punctuation is right in Chinese and no offence."""
    return objections(context, _judge)


def _judge(_: Context, written: Written) -> Objection | None:
    text, mended = written.text, usual(written.text)
    if mended == text:
        return None
    at = next((at for at, (a, b) in enumerate(zip(text, mended, strict=False)) if a != b), 0)
    return Objection(
        nth(text, at)
        + Label(
            f"“{text[at]}”不是通行的写法，应为“{mended[at : at + 1]}”",
            f", “{text[at]}”, has a usual form: “{mended[at : at + 1]}”",
        ),
        mended=mended,
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("字符未规范化", "Unnormalized text"),
    why=Label(
        "全角字母和数字、半角片假名、部首用字、连字和拆开的重音符号看上去相近，"
        "查找、排序和比较却当作别的字；多由输入法或 PDF 带来。"
        "中文的全角标点不算（Unicode UAX #15）。",
        "Wide letters and digits, narrow katakana, radicals, ligatures and loose accents look much"
        " the same, but searching, sorting and comparing take them for others. They come with input"
        " methods and PDF. Full-width punctuation is right in Chinese (Unicode UAX #15).",
    ),
    fix=Label(
        "改为通行的字符。stdtree check --fix 可代劳。",
        "Write the usual characters. stdtree check --fix does it.",
    ),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: ５Ｇ技术转移, en: "Cafe\\u0301 transfer"}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 5G技术转移（试行）, en: Café transfer}}
""",
    check=check,
    reach=Reach.ITSELF,
)
