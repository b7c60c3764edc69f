"""Restore retired categories."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import moved, refuse_loop
from stdtree.edit._codes import proposed_code
from stdtree.edit._selection import Named, Where, called, refuse_several, selected
from stdtree.edit._shapes import CodeShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import STATUS


class RestoreCategory(Operation):
    """It is active again, with its code; what its successors took over stays with them."""

    title = Label("恢复类目", "Restore category")
    summary = Label(
        "恢复已废止的类目；已移走的内容不随之移回。",
        "Reinstate a retired category; what was moved out of it is not moved back.",
    )
    subject = "id"

    id: Named = None
    to: Annotated[
        str | None,
        Ask(
            "category",
            Label("上级类目", "Under"),
            Label("留空则回到原处。", "Empty: where it was."),
        ),
    ] = None
    code: Annotated[
        CodeShape,
        Ask("code", Label("体系编号", "Code"), Label("留空则用原编号。", "Empty: the one it had.")),
    ] = ""
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses what is not retired, a parent that is not active, a code taken meanwhile."""
        found = selected(taxonomy, self.id, where=self.where, among=["retired"])
        refuse_several(found, given=bool(self.code), what=Label("体系编号", "code"))
        for one in found:
            taxonomy = self._restored(taxonomy, taxonomy.categories[one.id])
        return taxonomy

    def _restored(self, taxonomy: Taxonomy, category: Category) -> Taxonomy:
        if category.is_live:
            raise EditError(
                say(
                    "类目 {what} 没有废止",
                    "The category {what} is not retired",
                    what=names.of_category(category),
                ),
                Label("无需恢复", "There is nothing to do"),
            )
        place = self.to or category.parent
        parent = _find.category(taxonomy, place) if place else None
        _refuse_inactive(parent)
        refuse_loop(taxonomy, category, parent)
        code = self.code or category.code or proposed_code(taxonomy, place)
        restored = replace(category, status="active", retired=None)
        return moved(taxonomy.with_(restored), {restored.id: code}, to=parent)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Restore D1 管理咨询."""
        what = called(taxonomy, self.id, where=self.where, among=["retired"])
        return say("恢复 {what}", "Restore {what}", what=what)

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The code it had."""
        category = taxonomy.get(subject)
        return {"id": category.id, "code": category.code or ""} if category else {}


def _refuse_inactive(parent: Category | None) -> None:
    if parent is not None and parent.status != "active":
        raise EditError(
            say(
                "上级类目 {what} 不是有效类目（{status}）",
                "{what} above it is not active ({status})",
                what=names.of_category(parent),
                status=STATUS[parent.status],
            ),
            Label(
                "请先恢复（restore-category）或启用（activate-draft）它，或另选上级类目（--to）",
                "Restore (restore-category) or activate (activate-draft) that one first, or choose "
                "another place (--to)",
            ),
        )
