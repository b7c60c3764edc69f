"""Shapes of standard numbers, one for each body that numbers in a way of its own.

GB/T 1.1 (national, industry, local), the platforms for group and enterprise standards, ISO/IEC,
ITU, IEEE, JIS and GOST. Each shape has the groups prefix, number, year and supplement, in this
order; the first one that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

NumberKind = Literal[
    "national", "industry", "local", "group", "enterprise",
    "iso", "itu", "ieee", "jis", "gost", "project",
]  # fmt: skip
"""In the order in which tables of standards list them."""

_SERIAL = r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3}){0,3})"
_YEAR = r"(?:-(?P<year>[0-9]{4}|[0-9]{2}))?"
_AMENDED = r"(?P<supplement>(?:/XG[0-9]+-[0-9]{4})*| 第[0-9]+号修改单|\([0-9]{4}年版\))"
_AS_IS = "(?P<supplement>)"
_PARTNER = "IEC|CEI|IEEE|ISO|ASTM|CIE|CISPR|HL7|IDF|OECD|SAE|UNDP|IULTCS|CIB"
_STAGE = (
    "PWI|NP|NWIP|AWI|WD|PreCD|CD|PCD|FCD|CDV|DIS|FDIS|PRF|DTS|DTR|DPAS|FDTS|FDTR|FDPAS|PDTS|PDTR"
)
_TYPE = "TR|TS|PAS|Guide|GUIDE|R|ISP|TTA|DATA|Data|DIR|IWA|SR|SAE"
_ISO_SUPPLEMENT = (
    rf"/(?:(?:{_STAGE}) )?"
    "(?:(?:FPD|FD|PD|CD|D|F)?(?:AM|Amd|AMD|Cor|COR)|Add|ADD|Suppl|SUPPL|Ext|EXT)"
    r" [0-9]+(?:\.[0-9]+)?(?::[0-9]{4}(?:-[0-9]{2})?)?"
)
_WORD = "[0-9A-Za-zА-Яа-я/.:,;-]"
_ADOPTED = f"[A-ZА-Я]{_WORD}*(?: {_WORD}+)*"
_LANGUAGES = r"\([A-Za-z]{1,5}(?:[,/][A-Za-z]{1,5})*\)"

SHAPES: Mapping[NumberKind, str] = {
    "national": (
        r"(?P<prefix>GB(?:/[TZ])?|GBn|GBZ(?:/T)?|GSB|GJB(?:/Z)?|JJF|JJG) "
        rf"{_SERIAL}{_YEAR}{_AMENDED}"
    ),
    "local": (
        r"(?P<prefix>DB(?:[0-9]{2}){1,2}(?:/[TZ])?) "
        rf"{_SERIAL}(?:-(?P<year>[0-9]{{4}}))?{_AMENDED}"
    ),
    "industry": rf"(?P<prefix>(?!GB)[A-Z]{{2}}J?(?:/[TZ])?) {_SERIAL}{_YEAR}{_AMENDED}",
    "group": (
        r"(?P<prefix>T/[A-Z][A-Z0-9]{1,11}) "
        rf"(?P<number>[0-9]{{1,5}}(?:\.[0-9]{{1,3}}){{0,3}})-(?P<year>[0-9]{{4}}){_AMENDED}"
    ),
    # each enterprise numbers as it likes; the shortest number is taken, to leave the year
    "enterprise": (
        r"(?P<prefix>Q/[A-Z0-9]{2,12}) "
        r"(?P<number>[A-Z0-9]{0,6}?[ .-]?[0-9]{1,6}(?:\.[0-9]{1,3}){0,4})"
        r"(?:-(?P<year>[0-9]{4}))?(?P<supplement>(?:\.V[0-9]{2})?)"
    ),
    "iso": (
        rf"(?P<prefix>(?:(?:{_STAGE}) )?(?:ISO|IEC|CISPR|IWA)(?:/(?:{_PARTNER}))*"
        rf"(?:[ /](?:{_STAGE}|{_TYPE})){{0,2}}) "
        r"(?P<number>[0-9]{1,6}(?:-[0-9A-Z]{1,6}){0,3}(?:\.[0-9]+)?)"
        r"(?::(?P<year>[0-9]{4}(?:-[0-9]{2})?))?"
        rf"(?P<supplement>(?: Ed [0-9]+)?(?:{_ISO_SUPPLEMENT})*(?:{_LANGUAGES})?)"
    ),
    "itu": (
        r"(?P<prefix>ITU-[TR]) (?P<number>[A-Z]{1,2}\.[0-9]{1,5}(?:\.[0-9]+)?)"
        rf"(?: \((?P<year>(?:(?:0[1-9]|1[0-2])/)?[0-9]{{4}})\))?{_AS_IS}"
    ),
    "ieee": (
        r"(?P<prefix>IEEE(?: Std)?) (?P<number>P?[0-9]{1,5}(?:\.[0-9]+[a-z]{0,3})*)"
        rf"(?:-(?P<year>[0-9]{{4}}))?{_AS_IS}"
    ),
    "jis": (
        r"(?P<prefix>JIS [A-Z]) (?P<number>[0-9]{4,5}(?:-[0-9]{1,4}){0,3})"
        r"(?::(?P<year>[0-9]{4}))?(?P<supplement>(?:/AMENDMENT [0-9]+:[0-9]{4})?)"
    ),
    # what it adopts follows the number
    "gost": (
        r"(?P<prefix>ГОСТ(?: Р)?(?: [A-ZА-Я]+(?:/[A-ZА-Я]+)*)?) "
        r"(?P<number>[0-9]{1,6}(?:[.-][0-9]{1,6})*?)(?:-(?P<year>(?:19|20)[0-9]{2}|[0-9]{2}))?"
        rf"(?P<supplement>(?:/{_ADOPTED}| \({_ADOPTED}\))?)"
    ),
    "project": rf"(?P<prefix>)(?P<number>[0-9]{{8}}-[TQZ]-[0-9]{{3}})(?P<year>){_AS_IS}",
}

_BEGINNING: Mapping[str, tuple[NumberKind, ...]] = {
    "A": ("industry", "iso"),
    "C": ("industry", "iso"),
    "D": ("local", "industry", "iso"),
    "F": ("industry", "iso"),
    "G": ("national", "industry"),
    "I": ("industry", "iso", "itu", "ieee"),
    "J": ("national", "industry", "jis"),
    "N": ("industry", "iso"),
    "P": ("industry", "iso"),
    "Q": ("industry", "enterprise"),
    "T": ("industry", "group"),
    "W": ("industry", "iso"),
    "Г": ("gost",),
    **dict.fromkeys("BEHKLMORSUVXYZ", ("industry",)),
    **dict.fromkeys("0123456789", ("project",)),
}
"""Shapes by what they may begin with: most texts are held against one only."""


def fitting(text: str) -> tuple[NumberKind, re.Match[str]] | None:
    """The shape that a text has as a whole, and how it fits."""
    for kind in _BEGINNING.get(text[:1], ()):
        if match := _shape(kind)(text):
            return kind, match
    return None


@cache
def _shape(kind: NumberKind) -> Callable[[str], re.Match[str] | None]:
    """Compiled when it is needed: a system has few kinds of numbers."""
    return re.compile(SHAPES[kind]).fullmatch
