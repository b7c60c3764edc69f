"""Standard numbers (标准编号): reading, writing, mending and sorting what stands on a cover.

`parse` reads only the one spelling that `str` writes, so each is the inverse of the other;
`normalise` turns what people type, paste and scan into that spelling. The shapes are those of
GB/T 1.1 (national, industry, local), of the platforms for group and enterprise standards, and of
ISO/IEC, ITU and IEEE.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from stdtree.model.code import natural_key
from stdtree.model.standard import StandardLevel

NumberKind = Literal[
    "national", "industry", "local", "group", "enterprise", "iso", "itu", "ieee", "project"
]

_SERIAL = r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3}){0,3})"
_YEAR = r"(?:-(?P<year>[0-9]{4}|[0-9]{2}))?"
_AMENDMENT = r"(?P<supplement>/XG[0-9]+-[0-9]{4}| 第[0-9]+号修改单)?"
_ISO_BODY = "ISO|IEC|ISO/IEC|ISO/IEC/IEEE|IEC/IEEE|CISPR|IWA"
_ISO_TYPE = "TR|TS|PAS|Guide|GUIDE|DIS|FDIS|CD|WD|DTS|DTR|SAE"
_ISO_SUPPLEMENT = "Amd|AMD|Cor|COR|FDAmd|DAmd|CD Amd"
_SHAPES: Mapping[NumberKind, str] = {
    "national": (
        r"(?P<prefix>GB(?:/[TZ])?|GBn|GBZ(?:/T)?|GSB|GJB(?:/Z)?|JJF|JJG) "
        rf"{_SERIAL}{_YEAR}{_AMENDMENT}"
    ),
    "industry": rf"(?P<prefix>(?!GB)[A-Z]{{2}}J?(?:/[TZ])?) {_SERIAL}{_YEAR}{_AMENDMENT}",
    "local": (
        r"(?P<prefix>DB(?:[0-9]{2}){1,2}(?:/[TZ])?) "
        rf"{_SERIAL}(?:-(?P<year>[0-9]{{4}}))?{_AMENDMENT}"
    ),
    "group": (
        r"(?P<prefix>T/[A-Z][A-Z0-9]{1,11}) "
        r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3}){0,3})-(?P<year>[0-9]{4})"
    ),
    # each enterprise numbers as it likes; the shortest number is taken, to leave the year
    "enterprise": (
        r"(?P<prefix>Q/[A-Z0-9]{2,12}) "
        r"(?P<number>[A-Z0-9]{0,6}?[ .-]?[0-9]{1,6}(?:\.[0-9]{1,3}){0,4})"
        r"(?:-(?P<year>[0-9]{4}))?(?P<supplement>\.V[0-9]{2})?"
    ),
    "iso": (
        rf"(?P<prefix>(?:{_ISO_BODY})(?:[ /](?:{_ISO_TYPE}))?) "
        r"(?P<number>[0-9]{1,6}(?:-[0-9]{1,4}){0,3})(?::(?P<year>[0-9]{4}))?"
        rf"(?P<supplement>(?:/(?:{_ISO_SUPPLEMENT}) ?[0-9]+(?::[0-9]{{4}})?)*)"
    ),
    "itu": (
        r"(?P<prefix>ITU-[TR]) (?P<number>[A-Z]{1,2}\.[0-9]{1,5}(?:\.[0-9]+)?)"
        r"(?: \((?P<year>(?:(?:0[1-9]|1[0-2])/)?[0-9]{4})\))?"
    ),
    "ieee": (
        r"(?P<prefix>IEEE(?: Std)?) (?P<number>P?[0-9]{1,5}(?:\.[0-9]+[a-z]{0,3})*)"
        r"(?:-(?P<year>[0-9]{4}))?"
    ),
    "project": r"(?P<number>[0-9]{8}-[TQZ]-[0-9]{3})",
}
_LEVELS: Mapping[NumberKind, StandardLevel] = {
    "national": "national",
    "industry": "industry",
    "local": "local",
    "group": "group",
    "enterprise": "enterprise",
    "iso": "international",
    "itu": "international",
}


class StandardNumber(Struct, frozen=True):
    """A standard number taken apart; `str` puts it together again."""

    kind: NumberKind
    """Who numbers; `project` is an approved project (计划项目号), not yet a standard."""
    prefix: str
    """What stands before the first figure: GB/T, DB11/Z, T/TMAC, ISO/IEC TR; '' for a project."""
    number: str
    """Serial number with its parts, leading zeros kept: 24421.2, 001, 17301-1, Y.3172."""
    year: str = ""
    """Year of the edition as it is written: 2017, 98, 06/2019; '' in an undated reference."""
    supplement: str = ""
    """Amendment or revision with its separator: /XG1-2019, /Amd 1, .V02."""

    def __str__(self) -> str:
        """The number in its one spelling."""
        if self.kind == "itu" and self.year:
            year = f" ({self.year})"
        elif self.year:
            year = (":" if self.kind == "iso" else "-") + self.year
        else:
            year = ""
        return f"{self.prefix} {self.number}".lstrip() + year + self.supplement

    @property
    def base(self) -> str:
        """What all editions share, whether mandatory or recommended: GB 34670."""
        return f"{self.prefix.removesuffix('/T').removesuffix('/Z')} {self.number}"


@cache
def _shapes() -> tuple[tuple[NumberKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(shape)) for kind, shape in _SHAPES.items())


@lru_cache(maxsize=1 << 17)
def parse(text: str) -> StandardNumber | None:
    """The number that is written, in normalised spelling; None for anything else."""
    for kind, shape in _shapes():
        if match := shape.fullmatch(text):
            found = match.groupdict(default="")
            return StandardNumber(
                kind=kind,
                prefix=found.get("prefix", ""),
                number=found["number"],
                year=found.get("year", ""),
                supplement=found.get("supplement", ""),
            )
    return None


_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_CLEANING = (
    (r"\s+", " "),
    (r"(?<=[0-9])一(?=[0-9])", "-"),  # how scanners read a dash
    (r"-{2,}", "-"),
    (r"(?<=[0-9]) ?- ?(?=[0-9])", "-"),
    (r"-(?:[0-9][0-9]?[0-9]?[Xx×]{1,3}|[Xx×]{4})(?:-[Xx×]{2}){0,2}$", ""),  # a draft's 201×-××
    (r"(?<=[0-9])(?=第[0-9]+号修改单$)", " "),
    (r"^(ITU-[TR]) Rec\. ", r"\1 "),
)
_SPACING = (
    (r"^((?:ISO|IEC|CISPR|IWA|IEEE)(?:/(?:IEC|IEEE))*)(?=[0-9])", r"\1 "),
    (r"^T ?[/-] ?([A-Z][A-Z0-9]*?[A-Z]) ?([0-9]+(?:\.[0-9]+)*-[0-9]{4})$", r"T/\1 \2"),
)
_HEAD = (
    r"(?P<head>GBZ|GJB|GSB|JJF|JJG|GB"
    r"|DB ?(?:[0-9]{4}|[0-9]{2})(?=[-/T])|(?!DB ?[0-9]{2})[A-Z]{2}J?)"
    r" ?(?:/ ?(?P<slash>[TZ])?|-(?P<dash>[TZ])|(?P<alias>T))? ?(?=[0-9])"
)


def normalise(text: str) -> str:
    """The spelling that `parse` reads, as far as the text can be mended: GBT20001.5—2017 too."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    for pattern, replacement in _CLEANING:
        text = re.sub(pattern, replacement, text)
    if text[:1].islower():
        text = text.upper()
    if parse(text) is not None:
        return text
    for pattern, replacement in _SPACING:
        text = re.sub(pattern, replacement, text)
    if head := re.match(_HEAD, text):
        nature = head["slash"] or head["dash"] or head["alias"]
        prefix = head["head"].replace(" ", "") + (f"/{nature}" if nature else "")
        text = f"{prefix} {text[head.end() :]}"
    return text


def read(text: str) -> StandardNumber | None:
    """The number that is meant, however it is spelled; None if it cannot be made out."""
    return parse(text) or parse(normalise(text))


def level_of(number: str | None) -> StandardLevel | None:
    """At which level a standard with this number stands; None for another body's, and without."""
    found = read(number) if number else None
    return _LEVELS.get(found.kind) if found else None


SortKey = tuple[bool, str, tuple[tuple[int, int, str], ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Sorts as people do: by prefix, number and part as numbers, year; unreadable ones last."""
    found = read(text)
    if found is None:
        return (True, text, (), (), "")
    return (False, found.prefix, natural_key(found.number), _years(found.year), found.supplement)


def _years(year: str) -> tuple[int, ...]:
    """Year and month as figures; two figures are of the twentieth century (before 1995)."""
    if len(year) == len("98"):
        return (1900 + int(year),)
    return tuple(int(part) for part in reversed(year.split("/"))) if year else ()
