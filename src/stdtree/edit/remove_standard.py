"""Remove planned standards."""

from msgspec.structs import replace

from stdtree.edit import Operation
from stdtree.edit._selection import NamedRow, WhereRows, called_rows, selected_rows
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.ids import CategoryId
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy


class RemoveStandard(Operation):
    """A plan that is given up goes; what has a number was published and can only be withdrawn."""

    title = Label("删除拟制定标准", "Remove standard")
    summary = Label(
        "从标准明细表中删除没有编号的标准。", "Remove a planned standard, which has no number."
    )
    subject = "id"
    destructive = True

    id: NamedRow = None
    where: WhereRows = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a standard that has a number or that something refers to."""
        found = selected_rows(taxonomy, self.id, where=self.where, among=_is_planned)
        for home, standard in found:
            taxonomy = _without(taxonomy, home, standard)
        return taxonomy

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Remove 技术转移服务评价."""
        what = called_rows(taxonomy, self.id, where=self.where, among=_is_planned)
        return say("删除 {what}", "Remove {what}", what=what)


def _is_planned(standard: Standard) -> bool:
    return standard.number is None


def _without(taxonomy: Taxonomy, home: CategoryId, standard: Standard) -> Taxonomy:
    if standard.number is not None:
        raise EditError(
            say(
                "标准 {what} 已有编号，不能删除",
                "{what} has a number and cannot be removed",
                what=names.of_standard(standard),
            ),
            Label(
                "请改为废止（withdraw-standard）；编号填错则用 edit-standard 改正",
                "Withdraw it instead (withdraw-standard); mend a wrong number with edit-standard",
            ),
        )
    _refuse_named(taxonomy, standard)
    category = taxonomy.categories[home]
    kept = tuple(one for one in category.standards if one.id != standard.id)
    return taxonomy.with_(replace(category, standards=kept))


def _refuse_named(taxonomy: Taxonomy, standard: Standard) -> None:
    """Raises EditError if a later edition, a change note or a comment names the standard."""
    rows = (placed.standard for placed in taxonomy.standards.values())
    named = [names.of_standard(one) for one in rows if standard.id in one.replaces]
    named += [
        names.of_category(one)
        for one in taxonomy.categories.values()
        if any(note.standard == standard.id for note in one.change_notes)
    ]
    named += [
        names.text(one.title)
        for one in taxonomy.consultations.values()
        if any(comment.standard == standard.id for comment in one.comments)
    ]
    if named:
        raise EditError(
            say(
                "{who} 提到标准 {what}",
                "{who} names {what}",
                who=names.listed(named),
                what=names.of_standard(standard),
            ),
            Label("请先改掉那里的引用", "Take the reference out there first"),
        )
