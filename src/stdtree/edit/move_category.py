"""Move a category with its branch under another parent."""

from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import moved, refuse_loop
from stdtree.edit._codes import proposed_code
from stdtree.edit._fields import OneCategory
from stdtree.edit._shapes import CodeShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class MoveCategory(Operation):
    """Another parent; the code stays unless one is given or asked for."""

    title = Label("移动类目", "Move category")
    summary = Label(
        "把类目连同其下级移到另一上级类目之下。", "Move a category and its branch elsewhere."
    )
    subject = "id"

    id: OneCategory
    to: Annotated[str | None, Ask("parent", Label("移到", "To"))]
    code: Annotated[CodeShape | None, Ask("code", Label("新编号", "New code"))] = None
    recode: Annotated[
        bool,
        Ask(
            "flag",
            Label("改码", "Recode"),
            Label("取新位置的下一个可用编号。", "Take the next free code of the new place."),
        ),
    ] = False

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses loops, retired places, codes and depths that the new place does not allow."""
        category = _find.live(taxonomy, self.id)
        to = _find.live(taxonomy, self.to) if self.to is not None else None
        if category.parent == self.to:
            raise EditError(
                say(
                    "类目 {what} 已在 {to} 之下",
                    "The category {what} is under {to} already",
                    what=names.of_category(category),
                    to=names.category(taxonomy, self.to),
                ),
                Label("只改编号请用 recode-category", "To change its code only: recode-category"),
            )
        refuse_loop(taxonomy, category, to)
        code = proposed_code(taxonomy, self.to) if self.recode and not self.code else self.code
        return moved(taxonomy, category, to=to, code=code)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Move BB 技术转移转化服务 under C 管理保障."""
        coded = (
            say(",编号改为 {code}", " as {code}", code=self.code) if self.code else Label("", "")
        )
        return say(
            "将 {what} 移到 {to} 之下{coded}",
            "Move {what} under {to}{coded}",
            what=names.category(taxonomy, self.id),
            to=names.category(taxonomy, self.to),
            coded=coded,
        )
