"""Standard numbers (标准编号): reading, writing, mending and sorting what stands on a cover.

`parse` reads only the one spelling that `str` writes, so each is the inverse of the other;
`normalise` turns what people type, paste and scan into that spelling. What has no shape that is
known stays as it is written, everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache
from typing import get_args

from msgspec import Struct

from stdtree.model.code import NaturalKey, natural_key
from stdtree.model.standard import StandardLevel
from stdtree.model.standard_number_shapes import SHAPES, NumberKind, fitting

__all__ = [
    "NumberKind",
    "StandardNumber",
    "kind_of",
    "level_of",
    "normalise",
    "not_national",
    "parse",
    "read",
    "sort_key",
]

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
    """What stands before the number: GB/T, DB11/Z, T/TMAC, ISO/IEC TR, JIS Z; '' for a project."""
    number: str
    """Serial number with its parts, leading zeros kept: 24421.2, 001, 17301-1, Y.3172."""
    year: str = ""
    """Year of the edition as it is written: 2017, 98, 06/2019; '' in an undated reference."""
    supplement: str = ""
    """What follows, with its separator: /XG1-2019, (2018年版), /Amd 1:2024, (en,fr), .V02."""

    def __str__(self) -> str:
        """The number in its one spelling."""
        if self.kind == "itu" and self.year:
            year = f" ({self.year})"
        elif self.year:
            year = (":" if self.kind in {"iso", "jis"} else "-") + self.year
        else:
            year = ""
        return f"{self.prefix} {self.number}".lstrip() + year + self.supplement

    @property
    def base(self) -> str:
        """What all editions share, whether mandatory or recommended: GB 34670."""
        return f"{self.prefix.removesuffix('/T').removesuffix('/Z')} {self.number}"


@lru_cache(maxsize=1 << 17)
def kind_of(text: str) -> NumberKind | None:
    """Who gives a number in normalised spelling; None for anything else."""
    found = fitting(text)
    return found[0] if found else None


def not_national(numbers: Collection[str]) -> frozenset[str]:
    """Of these, all that are not of the kind `national`. Many at once: a tenth of `kind_of`."""
    lines = "\n".join([*numbers, ""])
    if lines.count("\n") > len(numbers):
        return frozenset(number for number in numbers if kind_of(number) != "national")
    return frozenset(_national()("", lines).split("\n")[:-1])


@cache
def _national() -> Callable[[str, str], str]:
    shape = re.sub(r"\(\?P<\w+>", "(?:", SHAPES["national"])
    return re.compile(rf"^(?:(?:{shape})\n)++", re.MULTILINE).sub


@lru_cache(maxsize=1 << 17)
def parse(text: str) -> StandardNumber | None:
    """The number that is written, in normalised spelling; None for anything else."""
    found = fitting(text)
    return StandardNumber(found[0], *found[1].groups("")) if found else None


_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_CLEANING = (
    (r"\s+", " "),
    (r"(?<=[0-9])一(?=[0-9])", "-"),  # how scanners read a dash
    (r"-{2,}", "-"),
    (r"(?<=[0-9]) ?- ?(?=[0-9])", "-"),
    (r"-(?:[0-9][0-9]?[0-9]?[Xx×]{1,3}|[Xx×]{4})(?:-[Xx×]{2}){0,2}$", ""),  # a draft's 201×-××
    (r"(?<=[0-9])(?=第[0-9]+号修改单$)", " "),
    (r"^(ITU-[TR]) Rec\. ", r"\1 "),
    (r"(?<=/Amd|/Cor|/AMD|/COR)\.? ?(?=[0-9])", " "),
    (r"(?<=[0-9]) ?\( ?([0-9]{4}) ?年版\)$", r"(\1年版)"),
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
    """The spelling that `parse` reads: GBT20001.5—2017 too; what cannot be mended as it is."""
    if parse(text) is not None:
        return text
    mended = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    for pattern, replacement in _CLEANING:
        mended = re.sub(pattern, replacement, mended)
    if mended[:1].islower():
        mended = mended.upper()
    if parse(mended) is not None:
        return mended
    for pattern, replacement in _SPACING:
        mended = re.sub(pattern, replacement, mended)
    if head := re.match(_HEAD, mended):
        nature = head["slash"] or head["dash"] or head["alias"]
        prefix = head["head"].replace(" ", "") + (f"/{nature}" if nature else "")
        mended = f"{prefix} {mended[head.end() :]}"
    return mended if parse(mended) is not None else text.strip()


def read(text: str) -> StandardNumber | None:
    """The number that is meant, however it is spelled; None if it cannot be made out."""
    return parse(text) or parse(normalise(text))


def level_of(number: str | None) -> StandardLevel | None:
    """At which level a standard with this number stands; None for another body's, and without."""
    found = read(number) if number else None
    return _LEVELS.get(found.kind) if found else None


SortKey = tuple[int, str, NaturalKey, tuple[int, ...], NaturalKey]
_RANKS = {kind: rank for rank, kind in enumerate(get_args(NumberKind))}


def sort_key(text: str) -> SortKey:
    """Sorts as tables of standards are: by level, prefix, number, part and year; unreadable last.

    The levels are in the order of the Standardization Law: national, industry, local, group,
    enterprise; then come international and foreign bodies.
    """
    found = read(text)
    if found is None:
        return (len(_RANKS), text, (), (), ())
    return (
        _RANKS[found.kind],
        found.prefix,
        natural_key(found.number),
        _years(found.year),
        natural_key(found.supplement),
    )


def _years(year: str) -> tuple[int, ...]:
    """Year and month as figures; two figures are of the twentieth century (before 1995)."""
    if len(year) == len("98"):
        return (1900 + int(year),)
    parts = year.split("-") if "-" in year else year.split("/")[::-1]
    return tuple(int(part) for part in parts if part)
