"""Finding what an operation names, and saying what was probably meant when it is not there."""

from __future__ import annotations

from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId, OrganizationId, StandardId
from stdtree.model.nearest import did_you_mean
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy

_SEARCH = Label("请按编号或名称查找", "Search for it by code or title")


def category(taxonomy: Taxonomy, category_id: CategoryId) -> Category:
    """The category with this id, retired or not. Raises EditError with what may be meant."""
    found = taxonomy.get(category_id)
    if found is not None:
        return found
    known = {c.id: c for c in taxonomy.categories.values()}
    known |= {code: found[0] for code, found in taxonomy.by_code.items()}
    raise EditError(
        say("没有标识为“{id}”的类目", 'There is no category with the id "{id}"', id=category_id),
        did_you_mean(category_id, known, lambda name: _category(known[name])) or _SEARCH,
    )


def live(taxonomy: Taxonomy, category_id: CategoryId) -> Category:
    """The draft or active category with this id. Raises EditError if it is unknown or retired."""
    found = category(taxonomy, category_id)
    if found.is_live:
        return found
    successors = found.retired.succeeded_by if found.retired else ()
    hint = Label("请选择一个有效类目", "Choose a category that is not retired")
    if successors:
        hint = say(
            "它的承接类目是：{who}；请改用承接类目",
            "Its contents went to {who}: take that one",
            who=names.listed(
                names.with_id(s.id, names.category(taxonomy, s.id)) for s in successors
            ),
        )
    raise EditError(
        say("类目 {what} 已废止", "The category {what} is retired", what=names.of_category(found)),
        hint,
    )


def standard(taxonomy: Taxonomy, standard_id: StandardId) -> Placed:
    """The standard with this id and its home. Raises EditError with what may be meant."""
    found = taxonomy.standard(standard_id)
    if found is not None:
        return found
    known = {placed.standard.id: placed.standard for placed in taxonomy.standards.values()}
    known |= {one.number: one for one in known.values() if one.number}
    raise EditError(
        say("没有标识为“{id}”的标准", 'There is no standard with the id "{id}"', id=standard_id),
        did_you_mean(standard_id, known, lambda name: _standard(known[name])) or _SEARCH,
    )


def refuse_unknown_organization(taxonomy: Taxonomy, organization_id: OrganizationId) -> None:
    """Raises EditError if there is no organization with this id."""
    if organization_id in taxonomy.organizations:
        return
    raise EditError(
        say(
            "组织机构名录中没有“{id}”",
            'There is no organization with the id "{id}"',
            id=organization_id,
        ),
        did_you_mean(organization_id, taxonomy.organizations) or _SEARCH,
    )


def _category(found: Category) -> Label:
    return names.with_id(found.id, names.of_category(found))


def _standard(found: Standard) -> Label:
    return names.with_id(found.id, names.of_standard(found))
