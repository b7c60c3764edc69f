"""A text was read in the wrong encoding: replacement characters and mojibake."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._mojibake import LOST, reread
from stdtree.rules._objections import Objection, nth, objections
from stdtree.rules._texts import Written


def check(context: Context) -> Iterator[Found]:
    """All texts; what can be read back with certainty has a fix."""
    return objections(context, _judge)


def _judge(_: Context, written: Written) -> Objection | None:
    text = written.text
    if lost := LOST.search(text):
        return Objection(
            nth(text, lost.start()) + Label(f"起是乱码“{lost[0]}”", f" on is garbled: “{lost[0]}”"),
            hint=Label(
                "原文已丢失，查阅来源后重写", "the text is lost: look it up and write it anew"
            ),
        )
    mended = reread(text)
    if mended == text:
        return None
    at = next((at for at, (a, b) in enumerate(zip(text, mended, strict=False)) if a != b), 0)
    return Objection(
        nth(text, at)
        + Label(f"起是编码读错的乱码，应为“{mended}”", f" on was misread; it should be “{mended}”"),
        mended=mended,
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("乱码", "Garbled text"),
    why=Label(
        "用错编码打开再保存的文件会留下 �、锟斤拷、烫烫烫或 Ã© 之类的乱码，内容已经丢失或读错。",
        "A file that was opened in the wrong encoding and saved again holds � or sequences"
        " such as “Ã©” and “锟斤拷”: what was written is lost or misread.",
    ),
    fix=Label(
        "查阅来源后重写；能准确还原的，stdtree check --fix 可代劳。",
        "Look it up and write it anew; what can be read back, stdtree check --fix mends.",
    ),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术锟斤拷移, en: Technology transfer}}
  - {id: cafe, code: B, title: {zh: 创业咖啡, en: StartupCafÃ©}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: Technology transfer}}
  - {id: cafe, code: B, title: {zh: 创业咖啡, en: StartupCafé}}
""",
    check=check,
    reach=Reach.ITSELF,
)
