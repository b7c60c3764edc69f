"""Comparing against the least that can be done: `python -m benchmarks.difference [CATEGORIES]`.

Two sides of so many categories (100,000 unless said), both in memory and sharing nothing, one
category in ten changed. The floor is a plain loop per id and field over the same values that emits
(id, field, before, after): no kinds, no order, no moves, no lineage, nothing that can be applied.
Figures are CPU seconds in one process, the two taken in turn.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import msgspec
from msgspec.structs import replace

from benchmarks.systems import category
from stdtree.diff import compare
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.difference import End
from stdtree.model.standard import Standard
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy

SIZE = 100_000
ONE_IN = 10
"""One category in so many is changed."""
ROUNDS = 7
Emitted = list[tuple[str, str, Any, Any]]

_ROWS = tuple(Standard.__struct_fields__)
_OWN = tuple(name for name in Category.__struct_fields__ if name != "standards")


def floor(before: Taxonomy, after: Taxonomy) -> Emitted:
    """Every id and every field of it, one after the other."""
    found: Emitted = []
    _emit(found, before.categories, after.categories, _OWN)
    older, newer = (
        {row.id: row for one in side.categories.values() for row in one.standards}
        for side in (before, after)
    )
    _emit(found, older, newer, _ROWS)
    return found


def _emit(found: Emitted, before: Any, after: Any, fields: tuple[str, ...]) -> None:
    for item_id, old in before.items():
        new = after.get(item_id)
        if new is None:
            found.append((item_id, "", old, None))
            continue
        for name in fields:
            one, other = getattr(old, name), getattr(new, name)
            if one != other:
                found.append((item_id, name, one, other))
    found.extend(
        (item_id, "", None, new) for item_id, new in after.items() if item_id not in before
    )


def sides(size: int) -> tuple[Taxonomy, Taxonomy]:
    """A system and the same with one category in ten changed, in every way there is."""
    level = Level(id="level", title={"zh": "层级"}, pattern="X[0-9]{1,9}")
    system = System(
        id="big", title={"zh": "大型体系"}, format=1, languages=("zh",), levels=(level,)
    )
    chance = random.Random(size)  # noqa: S311 -- the same data every time, no secret
    old = [category(number, see=chance.randrange(size)) for number in range(size)]
    new = [c for n, one in enumerate(_copies(old)) for c in _later(n, one)]
    return Taxonomy(system, _copies(old)), Taxonomy(system, new)


def _copies(categories: list[Category]) -> list[Category]:
    """The same values as other objects, as they are when two files were read."""
    return msgspec.json.decode(msgspec.json.encode(categories), type=list[Category])


def _later(number: int, one: Category) -> tuple[Category, ...]:
    """What has become of the category of this number."""
    if number % ONE_IN or not number:
        return (one,)
    way = number // ONE_IN % 10
    return _in_itself(one, way) if way < len(_FIELDS) else _in_the_tree(one, way, number)


_FIELDS: tuple[dict[str, Any], ...] = (
    {"title": {"zh": "技术转移转化服务业"}},
    {"definition": {"zh": "为科技成果转移提供的服务，包括对接和评价。"}},
    {"excludes": ({"zh": "知识产权运营"},)},
    {"owner": "lab", "facets": {"chain": ("pilot",)}},
)


def _in_itself(one: Category, way: int) -> tuple[Category, ...]:
    return (replace(one, **_FIELDS[way]),)


def _in_the_tree(one: Category, way: int, number: int) -> tuple[Category, ...]:
    row = one.standards[0]
    old = replace(row, status="replaced")
    match way:
        case 4:
            return (replace(one, code=f"Y{number}"),)
        case 5:
            return (replace(one, parent=f"c{number // 40}"),)
        case 6:
            block = Retired("1.1", (Successor(f"c{number - 1}"),), {"zh": "内容已并入。"})
            return (replace(one, status="retired", retired=block),)
        case 7:
            part = replace(one, id=f"d{number}", code=f"D{number}", split_from=(one.id,))
            return one, replace(part, standards=())
        case 8:
            new = {"id": f"gbt-{number}-2026", "number": f"GB/T {number}-2026"}
            return (replace(one, standards=(old, replace(row, **new, replaces=(row.id,)))),)
        case _:
            return (replace(one, standards=(old,)),)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def lines(size: int) -> Iterator[str]:
    """The figures, as they are measured."""
    before, after = sides(size)
    ends = End("1.0", before, ""), End("1.1", after, "")
    pairs: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        for side in (before, after):
            side.__dict__.pop("standards", None)  # an index of ours; the floor makes its own, too
        ours = _seconds(lambda: compare(*ends))
        pairs.append((ours, _seconds(lambda: floor(before, after))))
    found = compare(*ends)
    yield f"{size:,} categories, {len(found.changes):,} changes, {len(found.events):,} events"
    yield f"{len(floor(before, after)):,} emitted by the floor"
    mine, other = (median(one[side] for one in pairs) for side in (0, 1))
    ratio = median(ours / theirs for ours, theirs in pairs)
    yield f"ours {mine:.3f} s, floor {other:.3f} s, ratio {ratio:.2f} (goal: ≤ 1.5)"


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
