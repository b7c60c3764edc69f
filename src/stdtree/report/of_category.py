"""One category told in full: its fields, its table of standards, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId, see_of
from stdtree.model.output_views import CategoryDocument, Reference
from stdtree.model.standard import Standard
from stdtree.model.standard_number import sort_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import told
from stdtree.report import Block, Cell, Heading, Item, Listing, Report, Table
from stdtree.report.notice import notice

_PLAIN = ("definition", "includes", "includes_also", "excludes", "maps", "split_from")


def of_category(taxonomy: Taxonomy, category: Category) -> Report:
    """Everything there is to know about one category."""
    title = names.coded(category.code, category.title)
    path = tuple(reversed(taxonomy.ancestors(category.id)))
    listed = taxonomy.listed.get(category.id, ())
    references = tuple(sorted(referred_by(taxonomy, category.id)))
    blocks: list[Block] = [
        *notice(taxonomy.system),
        Heading(title, 1),
        Listing(tuple(_facts(taxonomy, category))),
    ]
    rows = sorted(category.standards, key=lambda row: sort_key(row.number or row.id))
    blocks += _standards(words.FIELD["standards"], rows)
    blocks += _standards(
        Label("从其他类目列入的标准", "Standards listed from elsewhere"),
        [placed.standard for placed in listed],
    )
    blocks += _references(taxonomy, [one for one in references if one.field != "related"])
    document = CategoryDocument(
        format="stdtree-category/1",
        category=category,
        path=tuple(above.id for above in path),
        children=tuple(child.id for child in taxonomy.children(category.id)),
        listed=tuple(placed.standard.id for placed in listed),
        referred_by=references,
    )
    return Report(title, tuple(blocks), document)


def referred_by(taxonomy: Taxonomy, category_id: CategoryId) -> Iterator[Reference]:
    """Every place that names the category by its id, children left out."""
    for other in taxonomy.categories.values():
        for field in ("includes", "includes_also", "excludes"):
            if any(see_of(note) == category_id for note in getattr(other, field)):
                yield Reference("category", other.id, field)
        if category_id in other.related:
            yield Reference("category", other.id, "related")
        if category_id in other.split_from:
            yield Reference("category", other.id, "split_from")
        if other.retired and any(heir.id == category_id for heir in other.retired.succeeded_by):
            yield Reference("category", other.id, "retired.succeeded_by")
    for placed in taxonomy.listed.get(category_id, ()):
        yield Reference("standard", placed.standard.id, "also_in")


def _facts(taxonomy: Taxonomy, category: Category) -> Iterator[Item]:
    path = [names.coded(c.code, c.title) for c in reversed(taxonomy.ancestors(category.id))]
    yield _fact("id", same(category.id))
    if path:
        yield _fact("parent", Label(" › ".join(p.zh for p in path), " › ".join(p.en for p in path)))
    yield _fact("status", words.STATUS[category.status])
    for field in _PLAIN:
        if value := msgspec.to_builtins(getattr(category, field)):
            yield _fact(field, told(value, field, taxonomy))
    if related := taxonomy.related.get(category.id):
        yield _fact("related", told(related, "related", taxonomy))
    if owner := taxonomy.owner_of(category.id):
        inherited = Label("", "") if category.owner else Label("（继承）", " (inherited)")
        yield _fact("owner", names.organization(taxonomy, owner) + inherited)
    for facet, values in category.facets.items():
        known = taxonomy.system.facets.get(facet)
        titles = {value.id: names.text(value.title) for value in known.values} if known else {}
        word = names.text(known.title) if known else same(facet)
        shown = names.listed(titles.get(value, same(value)) for value in values)
        yield Item((Cell(names.titled(word, shown)),))
    if category.retired:
        yield _fact("retired", told(msgspec.to_builtins(category.retired), "retired", taxonomy))
    children = taxonomy.children(category.id)
    if children:
        below = tuple(Item((Cell(names.coded(c.code, c.title)),)) for c in children)
        word = Label(f"下级类目（{len(below)}）", f"children ({len(below)})")
        yield Item((Cell(word, "strong"),), below)


def _fact(field: str, value: Label) -> Item:
    return Item((Cell(names.titled(words.FIELD[field], value)),))


def _standards(title: Label, rows: Iterable[Standard]) -> Iterator[Block]:
    """A heading and a table; nothing for no rows."""
    found = tuple(rows)
    if not found:
        return
    yield Heading(title + Label(f"（{len(found)}）", f" ({len(found)})"), 2)
    columns = ("number", "title", "status", "published")
    yield Table(tuple(words.FIELD[column] for column in columns), tuple(map(_standard, found)))


def _standard(row: Standard) -> tuple[Cell, ...]:
    status = words.DOCUMENT_STATUS[row.status] if row.status else same("")
    if row.number is None and row.plan:
        status = words.PLAN_STAGE[row.plan.stage]
    return (
        Cell(same(row.number or "—")),
        Cell(names.text(row.title)),
        Cell(status, "plain" if row.status == "in-force" else "warn"),
        Cell(same(row.published or "")),
    )


def _references(taxonomy: Taxonomy, references: Sequence[Reference]) -> Iterator[Block]:
    """What else names it; relations have been told, from whichever side."""
    if not references:
        return
    yield Heading(Label("被引用处", "Referred to by"), 2)
    items = []
    for reference in references:
        told_by = names.standard if reference.entity == "standard" else names.category
        name = told_by(taxonomy, reference.id)
        field = words.field_word(reference.field)
        items.append(Item((Cell(name), Cell(Label("（", "(") + field + Label("）", ")"), "dim"))))
    yield Listing(tuple(items))
