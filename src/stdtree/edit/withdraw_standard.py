"""Mark standards as withdrawn."""

from msgspec.structs import replace

from stdtree.edit import Operation
from stdtree.edit import _standard_fields as row
from stdtree.edit._rows import with_rows
from stdtree.edit._selection import NamedRow, WhereRows, called_rows, selected_rows
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy


class WithdrawStandard(Operation):
    """The row stays and is withdrawn; a plan to withdraw it is thereby done."""

    title = Label("废止标准", "Withdraw standard")
    summary = Label(
        "把标准标为废止，仍留在标准明细表中。",
        "Mark a standard as withdrawn; it stays in the table of standards.",
    )
    subject = "id"

    id: NamedRow = None
    status_as_of: row.StatusAsOf = None
    where: WhereRows = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses planned standards, and those that are withdrawn already."""
        found = selected_rows(taxonomy, self.id, where=self.where, among=_is_in_being)
        return with_rows(taxonomy, [Placed(home, self._withdrawn(one)) for home, one in found])

    def _withdrawn(self, standard: Standard) -> Standard:
        if standard.number is None:
            raise EditError(
                say(
                    "{what} 还没有编号，不能废止",
                    "{what} has no number yet and cannot be withdrawn",
                    what=names.of_standard(standard),
                ),
                Label("请删除它（remove-standard）", "Remove it (remove-standard)"),
            )
        if standard.status == "withdrawn":
            raise EditError(
                say(
                    "标准 {what} 已经废止",
                    "{what} is withdrawn already",
                    what=names.of_standard(standard),
                ),
                Label(
                    "核查日期请用 edit-standard 修改",
                    "To change when that was looked up: edit-standard",
                ),
            )
        plan = standard.plan
        if plan is not None and plan.stage == "to-withdraw":
            plan = replace(plan, stage="none")
        dated = row.given(status_as_of=self.status_as_of)
        return replace(standard, status="withdrawn", plan=plan, **dated)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Withdraw GB/T 34670-2017 技术转移服务规范."""
        what = called_rows(taxonomy, self.id, where=self.where, among=_is_in_being)
        return say("废止 {what}", "Withdraw {what}", what=what)


def _is_in_being(standard: Standard) -> bool:
    return standard.number is not None and standard.status != "withdrawn"
