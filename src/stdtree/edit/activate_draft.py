"""Turn drafts into categories that the next release holds."""

from msgspec.structs import replace

from stdtree.edit import Operation
from stdtree.edit._branch import recoded
from stdtree.edit._codes import proposed_code
from stdtree.edit._fields import NewCode
from stdtree.edit._selection import Named, Where, called, refuse_several, selected
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy


class ActivateDraft(Operation):
    """A draft becomes active and gets a code if it has none."""

    title = Label("启用草案", "Activate draft")
    summary = Label("把草案类目列入下一版本。", "Make a draft part of the next release.")
    subject = "id"

    id: Named = None
    code: NewCode = None
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses what is no draft, a draft parent, a code that is taken or unfit."""
        found = selected(taxonomy, self.id, where=self.where, among=["draft"])
        refuse_several(found, given=bool(self.code), what=Label("体系编号", "code"))
        for one in found:
            taxonomy = self._activated(taxonomy, taxonomy.categories[one.id])
        return taxonomy

    def _activated(self, taxonomy: Taxonomy, category: Category) -> Taxonomy:
        if category.status != "draft":
            raise EditError(
                say(
                    "类目 {what} 已经有效",
                    "The category {what} is active already",
                    what=names.of_category(category),
                ),
                Label("无需启用", "There is nothing to do"),
            )
        parent = taxonomy.get(category.parent)
        if parent is not None and parent.status == "draft":
            raise EditError(
                say(
                    "上级类目 {what} 还是草案",
                    "{what} above it is still a draft",
                    what=names.of_category(parent),
                ),
                Label("请先启用上级类目", "Activate that one first"),
            )
        active = replace(category, status="active")
        code = self.code or category.code or proposed_code(taxonomy, category.parent)
        return recoded(taxonomy, active, code)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Activate the draft BF 信息技术服务."""
        what = called(taxonomy, self.id, where=self.where, among=["draft"])
        if self.where:
            return say("启用 {what}", "Activate {what}", what=what)
        return say("启用草案 {what}", "Activate the draft {what}", what=what)

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """Its code as it is."""
        category = taxonomy.get(subject)
        return {"id": category.id, "code": category.code} if category else {}
