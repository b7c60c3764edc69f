"""The prefix of an industry or local standard is in no register that we know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.model.standard import Standard
from stdtree.model.standard_number import NumberKind, kind_of, parse
from stdtree.model.standard_prefixes import is_industry, is_local
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._numbers import odd_rows
from stdtree.rules._words import accept

WORDS: Mapping[NumberKind, Label] = {
    "industry": Label("行业标准代号", "an industry"),
    "local": Label("地方标准代号", "a place"),
}


def check(context: Context) -> Iterator[Found]:
    """Industry and local standards; groups and enterprises choose their own codes."""
    for standard, written in odd_rows(context):
        number = parse(written) if kind_of(written) in WORDS else None
        if number is None:
            continue
        code = number.prefix.partition("/")[0]
        known = is_industry(code) if number.kind == "industry" else is_local(code[2:])
        if not known:
            yield _unknown(standard, code, WORDS[number.kind])


def _unknown(standard: Standard, code: str, word: Label) -> Found:
    return Found(
        subject=Subject("standard", standard.id),
        message=Label(
            f"标准 {standard.number} 的代号 {code} 不是已知的{word.zh}",
            f"the prefix {code} of the standard {standard.number} is not known to be that of"
            f" {word.en}",
        ),
        hint=Label(
            "核对编号；若确有此代号，写明理由接受：",
            "check the number; if it is right, accept the finding: ",
        )
        + accept("unknown-prefix", standard.id),
        field=("number",),
        related=(code,),
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("代号未登记", "Unknown prefix"),
    why=Label(
        "未登记的代号多半是笔误；但登记会变，也有未登记而通行的代号（如 SZ/T 12-2015），"
        "所以只是警告。",
        "Mostly a slip; but registers change, and some prefixes are in use without being in any"
        " (SZ/T 12-2015), so it is only a warning.",
    ),
    fix=Label(
        "核对编号；确认无误的，写入 accepted 并说明理由。",
        "Check the number; if it is right, accept the finding and say why.",
    ),
    bad="""\
categories:
  - id: services
    code: B
    standards:
      - id: szt-12-2015
        number: SZ/T 12-2015
        title: {zh: 科技服务规范}
        status: in-force
""",
    good="""\
categories:
  - id: services
    code: B
    standards:
      - id: rbt-214-2017
        number: RB/T 214-2017
        title: {zh: 检验检测机构通用要求}
        status: in-force
""",
    check=check,
    reach=Reach.ITSELF,
)
