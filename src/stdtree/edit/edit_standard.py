"""Edit standards: title, status, dates, plan and where else they are listed."""

from typing import Any

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Operation
from stdtree.edit import _standard_fields as row
from stdtree.edit._given import differing, refuse_unchanged
from stdtree.edit._rows import checked_places, numbered, with_rows
from stdtree.edit._selection import (
    NamedRow,
    WhereRows,
    called_rows,
    refuse_several,
    selected_rows,
)
from stdtree.edit._texts import patched, renamed
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy
from stdtree.model.words import FIELD, field_word


class EditStandard(Operation):
    """Changes what is given; an empty value clears. For a new edition: replace-standard."""

    title = Label("编辑标准", "Edit standard")
    summary = Label(
        "编辑标准的名称、状态、日期和计划。", "Edit a standard's title, status, dates and plan."
    )
    subject = "id"

    id: NamedRow = None
    number: row.Number = None
    name: row.StandardTitle = Field(default_factory=dict)
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
    where: WhereRows = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a number that another row has, unknown places and bodies, an empty title."""
        found = selected_rows(taxonomy, self.id, where=self.where)
        refuse_several(found, given=self.number is not None, what=FIELD["number"])
        edited = [Placed(home, self._edited(taxonomy, home, one)) for home, one in found]
        changed = [new for old, new in zip(found, edited, strict=True) if new != old]
        what = called_rows(taxonomy, self.id, where=self.where)
        refuse_unchanged(what, changed=bool(changed))
        return with_rows(taxonomy, changed)

    def _edited(self, taxonomy: Taxonomy, home: str, standard: Standard) -> Standard:
        given = differing(self, row.current(standard))
        changes: dict[str, Any] = row.given(**{name: given.get(name) for name in row.PLAIN})
        if "number" in given:
            written = self.number or ""
            changes["number"] = None
            changes |= numbered(taxonomy, written, standard_id=standard.id) if written else {}
        if "adopts" in given:
            changes["adopts"] = row.adopted(given["adopts"])
        if "also_in" in given:
            changes["also_in"] = checked_places(taxonomy, given["also_in"], home=home)
        if "name" in given:
            changes["title"] = renamed(taxonomy, standard.title, given["name"])
        if "remark" in given:
            changes["remark"] = patched(
                taxonomy, standard.remark, given["remark"], called=FIELD["remark"]
            )
        changes["plan"] = row.planned(taxonomy, standard.plan, given)
        return replace(standard, **changes)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Edit GB/T 34670-2017 技术转移服务规范: status, in force from."""
        given = differing(self, {**self.prefilled(taxonomy, self.id), "where": self.where})
        return say(
            "编辑 {what}：{fields}",
            "Edit {what}: {fields}",
            what=called_rows(taxonomy, self.id, where=self.where),
            fields=names.listed(field_word(name.replace("plan_", "plan.")) for name in given),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The row as it is."""
        placed = taxonomy.standard(subject) if subject else None
        return {"id": subject, **row.current(placed.standard)} if placed else {}
