"""Rows of tables of standards: changed in place, moved to another home, kept apart by number."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from msgspec.structs import replace

from stdtree.edit import _find
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy


def with_row(taxonomy: Taxonomy, home: CategoryId, *rows: Standard) -> Taxonomy:
    """The taxonomy with these rows in the table of `home`: replaced by id, or added at the end."""
    return with_rows(taxonomy, (Placed(home, row) for row in rows))


def with_rows(taxonomy: Taxonomy, rows: Iterable[Placed]) -> Taxonomy:
    """The taxonomy with these rows in their homes: replaced by id, or added at the end."""
    homes: dict[CategoryId, dict[StandardId, Standard]] = {}
    for home, row in rows:
        standards = taxonomy.categories[home].standards
        table = homes.setdefault(home, {there.id: there for there in standards})
        table[row.id] = row
    return taxonomy.with_(
        *(
            replace(taxonomy.categories[home], standards=tuple(table.values()))
            for home, table in homes.items()
        )
    )


def rehomed(
    taxonomy: Taxonomy, source: CategoryId, *, to: CategoryId, ids: Collection[StandardId]
) -> Taxonomy:
    """The taxonomy with the rows `ids` of `source` standing in `to`, listed there no more."""
    if source == to:
        return taxonomy
    home, target = taxonomy.categories[source], taxonomy.categories[to]
    moving = tuple(
        replace(row, also_in=tuple(place for place in row.also_in if place != to))
        for row in home.standards
        if row.id in ids
    )
    staying = tuple(row for row in home.standards if row.id not in ids)
    return taxonomy.with_(
        replace(home, standards=staying),
        replace(target, standards=target.standards + moving),
    )


def contents_moved(taxonomy: Taxonomy, source: CategoryId, *, to: CategoryId) -> Taxonomy:
    """The taxonomy with all rows of `source` in `to`, and listed there what `source` listed."""
    rows = [row.id for row in taxonomy.categories[source].standards]
    after = rehomed(taxonomy, source, to=to, ids=rows)
    for placed in listed_at(after, source):
        places = [to if place == source else place for place in placed.standard.also_in]
        kept = tuple(dict.fromkeys(place for place in places if place != placed.home))
        after = with_row(after, placed.home, replace(placed.standard, also_in=kept))
    return after


def listed_at(taxonomy: Taxonomy, category_id: CategoryId) -> tuple[Placed, ...]:
    """Standards of other homes that a category lists."""
    return taxonomy.listed.get(category_id, ())


def rows_of(category: Category, ids: Iterable[StandardId]) -> tuple[StandardId, ...]:
    """`ids`, all of them in the table of `category`. Raises EditError for one that is not."""
    table = {row.id for row in category.standards}
    wanted = tuple(ids)
    stranger = next((one for one in wanted if one not in table), None)
    if stranger is None:
        return wanted
    raise EditError(
        say(
            "类目 {what} 的标准明细表中没有标准“{id}”",
            'The table of {what} has no standard with the id "{id}"',
            what=names.of_category(category),
            id=stranger,
        ),
        Label("请从该类目的标准明细表中选择", "Choose among the standards of that category"),
    )


def numbered(
    taxonomy: Taxonomy, written: str, *, standard_id: StandardId | None = None
) -> dict[str, Any]:
    """Number, and the adoption that is noted with it if any, as fields of a row.

    Raises EditError if a row other than `standard_id` has the number.
    """
    from stdtree.model.adoption import divided

    number, adopts = divided(written)
    fields = {"number": normal_number(taxonomy, number, standard_id=standard_id)}
    return fields | ({"adopts": adopts} if adopts else {})


def normal_number(taxonomy: Taxonomy, number: str, *, standard_id: StandardId | None = None) -> str:
    """The number as usually spelt. Raises EditError if a row other than `standard_id` has it."""
    from stdtree.model.standard_number import normalise, parse

    normal = normalise(number)
    if not normal:
        raise EditError(
            Label("缺少标准编号", "The standard number is missing"),
            Label("请填写标准编号（--number）", "Give the number (--number)"),
        )
    for placed in taxonomy.standards.values():
        other = placed.standard
        if other.id == standard_id or not other.number:
            continue
        if other.number != normal and (parse(other.number) or normalise(other.number) != normal):
            continue
        raise EditError(
            say(
                "标准编号 {number} 已在类目 {home} 中：{who}",
                "The number {number} is in the table of {home} already: {who}",
                number=normal,
                home=names.of_category(taxonomy.categories[placed.home]),
                who=names.of_standard(other),
            ),
            Label(
                "请改该标准（edit-standard），或让它同时列入别的类目（--also-in）",
                "Edit that one (edit-standard), or have it listed in other categories (--also-in)",
            ),
        )
    return normal


def checked_places(
    taxonomy: Taxonomy, places: Iterable[CategoryId], *, home: CategoryId
) -> tuple[CategoryId, ...]:
    """Categories that list a standard beside its home. Raises EditError for one that cannot."""
    found = tuple(dict.fromkeys(_find.live(taxonomy, place).id for place in places))
    if home in found:
        raise EditError(
            say(
                "{home} 已是该标准所在的类目",
                "{home} is the home of the standard already",
                home=names.of_category(taxonomy.categories[home]),
            ),
            Label("“同时列入”只列其他类目", "Under also listed in, name other categories only"),
        )
    return found
