"""Move standards to another home category."""

from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._rows import rehomed
from stdtree.edit._selection import NamedRow, WhereRows, called_rows, selected_rows
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.taxonomy import Taxonomy


class MoveStandard(Operation):
    """Another home; where it was merely listed, it now stands."""

    title = Label("移动标准", "Move standard")
    summary = Label("把标准移到另一类目的明细表。", "Move a standard to another category's table.")
    subject = "id"

    id: NamedRow = None
    to: Annotated[str, Ask("category", Label("移到", "To"))]
    where: WhereRows = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired or unknown home, and the one where it is."""
        target = _find.live(taxonomy, self.to)
        found = selected_rows(taxonomy, self.id, where=self.where)
        moving: dict[CategoryId, list[StandardId]] = {}
        for home, standard in found:
            if home != target.id:
                moving.setdefault(home, []).append(standard.id)
        if not moving:
            raise EditError(
                say(
                    "标准 {what} 已在类目 {home} 中",
                    "{what} is in the table of {home} already",
                    what=names.of_standard(found[0].standard),
                    home=names.of_category(target),
                ),
                Label("请选择另一个类目", "Choose another category"),
            )
        for home, ids in moving.items():
            taxonomy = rehomed(taxonomy, home, to=target.id, ids=ids)
        return taxonomy

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Move GB/T 34670-2017 技术转移服务规范 to BD 技术推广服务."""
        return say(
            "将 {what} 移到 {to}",
            "Move {what} to {to}",
            what=called_rows(taxonomy, self.id, where=self.where),
            to=names.category(taxonomy, self.to),
        )
