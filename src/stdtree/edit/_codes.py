"""Codes: which one is free next, and whether one suits the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import Literal, NamedTuple

from msgspec.structs import replace

from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.code import extends, fits, natural_key
from stdtree.model.ids import CategoryId
from stdtree.model.system import Level
from stdtree.model.taxonomy import Taxonomy

_FIRST = ("A", "1", "01", "001", ".1", ".01", "-1", "-01", "a", "AA", "100", "A1", "A01")
"""How a first code may go on, tried in turn when there is neither sibling nor cousin to go by."""
_COUNTER = re.compile(r"(?:[0-9]+|[A-Z]+|[a-z]+)\Z")


class Misfit(NamedTuple):
    """Why a category cannot stand where it stands with the code it has."""

    kind: Literal["depth", "pattern", "extends", "taken"]
    error: EditError


def level_below(taxonomy: Taxonomy, parent: CategoryId | None) -> Level | None:
    """The level of a child of `parent`; None below the last level."""
    depth = 0 if parent is None else taxonomy.depth(parent) + 1
    levels = taxonomy.system.levels
    return levels[depth] if depth < len(levels) else None


def codes_ever(taxonomy: Taxonomy) -> set[str]:
    """Codes of all categories. Those of retired ones count: a reused code misleads every join."""
    return {c.code for c in taxonomy.categories.values() if c.code is not None}


def suits(code: str, level: Level, parent: Category | None) -> bool:
    """Whether `code` has the shape of its level and goes on from its parent's code where asked."""
    if not fits(code, level):
        return False
    return not (_must_extend(level, parent) and not extends(code, _code(parent)))


def next_free_code(
    taxonomy: Taxonomy, parent: CategoryId | None, *, used: Collection[str] | None = None
) -> str | None:
    """The code a new child of `parent` gets: AA, AB, AC; B1, B2; 203.1, 203.2.

    It follows the last sibling; when that counts no further, the first gap. Codes that are `used`
    (all there ever were, unless told otherwise) are left out. None if the level has none left.
    """
    above = taxonomy.get(parent)
    used = codes_ever(taxonomy) if used is None else used
    for start in _starts(taxonomy, above):
        code = next(counted(taxonomy, parent, start=start, used=used), None)
        if code is not None:
            return code
    return None


def counted(
    taxonomy: Taxonomy, parent: CategoryId | None, *, start: str, used: Collection[str]
) -> Iterator[str]:
    """Codes from `start` on that suit a child of `parent`, without those `used`."""
    level, above = level_below(taxonomy, parent), taxonomy.get(parent)
    code: str | None = start
    while level is not None and code is not None and suits(code, level, above):
        if code not in used:
            yield code
        code = _following(code, _code(above))


def proposed_code(
    taxonomy: Taxonomy, parent: CategoryId | None, *, used: Collection[str] | None = None
) -> str:
    """The next free code. Raises EditError when there is none."""
    if level_below(taxonomy, parent) is None:
        raise _too_deep(taxonomy, parent)
    code = next_free_code(taxonomy, parent, used=used)
    if code is not None:
        return code
    raise EditError(
        say(
            "{place} 之下没有可用的体系编号",
            "No code is free under {place}",
            place=names.category(taxonomy, parent),
        ),
        Label(
            "请指定体系编号（--code），或另选上级类目",
            "Give a code yourself (--code), or choose another place",
        ),
    )


def proposed_codes(taxonomy: Taxonomy, parent: CategoryId | None, count: int) -> list[str]:
    """The next free codes for so many. Raises EditError when there are not enough."""
    used = codes_ever(taxonomy)
    first = proposed_code(taxonomy, parent, used=used)
    found = list(islice(counted(taxonomy, parent, start=first, used=used), count))
    while len(found) < count:  # the level counts no further: gaps are filled
        found.append(proposed_code(taxonomy, parent, used={*used, *found}))
    return found


def successive_codes(
    taxonomy: Taxonomy, siblings: Sequence[Category], *, first: str = ""
) -> list[str]:
    """A code for each of `siblings`, counted on from `first` or the first one they have.

    Codes that any other category has, or had, are left out. Raises EditError if `first` does not
    suit the place, or if there are too few.
    """
    parent = siblings[0].parent
    others = taxonomy.with_(without=[one.id for one in siblings])
    wrong = misfit(others, replace(siblings[0], code=first or None))
    if wrong:
        raise wrong.error
    present = sorted((one.code for one in siblings if one.code), key=natural_key)
    used = codes_ever(others)
    for start in [first] if first else [*present, next_free_code(others, parent) or ""]:
        found = list(islice(counted(others, parent, start=start, used=used), len(siblings)))
        if len(found) == len(siblings) and found == sorted(found, key=natural_key):
            return found
    count = str(len(siblings))
    raise EditError(
        say("编号不够 {count} 个类目使用", "There are not {count} codes", count=count),
        Label("请换一个首个编号（--code）", "Begin with another code (--code)"),
    )


