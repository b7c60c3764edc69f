"""A text holds characters that nobody sees: control codes, zero-width spaces, odd line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._objections import Objection, nth, objections, shown
from stdtree.rules._texts import Written

_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    # C0 and C1; soft hyphen, Mongolian separator, zero-width space, invisible operators, BOM
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff"
    r"\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_OFFENCE = re.compile(rf"\t|{_LINE_END.pattern}|{_HIDDEN.pattern}")


def check(context: Context) -> Iterator[Found]:
    """All texts; a line feed is an offence in titles and names only."""
    return objections(context, _judge)


def _judge(_: Context, written: Written) -> Objection | None:
    found = _OFFENCE.search(written.text)
    at = found.start() if found else -1
    if not written.is_prose and "\n" in written.text:
        line_feed = written.text.index("\n")
        at = line_feed if at < 0 else min(at, line_feed)
    if at < 0:
        return None
    name = shown(written.text[at])
    return Objection(
        nth(written.text, at) + Label(f"是看不见的 {name.zh}", f" is the invisible {name.en}"),
        mended=_mended(written),
    )


def _mended(written: Written) -> str:
    text = _HIDDEN.sub("", _LINE_END.sub("\n", written.text)).replace("\t", " ")
    return text if written.is_prose else " ".join(text.split("\n"))


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("不可见字符", "Invisible character"),
    why=Label(
        "从网页、PDF 和表格粘贴来的零宽空格、软连字符、制表符和控制码看不见，"
        "却使查找落空、差异莫名、导出的表格错行。名称只占一行，换行也在其列。",
        "Zero-width spaces, soft hyphens, tabs and control codes come with what is pasted from web"
        " pages, PDF and tables. Nobody sees them, yet searches miss, differences puzzle and"
        " exported tables break. In titles, which are one line, line feeds count too.",
    ),
    fix=Label(
        "删除；制表符改为空格。stdtree check --fix 可代劳。",
        "Take them out; a tab becomes a space. stdtree check --fix does it.",
    ),
    bad="""\
categories:
  - {id: transfer, code: A, title: {zh: "技术\\u200b转移", en: Technology transfer}}
""",
    good="""\
categories:
  - {id: transfer, code: A, title: {zh: 技术转移, en: Technology transfer}}
""",
    check=check,
    reach=Reach.ITSELF,
)
