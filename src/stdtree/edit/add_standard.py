"""Add a standard to the table of a category."""

from pydantic import Field

from stdtree.edit import Operation, _find
from stdtree.edit import _standard_fields as row
from stdtree.edit._fields import NewId
from stdtree.edit._new_ids import new_standard_id
from stdtree.edit._rows import checked_places, numbered, with_row
from stdtree.edit._texts import new_title, patched
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.standard import Plan, Standard
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD


class AddStandard(Operation):
    """A new row; without a number it is a planned standard, to be drafted unless told otherwise."""

    title = Label("新增标准", "Add standard")
    summary = Label("在类目的标准明细表中新增标准。", "Add a standard to a category's table.")
    subject = "home"

    home: row.HomeCategory
    number: row.Number = None
    name: row.StandardTitle
    status: row.StatusChoice = None
    kind: row.KindChoice = None
    published: row.Published = None
    in_force: row.InForce = None
    status_as_of: row.StatusAsOf = None
    plan_stage: row.StageChoice = None
    plan_level: row.LevelChoice = None
    plan_year: row.PlanYear = None
    plan_priority: row.PriorityChoice = None
    plan_lead: row.PlanLead = None
    plan_number: row.PlanNumber = None
    adopts: row.Adopts = None
    also_in: row.AlsoIn = None
    remark: row.Remark = Field(default_factory=dict)
    id: NewId = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired home, a number or id that another row has, a missing title."""
        home = _find.live(taxonomy, self.home)
        title = new_title(taxonomy, self.name)
        fields = numbered(taxonomy, self.number) if self.number else {}
        if self.adopts:
            fields["adopts"] = row.adopted(self.adopts)
        number = fields.get("number")
        plan = row.planned(taxonomy, None if number else Plan(stage="to-draft"), dict(self))
        added = Standard(
            id=new_standard_id(taxonomy, self.id, number=number, title=title),
            title=title,
            plan=plan,
            also_in=checked_places(taxonomy, self.also_in or (), home=home.id),
            remark=patched(taxonomy, None, self.remark, called=FIELD["remark"]),
            **fields,
            **row.given(
                status=self.status,
                kind=self.kind,
                published=self.published,
                in_force=self.in_force,
                status_as_of=self.status_as_of,
            ),
        )
        return with_row(taxonomy, home.id, added)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Add GB/T 34670-2017 技术转移服务规范 to BB 技术转移转化服务."""
        return say(
            "在 {home} 新增标准 {what}",
            "Add {what} to {home}",
            home=names.category(taxonomy, self.home),
            what=names.coded(self.number, self.name),
        )
