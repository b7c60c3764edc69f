"""Since when each field of a category or standard is as it is, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.history import Blame, Origin
from stdtree.model.output_views import BlameDocument
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import told
from stdtree.report import Block, Cell, Heading, Paragraph, Report, Table
from stdtree.report.of_history import NOT_COMMITTED, NOT_RELEASED, OLDEST_KNOWN, day

_COLUMNS = (
    Label("字段", "Field"),
    Label("现值", "Value"),
    Label("提交", "Commit"),
    Label("日期", "Date"),
    Label("作者", "Author"),
    Label("版本", "Release"),
)
_OLDER = "≤"
"""Before the date of a commit where a shallow clone ends."""


def of_blame(blame: Blame) -> Report:
    """Field, value, and the commit that last changed it with its date, author and first release."""
    name = names.named(blame.taxonomy, blame.entity, blame.id)
    rows = tuple((*field_and_value(one, blame.taxonomy), *_since(one)) for one in blame.origins)
    blocks: list[Block] = [
        Heading(name + same(f" [{blame.id}]"), 1),
        Table(_COLUMNS, rows, cut=(1, 4)),
    ]
    if any(one.commit and one.commit.is_oldest_known for one in blame.origins):
        blocks.append(Paragraph(same(f"{_OLDER} ") + OLDEST_KNOWN, "warn"))
    data = BlameDocument("stdtree-blame/1", blame.entity, blame.id, blame.origins)
    return Report(name + Label("：各字段的由来", ": where it comes from"), tuple(blocks), data)


def field_and_value(origin: Origin, taxonomy: Taxonomy) -> tuple[Cell, Cell]:
    """The field and its value; the fields of a row stand below it, indented."""
    field, value = origin.field, origin.value
    if not field:
        row = names.coded(value.get("number"), value["title"])
        return Cell(words.ENTITY["standard"], "strong"), Cell(row, "strong")
    word = words.ENTITY["category"] if field == "category" else words.field_word(field)
    head, _, facet = field.partition(".")
    if head == "facets" and facet in taxonomy.system.facets:
        word = names.text(taxonomy.system.facets[facet].title)
    indent = same("  " if origin.standard else "")
    return Cell(indent + word), Cell(_value(value, field, taxonomy))


def _value(value: Any, field: str, taxonomy: Taxonomy) -> Label:
    head, _, facet = field.partition(".")
    if field == "category":
        return names.category(taxonomy, value)
    if field == TOLD_AS_REASONS:
        return same(f"{value['release']} ") + names.text(value["reason"])
    if head == "facets" and facet in taxonomy.system.facets:
        titles = {one.id: names.text(one.title) for one in taxonomy.system.facets[facet].values}
        return names.listed(titles.get(one, same(one)) for one in value)
    return told(value, field.removeprefix("retired."), taxonomy)


def _since(origin: Origin) -> Iterator[Cell]:
    commit = origin.commit
    if commit is None:
        yield from (Cell(NOT_COMMITTED, "warn"), *(Cell(same("")),) * 3)
        return
    border = _OLDER if commit.is_oldest_known else ""
    yield Cell(same(commit.short), "changed")
    yield Cell(same(border + day(commit)), "dim")
    yield Cell(same(commit.author), "dim")
    yield Cell(same(commit.release)) if commit.release else Cell(NOT_RELEASED, "dim")
