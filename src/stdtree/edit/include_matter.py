"""Say of one matter that it belongs to categories."""

from typing import Annotated

from stdtree.edit import Ask, Operation
from stdtree.edit._fields import Matter
from stdtree.edit._notes import with_note
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class IncludeMatter(Operation):
    """One note at the end of what the category includes."""

    title = Label("列入内容", "Include matter")
    summary = Label("在类目的“包括”中增加一条。", "Add one note to what a category includes.")
    subject = "id"

    id: Named = None
    matter: Matter
    also: Annotated[
        bool,
        Ask(
            "flag",
            Label("还包括", "Includes also"),
            Label("属于此类目的边缘内容。", "A border case that belongs here, too."),
        ),
    ] = False
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category, a missing text, and a note that is there already."""
        return with_note(
            taxonomy,
            selected(taxonomy, self.id, where=self.where),
            under="includes_also" if self.also else "includes",
            note=self.matter,
        )

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Include 技术经纪 in BB 技术转移转化服务."""
        return say(
            "在 {what} 中列入：{matter}",
            "Include in {what}: {matter}",
            what=called(taxonomy, self.id, where=self.where),
            matter=names.text(self.matter),
        )
