"""Which characters a Chinese text must not hold: those of the other script.

The tag decides (zh-Hans, zh-CN; zh-Hant, zh-TW, zh-HK, zh-MO). Plain `zh` is written as the
system's own title is, and simplified if that does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from stdtree.model.ids import LanguageTag
from stdtree.model.system import System
from stdtree.rules._traditional import simplified, traditional

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = frozenset({"hans", "cn", "sg", "my"})


def foreign(system: System, language: LanguageTag) -> Mapping[str, str]:
    """What a text of this language must not hold, each character with what it should be."""
    first, *rest = language.lower().split("-")
    if first != "zh":
        return {}
    if not _TRADITIONAL.isdisjoint(rest):
        return traditional()
    if not _SIMPLIFIED.isdisjoint(rest):
        return simplified()
    return traditional() if _is_traditional(system.title.get(language, "")) else simplified()


def may_hold_foreign(system: System) -> Callable[[str], bool]:
    """A test whether texts of the system have to be looked at; quick where all is simplified."""
    if any(foreign(system, tag) is traditional() for tag in system.languages if tag[:2] == "zh"):
        return _has_marked
    return _has_rare


def _is_traditional(title: str) -> bool:
    return _has_rare(title) and traditional().keys().isdisjoint(title)


def _has_marked(texts: str) -> bool:
    return not (_rare().isdisjoint(texts) and traditional().keys().isdisjoint(texts))


def _has_rare(texts: str) -> bool:
    try:
        texts.encode("gb2312")  # the fastest way to see that there is nothing else
    except UnicodeEncodeError:
        return not _rare().isdisjoint(texts)
    return False


@cache
def _rare() -> frozenset[str]:
    """Traditional characters, and those by which UTF-8 that was read as GBK gives itself away."""
    misread = (bytes((lead, trail)) for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xA1))
    return frozenset(simplified()).union(code.decode("gbk") for code in misread)
