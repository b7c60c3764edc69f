"""One note more in the scope of categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from stdtree.edit._texts import checked_notes
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD


def with_note(
    taxonomy: Taxonomy,
    categories: Sequence[Category],
    *,
    under: Literal["includes", "includes_also", "excludes"],
    note: Mapping[str, str],
) -> Taxonomy:
    """The taxonomy with one note at the end of a list of each of `categories`.

    What has it already is passed over. Raises EditError if all have.
    """
    (made,) = checked_notes(taxonomy, (dict(note),), called=FIELD[under])
    lacking = [one for one in categories if made not in getattr(one, under)]
    if not lacking:
        raise EditError(
            say(
                "类目 {what} 的“{under}”已有这一条",
                "The category {what} has this already under {under}",
                what=names.of_category(categories[0]),
                under=FIELD[under],
            ),
            Label("改写或删除请用 edit-texts", "To rewrite or remove it: edit-texts"),
        )
    return taxonomy.with_(
        *(replace(one, **{under: (*getattr(one, under), made)}) for one in lacking)
    )
