"""What a category names elsewhere by its id."""

from __future__ import annotations

from stdtree.model.category import Category


def named_by(category: Category) -> set[str]:
    """Ids of the categories and standards that a category or one of its standards refers to.

    Its parent is not among them: who hangs where is for `children`.
    """
    found = {
        note["see"]
        for notes in (category.includes, category.includes_also, category.excludes)
        for note in notes
        if "see" in note
    }
    found.update(category.related, category.split_from)
    if category.retired is not None:
        found.update(successor.id for successor in category.retired.succeeded_by)
    for standard in category.standards:
        found.update(standard.also_in, standard.replaces)
    return found
