"""Remove categories that were never released."""

from stdtree.edit import Operation
from stdtree.edit._lineage import refuse_children, refuse_standards
from stdtree.edit._relations import passed_on
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy


class RemoveDraft(Operation):
    """A draft goes without a trace; what was released can only be retired."""

    title = Label("删除草案", "Remove draft")
    summary = Label(
        "删除从未发布的草案类目。", "Remove a draft category, which was never released."
    )
    subject = "id"
    destructive = True

    id: Named = None
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses what is no draft, has children or standards, or is named in a lineage."""
        found = selected(taxonomy, self.id, where=self.where, among=["draft"])
        for one in reversed(found):
            taxonomy = _without(taxonomy, one)
        return taxonomy

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Remove the draft 数据服务."""
        what = called(taxonomy, self.id, where=self.where, among=["draft"])
        if self.where:
            return say("删除 {what}", "Remove {what}", what=what)
        return say("删除草案 {what}", "Remove the draft {what}", what=what)


def _without(taxonomy: Taxonomy, category: Category) -> Taxonomy:
    if category.status != "draft":
        raise EditError(
            say(
                "类目 {what} 不是草案",
                "The category {what} is not a draft",
                what=names.of_category(category),
            ),
            Label(
                "已发布的类目请废止（retire-category）",
                "Retire it instead (retire-category)",
            ),
        )
    refuse_children(category, taxonomy.children(category.id))
    way_out = Label("请先移走它们（move-standard）", "Move them first (move-standard)")
    refuse_standards(taxonomy, category, way_out=way_out)
    heirs = [one for one in taxonomy.categories.values() if category.id in _lineage_of(one)]
    if heirs:
        raise EditError(
            say(
                "类目 {what} 是 {heirs} 的沿革所指",
                "The lineage of {heirs} names the category {what}",
                what=names.of_category(category),
                heirs=names.listed(names.of_category(one) for one in heirs),
            ),
            Label(
                "请启用它（activate-draft），而不删除",
                "Activate it (activate-draft) instead",
            ),
        )
    return passed_on(taxonomy, category.id, to=None).with_(without=(category.id,))


def _lineage_of(category: Category) -> tuple[str, ...]:
    successors = category.retired.succeeded_by if category.retired else ()
    return (*category.split_from, *(successor.id for successor in successors))
