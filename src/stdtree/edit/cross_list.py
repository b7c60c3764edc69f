"""List standards in another category beside its home, or no longer."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._fields import Remove
from stdtree.edit._rows import checked_places, with_rows
from stdtree.edit._selection import NamedRow, WhereRows, called_rows, selected_rows
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Placed, Taxonomy


class CrossList(Operation):
    """A standard has one home and any number of references, never a copy."""

    title = Label("同时列入", "Cross-list")
    summary = Label(
        "让标准同时列入另一类目，或不再列入。",
        "List a standard in one more category, or no longer.",
    )
    subject = "id"

    id: NamedRow = None
    category: Annotated[str, Ask("category", Label("类目", "Category"))]
    remove: Remove = False
    where: WhereRows = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses the home, a retired category, and what is so already."""
        place = _find.category(taxonomy, self.category)
        found = selected_rows(taxonomy, self.id, where=self.where)
        left = [
            one
            for one in found
            if (place.id in one.standard.also_in) == self.remove
            and (one.standard.id == self.id or one.home != place.id)
        ]
        if not left:
            raise _as_it_is(found[0].standard, names.of_category(place), listed=not self.remove)
        return with_rows(taxonomy, [self._listed(taxonomy, one) for one in left])

    def _listed(self, taxonomy: Taxonomy, one: Placed) -> Placed:
        places = tuple(place for place in one.standard.also_in if place != self.category)
        if not self.remove:
            places += checked_places(taxonomy, [self.category], home=one.home)
        return Placed(one.home, replace(one.standard, also_in=places))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """List GB/T 34670-2017 技术转移服务规范 in BC 企业孵化服务, too."""
        what = called_rows(taxonomy, self.id, where=self.where)
        place = names.category(taxonomy, self.category)
        if self.remove:
            return say(
                "{what} 不再列入 {place}",
                "List {what} no longer in {place}",
                what=what,
                place=place,
            )
        return say(
            "将 {what} 同时列入 {place}", "List {what} in {place}, too", what=what, place=place
        )


def _as_it_is(standard: Standard, place: Label, *, listed: bool) -> EditError:
    what = names.of_standard(standard)
    if listed:
        return EditError(
            say(
                "标准 {what} 已同时列入 {place}",
                "{what} is listed in {place} already",
                what=what,
                place=place,
            ),
            Label("要移除请加 --remove", "To take it away: --remove"),
        )
    return EditError(
        say(
            "标准 {what} 没有同时列入 {place}",
            "{what} is not listed in {place} beside its home",
            what=what,
            place=place,
        ),
        Label("移动所在类目请用 move-standard", "To change its home: move-standard"),
    )
