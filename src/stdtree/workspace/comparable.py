"""Two editions, so that what could not be read in one of them does not show up as a change.

What a file holds that cannot be read exists, but nothing is known of it. It stands as the other
side has it, which says: nothing is known to have changed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.load import UNREADABLE_SYSTEM

if TYPE_CHECKING:
    from stdtree.workspace.editions import Edition

_TABLE = "standards"


def comparable(mine: Edition, other: Edition) -> Taxonomy:
    """The taxonomy of `mine`, with that of `other` where nothing is known of it."""
    taxonomy, there = mine.taxonomy, other.taxonomy
    changed: dict[str, Any] = {}
    if taxonomy.system is UNREADABLE_SYSTEM:
        changed["system"] = there.system
    if layout.stem(layout.ORGANIZATIONS) in mine.unreadable:
        changed["organizations"] = {**there.organizations, **taxonomy.organizations}.values()
    rounds = [
        one
        for key, one in there.consultations.items()
        if key in mine.unreadable and key not in taxonomy.consultations
    ]
    if rounds:
        changed["consultations"] = (*taxonomy.consultations.values(), *rounds)
    categories = (*_unread(mine, there), *_mended(mine, there))
    return taxonomy.with_(*categories, **changed) if categories or changed else taxonomy


def _unread(mine: Edition, there: Taxonomy) -> Iterator[Category]:
    """Categories whose files could not be read."""
    for category_id in sorted(mine.unreadable):
        found = there.get(category_id)
        if found is not None and category_id not in mine.taxonomy.categories:
            yield found


def _mended(mine: Edition, there: Taxonomy) -> Iterator[Category]:
    """Categories of which some fields could not be read, with these as the other side has them."""
    wrong: dict[str, set[str]] = {}
    for finding in mine.findings:
        if finding.rule == "schema" and finding.field and finding.place:
            wrong.setdefault(layout.stem(finding.place.path), set()).add(str(finding.field[0]))
    for category_id, names in wrong.items():
        own, other = mine.taxonomy.get(category_id), there.get(category_id)
        if own is None or other is None:
            continue
        known = names & set(other.__struct_fields__) - {_TABLE}
        fields = {name: getattr(other, name) for name in known}
        if _TABLE in names:
            rows = {row.id for row in own.standards}
            lost = (row for row in other.standards if row.id not in rows)
            fields[_TABLE] = (*own.standards, *lost)
        yield replace(own, **fields)
