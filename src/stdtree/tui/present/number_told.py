"""What a standard number says, told while it is typed: who numbers it, whether it binds, its year.

Nature of Chinese standards: Standardization Law (2017), articles 2 and 10-21; GB/Z: GB/T 20000.
"""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.label import Label, same
from stdtree.model.adoption import adoption_of, noted
from stdtree.model.standard import Degree
from stdtree.model.standard_number import NumberKind, StandardNumber, normalise, read
from stdtree.model.standard_prefixes import INDUSTRIES, PROVINCES, is_industry, is_local

UNKNOWN = Label(
    "认不出的编号：按所写的保存", "not a known shape of number: it is kept as it is written"
)
NO_ADOPTION = Label(
    "请写编号和一致性程度，如 ISO 9001:2015, IDT",
    "write number and degree: ISO 9001:2015, IDT",
)
_DEGREES: Mapping[Degree, Label] = {
    "IDT": Label("等同采用", "identical"),
    "MOD": Label("修改采用", "modified"),
    "NEQ": Label("非等效", "not equivalent"),
}
_ISSUERS: Mapping[NumberKind, Label] = {
    "national": Label("国家标准", "national standard"),
    "industry": Label("行业标准", "industry standard"),
    "local": Label("地方标准", "local standard"),
    "group": Label("团体标准", "group standard"),
    "enterprise": Label("企业标准", "enterprise standard"),
    "iso": Label("国际标准", "international standard"),
    "itu": Label("国际电信联盟建议书", "ITU recommendation"),
    "ieee": Label("IEEE 标准", "IEEE standard"),
    "jis": Label("日本工业标准", "Japanese industrial standard"),
    "gost": Label("独联体或俄罗斯标准", "CIS or Russian standard"),
    "project": Label("计划项目号，尚不是标准", "number of a project, not yet a standard"),
}
_SPECIAL: Mapping[str, Label] = {
    "GBn": Label("国家内部标准", "internal national standard"),
    "GBZ": Label("国家职业卫生标准", "national occupational health standard"),
    "GSB": Label("国家标准样品", "national reference material"),
    "GJB": Label("国家军用标准", "national military standard"),
    "JJF": Label("国家计量技术规范", "national technical specification of metrology"),
    "JJG": Label("国家计量检定规程", "national verification regulation of metrology"),
}
_NATURES = {
    "T": Label("推荐性", "recommended "),
    "Z": Label("指导性", "guiding "),
    "": Label("强制性", "mandatory "),
}
_OF_A_NATURE: frozenset[NumberKind] = frozenset(("national", "industry", "local"))


def number_told(text: str) -> Label:
    """The normal form of a number and what it says; '' for an empty text."""
    if not text.strip():
        return same("")
    number = read(text)
    if number is None:
        return UNKNOWN
    told = _issuer(number)
    if number.kind != "project":
        undated = Label("不注日期", "undated")
        year = Label(f"{number.year} 年", number.year) if number.year else undated
        told += same(" · ") + year
    if number.supplement:
        told += same(f" · {number.supplement.strip(' /()')}")
    normal = normalise(text)
    return same(f"{normal}  ") + told if normal != text else told


def adoption_told(text: str) -> Label:
    """What an adoption note says; '' for an empty text."""
    if not text.strip():
        return same("")
    adoption = adoption_of(text)
    if adoption is None:
        return NO_ADOPTION
    return same(f"{noted(adoption)}  ") + _DEGREES[adoption.degree]


def _issuer(number: StandardNumber) -> Label:
    head, _, nature = number.prefix.partition("/")
    if head in _SPECIAL:
        return _SPECIAL[head]
    told = _ISSUERS[number.kind]
    if number.kind in _OF_A_NATURE:
        told = _NATURES[nature] + told
    return told + _whose(number, head)


def _whose(number: StandardNumber, head: str) -> Label:
    """The industry, place or body behind the prefix, in brackets."""
    unregistered = Label("代号未登记", "prefix not registered")
    if number.kind == "industry":
        field = INDUSTRIES.get(head) or INDUSTRIES.get(head.removesuffix("J"))
        return _bracketed(same(field) if field and is_industry(head) else unregistered)
    if number.kind == "local":
        area = head.removeprefix("DB")
        return _bracketed(same(PROVINCES[area[:2]]) if is_local(area) else unregistered)
    if number.kind in {"group", "enterprise"}:
        return _bracketed(same(number.prefix.partition("/")[2]))
    return same("")


def _bracketed(inner: Label) -> Label:
    return Label("（", " (") + inner + Label("）", ")")
