"""One note more in the scope of a category."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from stdtree.edit import _find
from stdtree.edit._texts import checked_notes
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD


def with_note(
    taxonomy: Taxonomy,
    category_id: CategoryId,
    *,
    under: Literal["includes", "includes_also", "excludes"],
    note: Mapping[str, str],
) -> Taxonomy:
    """The taxonomy with one note at the end of a list. Raises EditError if it is there already."""
    category = _find.live(taxonomy, category_id)
    there = getattr(category, under)
    (made,) = checked_notes(taxonomy, (dict(note),), called=FIELD[under])
    if made in there:
        raise EditError(
            say(
                "类目 {what} 的“{under}”已有这一条",
                "The category {what} has this already under {under}",
                what=names.of_category(category),
                under=FIELD[under],
            ),
            Label("改写或删除请用 edit-texts", "To rewrite or remove it: edit-texts"),
        )
    return taxonomy.with_(replace(category, **{under: (*there, made)}))
