"""One standard told in full: its fields, its home and where else it is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from stdtree.model import names, words
from stdtree.model.standard import Standard
from stdtree.model.told import told
from stdtree.report import Block, Cell, Heading, Item, Listing, Report
from stdtree.report.notice import notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdtree.label import Label
    from stdtree.model.taxonomy import Placed, Taxonomy

_SAID_ALREADY = ("title", "number")


def of_standard(taxonomy: Taxonomy, placed: Placed) -> Report:
    """Everything there is to know about one standard."""
    title = names.coded(placed.standard.number, placed.standard.title)
    blocks: tuple[Block, ...] = (
        *notice(taxonomy.system),
        Heading(title, 1),
        Listing(tuple(_facts(taxonomy, placed))),
    )
    data = {
        "format": "stdtree-standard/1",
        "standard": placed.standard,
        "category": placed.home,
    }
    return Report(title, blocks, data)


def _facts(taxonomy: Taxonomy, placed: Placed) -> Iterator[Item]:
    yield _fact(words.ENTITY["category"], names.category(taxonomy, placed.home))
    plain = msgspec.to_builtins(placed.standard)
    for field in Standard.__struct_fields__:
        value = plain.get(field)
        if field not in _SAID_ALREADY and value:
            yield _fact(words.field_word(field), told(value, field, taxonomy))


def _fact(word: Label, value: Label) -> Item:
    return Item((Cell(names.titled(word, value)),))
