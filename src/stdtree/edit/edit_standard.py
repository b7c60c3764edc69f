"""Edit a standard: title, status, dates, plan and where else it is listed."""

from typing import Any

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Operation, _find
from stdtree.edit import _standard_fields as row
from stdtree.edit._given import differing, refuse_unchanged
from stdtree.edit._rows import checked_places, normal_number, with_row
from stdtree.edit._texts import patched, renamed
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD, field_word

_PLAIN = ("status", "kind", "published", "in_force", "status_as_of")


class EditStandard(Operation):
    """Changes what is given; an empty value clears. For a new edition: replace-standard."""

    title = Label("编辑标准", "Edit standard")
    summary = Label(
        "编辑标准的名称、状态、日期和计划。", "Edit a standard's title, status, dates and plan."
    )
    subject = "id"

    id: row.OneStandard
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
    also_in: row.AlsoIn = None
    remark: row.Remark = Field(default_factory=dict)

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a number that another row has, unknown places and bodies, an empty title."""
        home, standard = _find.standard(taxonomy, self.id)
        given = differing(self, self.prefilled(taxonomy, self.id))
        refuse_unchanged(names.of_standard(standard), changed=bool(given))
        changes: dict[str, Any] = row.given(**{name: given.get(name) for name in _PLAIN})
        if "number" in given:
            number = self.number and normal_number(taxonomy, self.number, standard_id=self.id)
            changes["number"] = number or None
        if "also_in" in given:
            changes["also_in"] = checked_places(taxonomy, given["also_in"], home=home)
        if "name" in given:
            changes["title"] = renamed(taxonomy, standard.title, given["name"])
        if "remark" in given:
            changes["remark"] = patched(
                taxonomy, standard.remark, given["remark"], called=FIELD["remark"]
            )
        changes["plan"] = row.planned(taxonomy, standard.plan, given)
        return with_row(taxonomy, home, replace(standard, **changes))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Edit GB/T 34670-2017 技术转移服务规范: status, in force from."""
        given = differing(self, self.prefilled(taxonomy, self.id))
        return say(
            "编辑标准 {what}：{fields}",
            "Edit {what}: {fields}",
            what=names.standard(taxonomy, self.id),
            fields=names.listed(field_word(name.replace("plan_", "plan.")) for name in given),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The row as it is."""
        placed = taxonomy.standard(subject) if subject else None
        if placed is None:
            return {}
        row_now = placed.standard
        current = {name: getattr(row_now, name) for name in ("number", *_PLAIN, "also_in")}
        plan = {f"plan_{name}": getattr(row_now.plan, name, None) for name in row.PLAN_FIELDS}
        texts = {"name": dict(row_now.title), "remark": dict(row_now.remark or {})}
        return {"id": subject, **texts, **current, **plan}