def misfit(taxonomy: Taxonomy, category: Category) -> Misfit | None:
    """What is wrong with the place and code of a live category, if anything."""
    level = level_below(taxonomy, category.parent)
    if level is None:
        return Misfit("depth", _too_deep(taxonomy, category.parent))
    if category.code is None:
        return None
    parent = taxonomy.get(category.parent)
    if not fits(category.code, level):
        return Misfit("pattern", _wrong_shape(category, level))
    if parent is not None and not suits(category.code, level, parent):
        return Misfit("extends", _does_not_extend(category, parent))
    other = next((c for c in taxonomy.by_code.get(category.code, ()) if c.id != category.id), None)
    return Misfit("taken", _taken(category, other)) if other else None


def _code(category: Category | None) -> str:
    return (category.code or "") if category else ""


def _must_extend(level: Level, parent: Category | None) -> bool:
    return level.extends_parent and parent is not None and parent.code is not None


def _starts(taxonomy: Taxonomy, parent: Category | None) -> Iterator[str]:
    """Codes to count on from: after the last sibling, gaps, a cousin's ending, any usual one."""
    prefix = _code(parent)
    siblings = [c.code for c in taxonomy.children(parent.id if parent else None) if c.code]
    if siblings:
        last = max(siblings, key=natural_key)
        yield _following(last, prefix) or last
        yield from siblings
    yield from (prefix + ending for ending in _endings(taxonomy, parent))
    yield from (prefix + ending for ending in _FIRST)
    yield from _FIRST


def _endings(taxonomy: Taxonomy, parent: Category | None) -> Iterator[str]:
    """How first codes go on after their parent's: under its siblings, then anywhere beside it."""
    if parent is None:
        return
    level = taxonomy.depth(parent.id)
    anywhere = (category for depth, category in taxonomy.walk() if depth == level)
    for aunt in chain(taxonomy.children(parent.parent), anywhere):
        for cousin in taxonomy.children(aunt.id)[:1]:
            if cousin.code and aunt.code and extends(cousin.code, aunt.code):
                yield cousin.code[len(aunt.code) :]


def _following(code: str, prefix: str) -> str | None:
    """The code after `code`, counting in what follows `prefix`: 9 → 10, 09 → 10, Z → AA."""
    stem = prefix if prefix and extends(code, prefix) else ""
    ending = code[len(stem) :]
    match = _COUNTER.search(ending)
    if match is None:
        return None
    counter = match.group()
    if counter.isdigit():
        counted = str(int(counter) + 1).zfill(len(counter))
    else:
        counted = _next_letters(counter)
    return stem + ending[: match.start()] + counted


def _next_letters(letters: str) -> str:
    first, last = ("A", "Z") if letters.isupper() else ("a", "z")
    kept = letters.rstrip(last)
    carried = first * (len(letters) - len(kept))
    return kept[:-1] + chr(ord(kept[-1]) + 1) + carried if kept else first + carried


def _too_deep(taxonomy: Taxonomy, parent: CategoryId | None) -> EditError:
    return EditError(
        say(
            "{parent} 之下已无层级：本体系只有 {count} 层",
            "No level is left under {parent}: this system has {count} levels",
            parent=names.category(taxonomy, parent),
            count=str(len(taxonomy.system.levels)),
        ),
        Label("请选择较高的上级类目", "Choose a place higher up"),
    )


def _wrong_shape(category: Category, level: Level) -> EditError:
    return EditError(
        say(
            "体系编号 {code}（{title}）不符合层级“{level}”的编号规则 {pattern}",
            'The code {code} ({title}) does not have the shape of the level "{level}": {pattern}',
            code=_code(category),
            title=names.text(category.title),
            level=names.text(level.title),
            pattern=level.pattern,
        ),
        Label(
            "请另给体系编号（--code）；移动时可要求改码（--recode）",
            "Give another code (--code); when moving, ask for a new one (--recode)",
        ),
    )


def _does_not_extend(category: Category, parent: Category) -> EditError:
    return EditError(
        say(
            "体系编号 {code}（{title}）不以上级类目 {parent} 的编号开头",
            "The code {code} ({title}) does not begin with the code of {parent} above it",
            code=_code(category),
            title=names.text(category.title),
            parent=names.of_category(parent),
        ),
        say(
            "请给出以 {code} 开头的编号（--code）；移动时可要求改码（--recode）",
            "Give a code that begins with {code} (--code); when moving, ask for a new one"
            " (--recode)",
            code=_code(parent),
        ),
    )


def _taken(category: Category, other: Category) -> EditError:
    return EditError(
        say(
            "体系编号 {code}（{title}）已由 {other} 使用",
            "The code {code} ({title}) is already that of {other}",
            code=_code(category),
            title=names.text(category.title),
            other=names.of_category(other),
        ),
        Label(
            "请另给体系编号（--code），或先给该类目改码",
            "Give another code (--code), or recode that category first",
        ),
    )
