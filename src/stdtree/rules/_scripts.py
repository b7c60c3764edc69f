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
    if language.lower().split("-")[0] != "zh":
        return {}
    return traditional() if _is_traditional(system, language) else simplified()


def may_hold_foreign(system: System) -> Callable[[str], bool]:
    """A test whether texts of the system have to be looked at; quick where all is simplified."""
    if any(_is_traditional(system, tag) for tag in system.languages):
        return _has_marked
    return _has_rare


def _is_traditional(system: System, language: LanguageTag) -> bool:
    """Whether a language is Chinese in traditional characters."""
    first, *rest = language.lower().split("-")
    if first != "zh" or not _TRADITIONAL.isdisjoint(rest):
        return first == "zh"
    title = system.title.get(language, "")
    return (
        _SIMPLIFIED.isdisjoint(rest) and _has_rare(title) and traditional().keys().isdisjoint(title)
    )


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
