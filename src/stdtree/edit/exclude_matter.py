"""Say of one matter that it does not belong to categories, and where it goes."""

from typing import Annotated

from stdtree.edit import Ask, Operation
from stdtree.edit._fields import Matter
from stdtree.edit._notes import with_note
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class ExcludeMatter(Operation):
    """One note at the end of what the category excludes."""

    title = Label("排除内容", "Exclude matter")
    summary = Label(
        "在类目的“不包括”中增加一条，并指明归入何处。",
        "Add one note to what a category excludes, and say where it goes.",
    )
    subject = "id"

    id: Named = None
    matter: Matter
    see: Annotated[
        str | None,
        Ask(
            "category",
            Label("归入", "Goes to"),
            Label("留空则不在本体系之内。", "Empty: nowhere in this system."),
        ),
    ] = None
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category or target, a missing text, a note that is there already."""
        found = selected(taxonomy, self.id, where=self.where)
        others = [one for one in found if one.id != self.see]
        if not others or (self.id and self.see == self.id):
            raise EditError(
                say(
                    "从 {what} 排除的内容不能又归入它自己",
                    "What {what} excludes cannot go to itself",
                    what=names.of_category(found[0]),
                ),
                Label("请另选归入的类目（--see）", "Choose another category (--see)"),
            )
        note = {**self.matter, **({"see": self.see} if self.see else {})}
        return with_note(taxonomy, others, under="excludes", note=note)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Exclude from BB 技术转移转化服务: 企业孵化 → BC 企业孵化服务."""
        goes = names.category(taxonomy, self.see) if self.see else None
        return say(
            "从 {what} 中排除：{matter}{goes}",
            "Exclude from {what}: {matter}{goes}",
            what=called(taxonomy, self.id, where=self.where),
            matter=names.text(self.matter),
            goes=Label(f" → {goes.zh}", f" → {goes.en}") if goes else "",
        )
