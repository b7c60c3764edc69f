"""What people type to find something: words, and conditions such as `status:draft`.

Words and conditions stand beside one another, with a space between, and must all hold:

技术 jszy           words, in any order; what they are looked up in, the search says
"技术 转移"         between quotation marks (also “ ”) a space belongs to the word
status:draft        a condition; 状态：草案 is the same, with either colon
owner:lab,board     any of several values, with a comma (also ，、)
-status:draft       what does not fulfil it
facet:chain=研究    a value with a space is quoted: owner:"Sample lab"

`stdtree find`, the search line of the editor and `--where` of operations read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from stdtree.label import Label

_TERM = re.compile(
    r"""
    (?P<not>[-－])?
    (?P<name>[a-z]+|[一-鿿]+)[:：](?P<value>["“][^"”]*(?P<open>["”]|$)|[^\s"“”]*)
    |["“](?P<quoted>[^"”]*)(?P<end>["”]|$)
    |(?P<word>\S+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMAS = re.compile("[,，、]")


OF_MOMENT = frozenset({"finding", "rule", "changed"})
"""Keys that ask for more than stands in the taxonomy."""


class Key(Struct, frozen=True):
    """What a condition may be about."""

    id: str
    """As it is typed: status."""
    zh: str
    """The same in Chinese: 状态."""
    says: Label
    """What it asks for."""


KEYS: Mapping[str, Key] = {
    key.id: key
    for key in (
        Key("code", "编号", Label("体系编号，BB* 为以 BB 开头", "the code; BB*: begins with BB")),
        Key("id", "标识", Label("永久标识", "the permanent id")),
        Key("under", "位于", Label("此类目及其下级", "this category and what is below it")),
        Key("level", "层级", Label("层级", "level of the tree")),
        Key("status", "状态", Label("类目或标准的状态", "status of the category or standard")),
        Key(
            "owner", "责任", Label("责任单位，含继承；空为无", "who is responsible; empty: nobody")
        ),
        Key("facet", "分面", Label("分面，或分面=取值", "a facet, or facet=value")),
        Key("text", "文字", Label("名称或定义中的文字", "words of the title or definition")),
        Key(
            "missing",
            "缺",
            Label("缺此语言的名称或定义", "no title or definition in this language"),
        ),
        Key(
            "number",
            "标准编号",
            Label("标准编号，GB/T* 为开头", "standard number; GB/T*: begins so"),
        ),
        Key("plan", "计划", Label("标准的计划阶段", "stage of the standard's plan")),
        Key(
            "finding",
            "问题",
            Label("有此严重程度的问题；空为任意", "has such findings; empty: any"),
        ),
        Key("rule", "规则", Label("有此校验规则的问题", "has findings of this rule")),
        Key(
            "changed",
            "变更",
            Label("自该版本以来有变更；空为上次提交", "changed since; empty: last commit"),
        ),
    )
}
_NAMED: Mapping[str, Key] = {name: key for key in KEYS.values() for name in (key.id, key.zh)}


class Term(Struct, frozen=True):
    """One thing asked for."""

    text: str
    """As it was typed."""
    value: str
    """The word, or what stands behind the colon."""
    name: str = ""
    """What stands before the colon; empty for a word."""
    negated: bool = False
    """Whether it must not hold."""
    quoted: bool = False
    """Whether the value stood between quotation marks: then it is one piece."""
    is_closed: bool = True
    """Whether a quotation that began has ended."""

    @property
    def key(self) -> Key | None:
        """What the condition is about; None for words, and where nothing is called so."""
        return _NAMED.get(self.name.lower())

    @property
    def asks_of_moment(self) -> bool:
        """Whether it is about findings or changes, which come and go with time."""
        return self.key is not None and self.key.id in OF_MOMENT

    @property
    def values(self) -> tuple[str, ...]:
        """The values, of which any will do."""
        if self.quoted:
            return (self.value,)
        return tuple(part for part in _COMMAS.split(self.value) if part) or ("",)


class Query(Struct, frozen=True):
    """What was typed, taken apart."""

    words: tuple[Term, ...] = ()
    """Words to look up."""
    conditions: tuple[Term, ...] = ()
    """What else has to hold."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.words or self.conditions)


def terms(text: str) -> tuple[Term, ...]:
    """Everything that is asked for, in the order in which it was typed."""
    return tuple(_term(found) for found in _TERM.finditer(text))


def parse(text: str) -> Query:
    """Words and conditions; what has a colon but no known name is a word: ISO 9001:2015."""
    found = [term if term.key or not term.name else _as_word(term) for term in terms(text)]
    return Query(
        tuple(term for term in found if not term.name and term.value.strip()),
        tuple(term for term in found if term.name),
    )


def _term(found: re.Match[str]) -> Term:
    text = found.group()
    if found["word"] is not None:
        return Term(text, found["word"])
    if found["quoted"] is not None:
        return Term(text, found["quoted"], quoted=True, is_closed=bool(found["end"]))
    value, quoted = found["value"], found["value"][:1] in {'"', "“"}
    return Term(
        text,
        value.strip('"“”') if quoted else value,
        found["name"],
        negated=found["not"] is not None,
        quoted=quoted,
        is_closed=not quoted or bool(found["open"]),
    )


def _as_word(term: Term) -> Term:
    return Term(term.text, term.text, is_closed=term.is_closed)
