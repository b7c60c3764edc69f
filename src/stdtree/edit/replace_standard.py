"""Replace a standard by its new edition."""

from typing import Annotated, Literal

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Ask, Operation, _find
from stdtree.edit import _standard_fields as row
from stdtree.edit._fields import NewId
from stdtree.edit._new_ids import new_standard_id
from stdtree.edit._rows import numbered, with_row
from stdtree.edit._shapes import NumberShape, TitleShape
from stdtree.edit._texts import renamed
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy


class ReplaceStandard(Operation):
    """A new row that replaces the old one, which stays as a row and is replaced.

    An edition that is still upcoming leaves the old one in force until it is.
    """

    title = Label("标准换版", "Replace standard")
    summary = Label("登记标准的新版本，旧版标为被代替。", "Enter a standard's new edition.")
    subject = "id"

    id: row.OneStandard
    number: Annotated[
        NumberShape, Ask("number", Label("新版标准编号", "Number of the new edition"))
    ]
    name: Annotated[
        TitleShape,
        Ask("text", Label("新版名称", "Its title"), Label("留空则同旧版。", "Empty: as before.")),
    ] = Field(default_factory=dict)
    status: Annotated[
        Literal["in-force", "upcoming"],
        Ask(
            "choice",
            Label("新版状态", "Its status"),
            choices={one: words.DOCUMENT_STATUS[one] for one in ("in-force", "upcoming")},
        ),
    ] = "in-force"
    published: row.Published = None
    in_force: row.InForce = None
    new_id: NewId = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a planned or replaced standard, and a number that another row has."""
        home, old = _find.standard(taxonomy, self.id)
        _refuse_unreplaceable(taxonomy, old)
        fields = numbered(taxonomy, self.number)
        title = renamed(taxonomy, old.title, self.name)
        new = Standard(
            id=new_standard_id(taxonomy, self.new_id, number=fields["number"], title=title),
            title=title,
            status=self.status,
            kind=old.kind,
            replaces=(old.id,),
            also_in=old.also_in,
            committee=old.committee,
            **fields,
            **row.given(published=self.published, in_force=self.in_force),
        )
        status = "replaced" if self.status == "in-force" else old.status
        return with_row(taxonomy, home, replace(old, status=status), new)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Replace GB/T 24421.2-2009 … by GB/T 24421.2-2023."""
        return say(
            "以 {number} 代替 {what}",
            "Replace {what} by {number}",
            what=names.standard(taxonomy, self.id),
            number=self.number,
        )


def _refuse_unreplaceable(taxonomy: Taxonomy, old: Standard) -> None:
    if old.number is None:
        raise EditError(
            say("{what} 还没有编号", "{what} has no number yet", what=names.of_standard(old)),
            Label("请用 edit-standard 填写编号", "Give it its number (edit-standard)"),
        )
    rows = (placed.standard for placed in taxonomy.standards.values())
    newer = next((one for one in rows if old.id in one.replaces), None)
    hint = Label("请用 add-standard 新增该版", "Add the edition with add-standard")
    if newer:
        hint = say("请改对 {it} 操作", "Take {it} instead", it=names.of_standard(newer))
    if newer or old.status == "replaced":
        raise EditError(
            say("标准 {what} 已被代替", "{what} is replaced already", what=names.of_standard(old)),
            hint,
        )
