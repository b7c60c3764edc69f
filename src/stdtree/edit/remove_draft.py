"""Remove a category that was never released."""

from stdtree.edit import Operation, _find
from stdtree.edit._fields import OneCategory
from stdtree.edit._lineage import refuse_children, refuse_standards
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

    id: OneCategory

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses what is no draft, has children or standards, or is named in a lineage."""
        category = _find.live(taxonomy, self.id)
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
        refuse_children(category, taxonomy.children(self.id))
        way_out = Label("请先移走它们（move-standard）", "Move them first (move-standard)")
        refuse_standards(taxonomy, category, way_out=way_out)
        heirs = [one for one in taxonomy.categories.values() if self.id in _lineage_of(one)]
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
        return taxonomy.with_(without=(self.id,))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Remove the draft 数据服务."""
        return say(
            "删除草案 {what}", "Remove the draft {what}", what=names.category(taxonomy, self.id)
        )


def _lineage_of(category: Category) -> tuple[str, ...]:
    successors = category.retired.succeeded_by if category.retired else ()
    return (*category.split_from, *(successor.id for successor in successors))
