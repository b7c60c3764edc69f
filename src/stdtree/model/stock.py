"""Standards by id and by where they are listed, made once and mended when a few have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stdtree.model.category import Category
from stdtree.model.grouping import Groups
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.standard import Standard
from stdtree.model.standard_number import kind_of, normalise


class Placed(NamedTuple):
    """A standard and the category in whose file it stands, its home."""

    home: CategoryId
    standard: Standard


Stock = Mapping[StandardId, Placed]
Listing = Mapping[CategoryId, tuple[Placed, ...]]


def stocked(categories: Iterable[Category]) -> dict[StandardId, Placed]:
    """All standards by id; of two with one id, that of the home with the smaller id counts."""
    table: dict[StandardId, Placed] = {}
    for category in categories:
        for standard in category.standards:
            placed = Placed(category.id, standard)
            if table.setdefault(standard.id, placed).home > category.id:
                table[standard.id] = placed
    return table


def restocked(
    stock: Stock, touched: Iterable[StandardId], homes: Groups[StandardId]
) -> dict[StandardId, Placed]:
    """`stock` with these standards as they are in `homes`; `stock` stays."""
    made = dict(stock)
    for standard_id in touched:
        found = next(_rows(homes, standard_id), None)
        if found is None:
            made.pop(standard_id, None)
        else:
            made[standard_id] = found
    return made


def listed(categories: Iterable[Category]) -> dict[CategoryId, tuple[Placed, ...]]:
    """Standards that a category lists from other homes (`also_in`), by home and id."""
    table: dict[CategoryId, list[Placed]] = {}
    for category in categories:
        for standard in category.standards:
            for place in standard.also_in:
                table.setdefault(place, []).append(Placed(category.id, standard))
    return {place: _in_order(rows) for place, rows in table.items()}


def relisted(
    listing: Listing, before: Iterable[Category], after: Iterable[Category]
) -> dict[CategoryId, tuple[Placed, ...]]:
    """`listing` once the categories `before` have become those of `after`; `listing` stays."""
    gone, come = listed(before), listed(after)
    made = dict(listing)
    left = {placed.home for rows in gone.values() for placed in rows}
    for place in {*gone, *come}:
        staying = [placed for placed in listing.get(place, ()) if placed.home not in left]
        made[place] = _in_order([*staying, *come.get(place, ())])
        if not made[place]:
            del made[place]
    return made


def row_ids(category: Category) -> list[StandardId]:
    """The ids of a category's table of standards."""
    return [standard.id for standard in category.standards]


def live_numbers(category: Category) -> list[str]:
    """The numbers in the table of standards of a live category, each in its usual spelling."""
    if category.status == "retired":
        return []
    return [usual_number(row.number) for row in category.standards if row.number is not None]


def usual_number(number: str) -> str:
    """A number as normalised, which most are already."""
    return number if kind_of(number) else normalise(number)


def _rows(homes: Groups[StandardId], standard_id: StandardId) -> Iterator[Placed]:
    """The rows with an id, that of the smallest home first."""
    for home in homes.get(standard_id, ()):
        for standard in home.standards:
            if standard.id == standard_id:
                yield Placed(home.id, standard)


def _in_order(rows: list[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(rows, key=lambda row: (row.home, row.standard.id)))
