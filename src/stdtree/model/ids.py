r"""Permanent identifiers, language tags, dates: the scalars that files are made of.

Patterns mean the same in Python and in ECMA-262 (JSON Schema): explicit classes only, and
`(?!\n)` after `$` because Python's `$` also matches before a final newline.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Annotated

from msgspec import Meta

_END = r"$(?!\n)"
_DEVICES = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
ID_PATTERN = rf"^(?!(?:{_DEVICES}){_END})[a-z][a-z0-9]*(?:-[a-z0-9]+)*{_END}"
LANGUAGE_PATTERN = rf"^[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*{_END}"
DATE_PATTERN = rf"^[0-9]{{4}}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?{_END}"
RELEASE_PATTERN = rf"^(?:0|[1-9][0-9]{{0,5}})(?:\.(?:0|[1-9][0-9]{{0,5}})){{1,2}}{_END}"
DIGEST_PATTERN = rf"^sha256:[0-9a-f]{{64}}{_END}"

Id = Annotated[str, Meta(pattern=ID_PATTERN, max_length=64)]
"""1–64 of a-z 0-9 -, starts with a letter, no `--`, no trailing `-`, no Windows device name."""
CategoryId = Annotated[Id, Meta(examples=["technology-transfer"])]
StandardId = Annotated[Id, Meta(examples=["gbt-34670-2017"])]
OrganizationId = Annotated[Id, Meta(examples=["sac-tc-264"])]

LanguageTag = Annotated[
    str, Meta(pattern=LANGUAGE_PATTERN, max_length=35, examples=["zh", "en", "zh-Hant"])
]
"""A BCP 47 language tag: zh, en, zh-Hant."""

Line = Annotated[str, Meta(min_length=1, max_length=2000)]
"""One written text; never empty."""

Text = Annotated[
    Mapping[LanguageTag, Line], Meta(examples=[{"zh": "中文文字", "en": "English text"}])
]
"""What drafters write: language tag to text."""

Note = Annotated[
    Mapping[LanguageTag, Line],
    Meta(examples=[{"zh": "成熟技术的示范推广", "see": "technology-promotion"}]),
]
"""A Text that may also hold `see`: the id of the category where the matter belongs.

`see` is reserved and therefore not a language here (in BCP 47 it is Seneca).
"""

Date = Annotated[str, Meta(pattern=DATE_PATTERN, examples=["2026-02-10", "2026-02", "2026"])]
"""YYYY, YYYY-MM or YYYY-MM-DD: the precision that is known, and no more."""

ReleaseName = Annotated[str, Meta(pattern=RELEASE_PATTERN, examples=["1.0", "1.1", "1.1.1"])]
"""Two or three numbers: 1.0, 1.1, 1.1.1."""

Digest = Annotated[str, Meta(pattern=DIGEST_PATTERN, examples=[f"sha256:{'0123456789abcdef' * 4}"])]
"""`sha256:` and 64 hexadecimal digits."""

_ID = re.compile(ID_PATTERN)
MAX_ID = 64


def is_id(text: str) -> bool:
    """Whether `text` may be a permanent identifier."""
    return len(text) <= MAX_ID and _ID.search(text) is not None


def see_of(note: Note) -> CategoryId | None:
    """Where a note sends the reader."""
    return note.get("see")


def texts_of(note: Note) -> Text:
    """The texts of a note without its `see`."""
    return {tag: text for tag, text in note.items() if tag != "see"}


def slug(text: str, *, taken: Collection[str] = (), fallback: str = "category") -> Id:
    """An identifier made from Latin `text`, different from all that are `taken`.

    Everything but letters and digits becomes a hyphen; nothing left means `fallback`.
    """
    words = re.findall(r"[a-z0-9]+", text.lower())
    made = "-".join(words)[:MAX_ID].strip("-")
    if not made or not made[0].isalpha():
        made = f"{fallback}-{made}".strip("-")[:MAX_ID].strip("-")
    if not is_id(made):
        made = f"{fallback}-{made}"
    candidate, count = made, 1
    while candidate in taken:
        count += 1
        candidate = f"{made[: MAX_ID - 6].strip('-')}-{count}"
    return candidate


_RELEASE = re.compile(RELEASE_PATTERN)


def is_release_name(text: str) -> bool:
    """Whether `text` is the number of a release: two or three numbers."""
    return _RELEASE.search(text) is not None
