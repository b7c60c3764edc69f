"""Shapes of what an operation is given; everything about the tree is for `apply` to judge.

A wrong shape is a pydantic error whose `ctx` holds the message as `zh` and `en`.
"""

from __future__ import annotations

import re
from typing import Annotated, LiteralString, NoReturn

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model.ids import DATE_PATTERN, LANGUAGE_PATTERN, RELEASE_PATTERN, is_id

_DATE = re.compile(DATE_PATTERN)
_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_RELEASE = re.compile(RELEASE_PATTERN)
_MAX_TEXT, _MAX_CODE, _MAX_NUMBER = 2000, 64, 200
_MAX_QUERY = 10_000_000
"""Enough for the ids of 100,000 categories that were chosen one by one."""
_YEARS = range(1900, 3000)


def _refuse(kind: LiteralString, message: Label) -> NoReturn:
    raise PydanticCustomError(kind, "{en}", {"zh": message.zh, "en": message.en})


def _new_id(text: str) -> str:
    if text and not is_id(text):
        _refuse(
            "id",
            say(
                "“{text}”不能作标识：1–64 个 a-z 0-9 -，以字母开头，连字符不连用、不在末尾",
                '"{text}" cannot be an id: 1-64 of a-z 0-9 -, a letter first, single hyphens '
                "between",
                text=text,
            ),
        )
    return text


def _date(text: str) -> str:
    if text and not _DATE.search(text):
        message = say(
            "“{text}”不是日期：请写 2027、2027-06 或 2027-06-30",
            '"{text}" is not a date: write 2027, 2027-06 or 2027-06-30',
            text=text,
        )
        _refuse("date", message)
    return text


def _release(text: str) -> str:
    if not _RELEASE.search(text):
        message = say(
            "“{text}”不是版本号：请写 1.1 或 1.1.1",
            '"{text}" is not a release: write 1.1 or 1.1.1',
            text=text,
        )
        _refuse("release", message)
    return text


def _year(year: int) -> int:
    if year and year not in _YEARS:
        message = say(
            "年度须在 {first} 至 {last} 之间",
            "A year lies between {first} and {last}",
            first=str(_YEARS[0]),
            last=str(_YEARS[-1]),
        )
        _refuse("year", message)
    return year


def _code(text: str) -> str:
    return _short(text, _MAX_CODE)


def _number(text: str) -> str:
    return _short(text, _MAX_NUMBER)


def _query(text: str) -> str:
    return _short(text, _MAX_QUERY)


def _texts(texts: dict[str, str]) -> dict[str, str]:
    for tag, text in texts.items():
        if not _LANGUAGE.search(tag):
            message = say(
                "“{tag}”不是语言标签：请写 zh、en",
                '"{tag}" is not a language tag: write zh, en',
                tag=tag,
            )
            _refuse("language", message)
        _short(text, _MAX_TEXT)
    return texts


def _titles(texts: dict[str, str]) -> dict[str, str]:
    for text in texts.values():
        if len(text.splitlines()) > 1:
            _refuse("line", Label("名称只占一行", "A title is one line"))
    return _texts(texts)


def _short(text: str, most: int) -> str:
    if len(text) > most:
        message = say("最多 {most} 个字符", "At most {most} characters fit", most=str(most))
        _refuse("length", message)
    return text


IdShape = Annotated[str, AfterValidator(_new_id)]
"""A permanent id, or '' to have one made."""
CodeShape = Annotated[str, AfterValidator(_code)]
"""A code, or ''."""
NumberShape = Annotated[str, AfterValidator(_number)]
"""A standard number, or ''."""
QueryShape = Annotated[str, AfterValidator(_query)]
"""Conditions, or ''."""
DateShape = Annotated[str, AfterValidator(_date)]
"""YYYY[-MM[-DD]], or ''."""
YearShape = Annotated[int, AfterValidator(_year)]
"""A year, or 0 for none."""
ReleaseShape = Annotated[str, AfterValidator(_release)]
"""Two or three numbers."""
TextShape = Annotated[dict[str, str], AfterValidator(_texts)]
"""Language tag to text, or to ''."""
TitleShape = Annotated[dict[str, str], AfterValidator(_titles)]
"""Language tag to one line, or to ''."""
