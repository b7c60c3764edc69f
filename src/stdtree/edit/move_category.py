"""Move categories with their branches under another parent."""

from collections.abc import Sequence
from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import moved, refuse_loop
from stdtree.edit._codes import proposed_codes
from stdtree.edit._selection import Named, Where, called, refuse_several, selected
from stdtree.edit._shapes import CodeShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy


class MoveCategory(Operation):
    """Another parent; the code stays unless one is given or asked for."""

    title = Label("移动类目", "Move category")
    summary = Label(
        "把类目连同其下级移到另一上级类目之下。", "Move a category and its branch elsewhere."
    )
    subject = "id"

    id: Named = None
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
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses loops, retired places, codes and depths that the new place does not allow."""
        to = _find.live(taxonomy, self.to) if self.to is not None else None
        found = _topmost(taxonomy, selected(taxonomy, self.id, where=self.where))
        refuse_several(found, given=bool(self.code), what=Label("新编号", "new code"))
        moving = [one for one in found if one.parent != self.to]
        if not moving:
            raise EditError(
                say(
                    "类目 {what} 已在 {to} 之下",
                    "The category {what} is under {to} already",
                    what=names.of_category(found[0]),
                    to=names.category(taxonomy, self.to),
                ),
                Label("只改编号请用 recode-category", "To change its code only: recode-category"),
            )
        for one in moving:
            refuse_loop(taxonomy, one, to)
        codes: Sequence[str | None] = [self.code] * len(moving)
        if self.recode and not self.code:
            codes = proposed_codes(taxonomy, self.to, len(moving))
        return moved(taxonomy, dict(zip((one.id for one in moving), codes, strict=True)), to=to)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Move BB 技术转移转化服务 under C 管理保障."""
        coded = (
            say(",编号改为 {code}", " as {code}", code=self.code) if self.code else Label("", "")
        )
        return say(
            "将 {what} 移到 {to} 之下{coded}",
            "Move {what} under {to}{coded}",
            what=called(taxonomy, self.id, where=self.where),
            to=names.category(taxonomy, self.to),
            coded=coded,
        )


def _topmost(taxonomy: Taxonomy, found: Sequence[Category]) -> list[Category]:
    """Those with none of the others above them: what is below moves along. One of each loop."""
    kept: dict[CategoryId, Category] = {}
    for one in sorted(found, key=lambda one: taxonomy.depth(one.id)):
        if not any(above.id in kept for above in taxonomy.ancestors(one.id)):
            kept[one.id] = one
    return list(kept.values())
