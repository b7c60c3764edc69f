"""New categories that come from existing ones: where they stand and what makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stdtree.edit import _find
from stdtree.edit._branch import live_children, refuse_misfits
from stdtree.edit._codes import proposed_code
from stdtree.edit._new_ids import new_category_id
from stdtree.edit._texts import new_title
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy


def enough(found: Sequence[object], *, least: int) -> None:
    """Raises EditError if there are too few categories to combine, or to split into."""
    if len(found) >= least:
        return
    raise EditError(
        say(
            "至少需要 {least} 个类目，只给了 {count} 个",
            "At least {least} categories are needed; there are {count}",
            least=str(least),
            count=str(len(found)),
        ),
        Label("请再加类目", "Add another one"),
    )


def outside(
    taxonomy: Taxonomy, category_id: CategoryId, *, sources: Sequence[Category]
) -> Category:
    """A live category that is not in a branch that ends. Raises EditError otherwise."""
    found = _find.live(taxonomy, category_id)
    ending = {source.id for source in sources}
    line = (found, *taxonomy.ancestors(found.id))
    source = next((above for above in line if above.id in ending), None)
    if source is None:
        return found
    raise EditError(
        say(
            "类目 {what} 在将要废止的类目 {source} 的分支之内",
            "The category {what} is in the branch of {source}, which ends",
            what=names.of_category(found),
            source=names.of_category(source),
        ),
        Label(
            "请选择分支以外的类目，或先把它移出（move-category）",
            "Choose one outside that branch, or move it out first (move-category)",
        ),
    )


def beside(
    taxonomy: Taxonomy, under: CategoryId | None, *, sources: Sequence[Category]
) -> CategoryId | None:
    """The parent of what comes from `sources`: `under`, or what is above the first one's branch.

    Not the nearest that stays: between two sources it moves below what is made, and closes a loop.
    """
    if under:
        return outside(taxonomy, under, sources=sources).id
    ending = {source.id for source in sources}
    line = (sources[0], *taxonomy.ancestors(sources[0].id))
    topmost = next(above for above in reversed(line) if above.id in ending)
    return topmost.parent


def new_category(
    taxonomy: Taxonomy,
    parent: CategoryId | None,
    *,
    name: Mapping[str, str],
    code: str | None,
    wanted: CategoryId = "",
) -> tuple[Taxonomy, Category]:
    """The taxonomy with a new active category under `parent`, and that category."""
    title = new_title(taxonomy, name)
    made = Category(
        id=new_category_id(taxonomy, wanted, title),
        title=title,
        code=code or proposed_code(taxonomy, parent),
        parent=parent,
    )
    after = taxonomy.with_(made)
    refuse_misfits(taxonomy, after, made)
    return after, made


def children_of(
    taxonomy: Taxonomy, parent: CategoryId | None, ids: Sequence[CategoryId]
) -> tuple[Category, ...]:
    """`ids` as categories, all of them live children of `parent`. Raises EditError otherwise."""
    children = {child.id: child for child in live_children(taxonomy, parent)}
    stranger = next((one for one in ids if one not in children), None)
    if stranger is None:
        return tuple(children[one] for one in ids)
    raise EditError(
        say(
            "{child} 不是 {parent} 的下级类目",
            "{child} is not a child of {parent}",
            child=names.of_category(_find.live(taxonomy, stranger)),
            parent=names.category(taxonomy, parent),
        ),
        Label("请从它的下级类目中选择", "Choose among its children"),
    )
