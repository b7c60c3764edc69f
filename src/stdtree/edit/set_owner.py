"""Set who is responsible for categories."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class SetOwner(Operation):
    """An owner of their own, or with '' that of the category above."""

    title = Label("设置责任单位", "Set owner")
    summary = Label(
        "设置一个或多个类目的责任单位；下级类目继承。",
        "Say who is responsible for categories; what is below inherits it.",
    )
    subject = "id"

    id: Named = None
    owner: Annotated[
        str | None,
        Ask(
            "organization",
            Label("责任单位", "Owner"),
            Label("清空则由上级继承。", "Emptied: inherited from above."),
        ),
    ] = None
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses retired categories, an empty selection, and an unknown body."""
        if self.owner:
            _find.refuse_unknown_organization(taxonomy, self.owner)
        owner = self.owner or None
        changed = [
            replace(one, owner=owner)
            for one in selected(taxonomy, self.id, where=self.where)
            if self.owner is not None and one.owner != owner
        ]
        what = called(taxonomy, self.id, where=self.where)
        refuse_unchanged(what, changed=bool(changed))
        return taxonomy.with_(*changed)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Make 示例委员会 the owner of BB 技术转移转化服务."""
        what = called(taxonomy, self.id, where=self.where)
        if not self.owner:
            return say(
                "{what} 的责任单位改由上级继承", "Have the owner of {what} inherited", what=what
            )
        return say(
            "将 {what} 的责任单位设为 {owner}",
            "Make {owner} the owner of {what}",
            what=what,
            owner=names.organization(taxonomy, self.owner),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """Its own owner as it is."""
        category = taxonomy.get(subject)
        return {"id": category.id, "owner": category.owner} if category else {}
