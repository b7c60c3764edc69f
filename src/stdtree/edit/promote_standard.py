"""Turn a planned standard into one that has a number."""

from typing import Annotated, Literal

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit import _standard_fields as row
from stdtree.edit._rows import numbered, with_row
from stdtree.edit._shapes import NumberShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.taxonomy import Taxonomy


class PromoteStandard(Operation):
    """It keeps its id, its row and what the plan recorded; the plan itself is carried out."""

    title = Label("登记发布", "Promote standard")
    summary = Label(
        "拟制定标准已发布：登记编号、状态和日期。",
        "A planned standard is out: enter its number, status and dates.",
    )
    subject = "id"

    id: row.OneStandard
    number: Annotated[NumberShape, Ask("number", Label("标准编号", "Standard number"))]
    status: Annotated[
        Literal["in-force", "upcoming"],
        Ask(
            "choice",
            Label("标准状态", "Status"),
            choices={one: words.DOCUMENT_STATUS[one] for one in ("in-force", "upcoming")},
        ),
    ] = "in-force"
    published: row.Published = None
    in_force: row.InForce = None

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a standard that has a number, and a number that another row has."""
        home, standard = _find.standard(taxonomy, self.id)
        if standard.number is not None:
            raise EditError(
                say(
                    "标准 {what} 已有编号",
                    "{what} has a number already",
                    what=names.of_standard(standard),
                ),
                Label(
                    "新版请用 replace-standard，改正编号请用 edit-standard",
                    "For a new edition: replace-standard; for a wrong number: edit-standard",
                ),
            )
        promoted = replace(
            standard,
            status=self.status,
            plan=replace(standard.plan, stage="none") if standard.plan else None,
            **numbered(taxonomy, self.number),
            **row.given(published=self.published, in_force=self.in_force),
        )
        return with_row(taxonomy, home, promoted)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Enter 技术转移服务评价 as GB/T 34671-2027."""
        return say(
            "将 {what} 登记为 {number}",
            "Enter {what} as {number}",
            what=names.standard(taxonomy, self.id),
            number=self.number,
        )
