"""Relate categories of different branches: the dashed lines of the structure chart."""

from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._fields import Remove
from stdtree.edit._relations import in_one_branch, related, unrelated
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy


class RelateCategories(Operation):
    """Two categories that belong together though neither stands above the other; or no longer."""

    title = Label("关联类目", "Relate categories")
    summary = Label(
        "关联不同分支的类目（结构图中的虚线），或取消关联。",
        "Relate categories of different branches (a dashed line), or no longer.",
    )
    subject = "id"

    id: Named = None
    to: Annotated[str, Ask("category", Label("相关类目", "Related to"))]
    remove: Remove = False
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses retired categories, what stands in one branch, and what is so already."""
        to = _find.category(taxonomy, self.to) if self.remove else _find.live(taxonomy, self.to)
        found = selected(taxonomy, self.id, where=self.where)
        there = taxonomy.related.get(to.id, ())
        left = [one for one in found if (one.id in there) == self.remove]
        if not left:
            raise _as_it_is(found[0], to, related=not self.remove)
        for one in left:
            if self.remove:
                taxonomy = unrelated(taxonomy, one.id, to.id)
            elif in_one_branch(taxonomy, one.id, to.id):
                raise _one_branch(one, to)
            else:
                taxonomy = related(taxonomy, one.id, to.id)
        return taxonomy

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Relate BB 技术转移转化服务 to A3 安全."""
        parts = {
            "what": called(taxonomy, self.id, where=self.where),
            "to": names.category(taxonomy, self.to),
        }
        if self.remove:
            return say("{what} 与 {to} 不再关联", "Relate {what} no longer to {to}", **parts)
        return say("将 {what} 与 {to} 关联", "Relate {what} to {to}", **parts)


def _one_branch(one: Category, to: Category) -> EditError:
    return EditError(
        say(
            "{one} 与 {to} 同在一个分支，已有上下级关系",
            "{one} and {to} are in one branch: one stands above the other",
            one=names.of_category(one),
            to=names.of_category(to),
        ),
        Label("只关联不同分支的类目", "Relate categories of different branches only"),
    )


def _as_it_is(one: Category, to: Category, *, related: bool) -> EditError:
    parts = {"one": names.of_category(one), "to": names.of_category(to)}
    if related:
        return EditError(
            say("{one} 与 {to} 已经关联", "{one} and {to} are related already", **parts),
            Label("要取消请加 --remove", "To end that: --remove"),
        )
    return EditError(
        say("{one} 与 {to} 没有关联", "{one} and {to} are not related", **parts),
        Label("要关联请去掉 --remove", "To relate them, leave out --remove"),
    )
