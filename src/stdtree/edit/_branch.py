"""Branches: a category with everything below it, moved or recoded as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from stdtree.edit._codes import codes_ever, level_below, misfit, proposed_code, suits
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.code import rebased
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy


def recoded(taxonomy: Taxonomy, category: Category, code: str, *, branch: bool = True) -> Taxonomy:
    """The taxonomy with another code for `category`, and for what is below if `branch`."""
    below = rebased_below(taxonomy, category, code) if branch else ()
    after = taxonomy.with_(replace(category, code=code), *below)
    refuse_misfits(taxonomy, after, category)
    return after


def rebased_below(taxonomy: Taxonomy, root: Category, code: str | None) -> Iterator[Category]:
    """Live categories below `root` whose code begins with its old one, with the new one instead."""
    if root.code is None or code is None or code == root.code:
        return
    for category in taxonomy.descendants(root.id):
        if category.is_live and category.code and category.code.startswith(root.code):
            yield replace(category, code=rebased(category.code, root.code, code))


def refuse_loop(taxonomy: Taxonomy, category: Category, to: Category | None) -> None:
    """Raises EditError if `to` is the category itself or below it."""
    if to is not None and any(to.id == inside.id for _, inside in taxonomy.walk(category.id)):
        raise EditError(
            say(
                "不能把类目 {what} 移到它自己或其下级 {to} 之下",
                "The category {what} cannot go under itself or what is below it ({to})",
                what=names.of_category(category),
                to=names.of_category(to),
            ),
            Label("请选择该分支以外的上级类目", "Choose a place outside this branch"),
        )


def moved(
    taxonomy: Taxonomy, codes: Mapping[CategoryId, str | None], *, to: Category | None
) -> Taxonomy:
    """Branches under `to`, each with its code (None keeps it) and those below rebased.

    None of them is below another.
    """
    changed: list[Category] = []
    for category_id, given in codes.items():
        category = taxonomy.categories[category_id]
        code = given or category.code
        changed.append(replace(category, parent=to.id if to else None, code=code))
        changed += rebased_below(taxonomy, category, code)
    after = taxonomy.with_(*changed)
    for category_id in codes:
        refuse_misfits(taxonomy, after, taxonomy.categories[category_id])
    return after


def transferred(taxonomy: Taxonomy, children: Iterable[Category], *, to: Category) -> Taxonomy:
    """The branches of `children` under `to`, which is in the taxonomy already.

    A child keeps its code where it suits the new place; else it takes the same ending after the
    new parent's code, and if that is taken, the next free code.
    """
    taken = codes_ever(taxonomy)
    branches = [child for child in children if child.parent != to.id]
    changed: list[Category] = []
    for child in branches:
        code = _code_under(taxonomy, child, to=to, taken=taken)
        moved_along = [
            replace(child, parent=to.id, code=code),
            *rebased_below(taxonomy, child, code),
        ]
        taken.update(one.code for one in moved_along if one.code)
        changed += moved_along
    after = taxonomy.with_(*changed)
    for child in branches:
        refuse_misfits(taxonomy, after, child)
    return after


def refuse_misfits(before: Taxonomy, after: Taxonomy, root: Category) -> None:
    """Raises EditError if the branch of `root` does not suit its place and code in `after`.

    What is below may have been wrong before; only what the operation itself breaks is refused,
    so that a broken tree can be mended step by step.
    """
    for depth, category in after.walk(root.id):
        if not category.is_live:
            continue
        found = misfit(after, category)
        if found is None:
            continue
        was = before.get(category.id) if depth else None
        already = misfit(before, was) if was else None
        if already is None or already.kind != found.kind:
            if depth and found.kind == "extends":
                raise EditError(found.error.message, _FOLLOW)
            raise found.error


_FOLLOW = Label("请让下级一并改码（--branch）", "Let the codes below follow (--branch)")
"""Codes below stop extending the one above when it alone is changed."""


def live_children(taxonomy: Taxonomy, category_id: CategoryId | None) -> tuple[Category, ...]:
    """Its children that are not retired; None gives the roots."""
    return tuple(child for child in taxonomy.children(category_id) if child.is_live)


def codes_passed(before: Taxonomy, after: Taxonomy, parent: CategoryId | None) -> tuple[str, ...]:
    """Codes that a child of `parent` has now and another child had before."""
    had = {child.code: child.id for child in live_children(before, parent)}
    return tuple(
        child.code
        for child in live_children(after, parent)
        if child.code and had.get(child.code, child.id) != child.id
    )


def _code_under(
    taxonomy: Taxonomy, child: Category, *, to: Category, taken: set[str]
) -> str | None:
    level = level_below(taxonomy, to.id)
    if child.code is None or level is None:
        return child.code
    if suits(child.code, level, to):
        return child.code
    old_parent = taxonomy.get(child.parent)
    if old_parent and old_parent.code and to.code:
        same_ending = rebased(child.code, old_parent.code, to.code)
        if suits(same_ending, level, to) and same_ending not in taken:
            return same_ending
    return proposed_code(taxonomy, to.id, used=taken)
