"""Move a standard to another home category."""

from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._rows import rehomed
from stdtree.edit._standard_fields import OneStandard
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class MoveStandard(Operation):
    """Another home; where it was merely listed, it now stands."""

    title = Label("移动标准", "Move standard")
    summary = Label("把标准移到另一类目的明细表。", "Move a standard to another category's table.")
    subject = "id"

    id: OneStandard
    to: Annotated[str, Ask("category", Label("移到", "To"))]

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired or unknown home, and the one where it is."""
        home, standard = _find.standard(taxonomy, self.id)
        target = _find.live(taxonomy, self.to)
        if target.id == home:
            raise EditError(
                say(
                    "标准 {what} 已在类目 {home} 中",
                    "{what} is in the table of {home} already",
                    what=names.of_standard(standard),
                    home=names.of_category(target),
                ),
                Label("请选择另一个类目", "Choose another category"),
            )
        return rehomed(taxonomy, home, to=target.id, ids=(self.id,))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Move GB/T 34670-2017 技术转移服务规范 to BD 技术推广服务."""
        return say(
            "将标准 {what} 移到 {to}",
            "Move {what} to {to}",
            what=names.standard(taxonomy, self.id),
            to=names.category(taxonomy, self.to),
        )
