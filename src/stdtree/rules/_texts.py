"""Every text that drafters write, and which of them a rule about texts has to look at.

Nearly all texts are plain: printable ASCII, simplified characters and their punctuation, single
spaces. One search over all texts of a category finds that out; the rules see the rest only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Subject
from stdtree.model.ids import Note, Text
from stdtree.model.organization import Organization
from stdtree.model.system import System
from stdtree.rules import Context
from stdtree.rules._once import once
from stdtree.rules._scripts import may_hold_foreign


class Written(NamedTuple):
    """One text in one language, and where it stands."""

    subject: Subject
    field: FieldPath
    """The language last: ("title", "zh"), ("excludes", 0, "zh")."""
    text: str

    @property
    def language(self) -> str:
        """The tag of its language."""
        return str(self.field[-1])

    @property
    def is_prose(self) -> bool:
        """Whether it may have several lines; names are one line."""
        return self.field[-2] not in ("title", "name")


NOTES = ("includes", "includes_also", "excludes")
_AT_ONCE = 16


@once
def unusual(context: Context) -> tuple[Written, ...]:
    """The texts that are not plain."""
    system = context.taxonomy.system
    is_unusual, holds_foreign = _search(), may_hold_foreign(system)
    found: list[Written] = []
    pending = list(context.categories)
    while pending:  # a few at once cost less than one by one
        some = pending[-_AT_ONCE:]
        del pending[-_AT_ONCE:]
        if is_unusual(texts := _joined(some)) or holds_foreign(texts):
            for category in some:
                if is_unusual(texts := _joined([category])) or holds_foreign(texts):
                    found += _of_category(category)
    rest = [*_of_system(system), *_of_bodies(context.taxonomy.organizations.values())]
    found += (
        written
        for written in rest
        if is_unusual(f"\n{written.text}\n") or holds_foreign(written.text)
    )
    return tuple(found)


_PLAIN = (
    "\n!-~\u00b7\u00d7\u2013-\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u2473\u3001-\u3011"
    "\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
    "\u4e00-\u5c6e\u5c70-\u70ea\u70ec-\u951e\u9520-\u9fff"  # without 屯, 烫 and 锟: see mojibake
)


@cache
def _search() -> Callable[[str], object]:
    """Finds anything else; but a space only at an end or where there is no ASCII beside it.

    Made when it is needed: large classes of characters take milliseconds to compile.
    """
    space = r"(?<! )|(?<=\n )|(?=[\n ])|(?<=[^!-~] )(?=[^!-~])"
    return re.compile(f"[^{_PLAIN}](?:{space})").search


def _joined(categories: Iterable[Category]) -> str:
    """All their texts, each between line feeds; one that holds a line feed is not plain."""
    parts = [""]
    for category in categories:
        parts += category.title.values()
        if category.definition is not None:
            parts += category.definition.values()
        notes = category.excludes
        if category.includes or category.includes_also:
            notes += category.includes + category.includes_also
        for note in notes:
            parts += note.values()
        if category.retired is not None and category.retired.reason is not None:
            parts += category.retired.reason.values()
        for change in category.change_notes:
            parts += change.reason.values()
        for standard in category.standards:
            parts += standard.title.values()
            if standard.remark is not None:
                parts += standard.remark.values()
    parts.append("")
    joined = "\n".join(parts)
    return joined if joined.count("\n") < len(parts) else f"{joined}\r"


def _of_category(category: Category) -> Iterator[Written]:
    me = Subject("category", category.id)
    yield from _in(me, ("title",), category.title)
    yield from _in(me, ("definition",), category.definition)
    for name in NOTES:
        for index, note in enumerate(getattr(category, name)):
            yield from _in(me, (name, index), note)
    if category.retired is not None:
        yield from _in(me, ("retired", "reason"), category.retired.reason)
    for index, change in enumerate(category.change_notes):
        yield from _in(me, ("change_notes", index, "reason"), change.reason)
    for standard in category.standards:
        it = Subject("standard", standard.id)
        yield from _in(it, ("title",), standard.title)
        yield from _in(it, ("remark",), standard.remark)


def _of_bodies(bodies: Iterable[Organization]) -> Iterator[Written]:
    for body in bodies:
        yield from _in(Subject("organization", body.id), ("name",), body.name)


def _of_system(system: System) -> Iterator[Written]:
    me = Subject("system", system.id)
    yield from _in(me, ("title",), system.title)
    yield from _in(me, ("notice",), system.notice)
    yield from _in(me, ("definition",), system.definition)
    for index, level in enumerate(system.levels):
        yield from _in(me, ("levels", index, "title"), level.title)
    for target in system.targets:
        yield from _in(Subject("target", target.id), ("title",), target.title)
    for facet_id, facet in system.facets.items():
        it = Subject("facet", facet_id)
        yield from _in(it, ("title",), facet.title)
        yield from _in(it, ("source",), facet.source)
        for index, value in enumerate(facet.values):
            yield from _in(it, ("values", index, "title"), value.title)
            yield from _in(it, ("values", index, "definition"), value.definition)


def _in(subject: Subject, field: FieldPath, text: Text | Note | None) -> Iterator[Written]:
    for tag, written in (text or {}).items():
        if tag != "see":
            yield Written(subject, (*field, tag), written)
