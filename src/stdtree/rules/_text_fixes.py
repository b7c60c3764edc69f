"""The operation that writes texts as they certainly should be."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.model.category import Category
from stdtree.model.finding import Fix
from stdtree.model.ids import Text
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules._texts import NOTES, Written


def text_fix(taxonomy: Taxonomy, mended: Mapping[Written, str]) -> Fix | None:
    """One text, or entries of one list of notes; None if no operation writes them.

    Operations leave retired categories alone, take no text without the first language and no title
    of several lines (control-character mends that first).
    """
    written, text = next(iter(mended.items()))
    one_line = written.is_prose or len(text.splitlines()) == 1
    if not one_line or not all(new.strip() for new in mended.values()):
        return None
    if written.subject.entity == "standard":
        return _of_row(taxonomy, written, text)
    if written.subject.entity == "category":
        category = taxonomy.categories[written.subject.id]
        return _of_category(taxonomy, category, mended) if category.is_live else None
    return None


def _of_category(
    taxonomy: Taxonomy, category: Category, mended: Mapping[Written, str]
) -> Fix | None:
    written, text = next(iter(mended.items()))
    match written.field:
        case ("title", language) if _is_complete(taxonomy, category.title):
            return Fix("rename-category", {"id": category.id, "name": {str(language): text}})
        case ("definition", language) if _is_complete(taxonomy, category.definition):
            return Fix("edit-texts", {"id": category.id, "definition": {str(language): text}})
        case (str(name), int(), _) if name in NOTES:
            notes = [dict(note) for note in getattr(category, name)]
            for each, new in mended.items():
                notes[int(each.field[1])][each.language] = new
            if all(_is_complete(taxonomy, note) for note in notes):
                return Fix("edit-texts", {"id": category.id, name: notes})
    return None


def _of_row(taxonomy: Taxonomy, written: Written, text: str) -> Fix | None:
    row = taxonomy.standards[written.subject.id].standard
    old, name = (row.title, "name") if written.field[0] == "title" else (row.remark, "remark")
    if old is None or not _is_complete(taxonomy, old) or old.get(written.language) != written.text:
        return None  # the row that operations find by this id is another
    return Fix("edit-standard", {"id": row.id, name: {written.language: text}})


def _is_complete(taxonomy: Taxonomy, text: Text | None) -> bool:
    return text is not None and text.get(taxonomy.system.languages[0], "").strip() != ""
