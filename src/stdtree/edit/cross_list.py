"""List a standard in another category beside its home, or no longer."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit import _standard_fields as row
from stdtree.edit._fields import Remove
from stdtree.edit._rows import checked_places, with_row
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy


class CrossList(Operation):
    """A standard has one home and any number of references, never a copy."""

    title = Label("同时列入", "Cross-list")
    summary = Label(
        "让标准同时列入另一类目，或不再列入。",
        "List a standard in one more category, or no longer.",
    )
    subject = "id"

    id: row.OneStandard
    category: Annotated[str, Ask("category", Label("类目", "Category"))]
    remove: Remove = False

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses the home, a retired category, and what is so already."""
        home, standard = _find.standard(taxonomy, self.id)
        place = _find.category(taxonomy, self.category)
        if self.remove != (place.id in standard.also_in):
            raise _as_it_is(standard, names.of_category(place), listed=not self.remove)
        if self.remove:
            places = tuple(one for one in standard.also_in if one != place.id)
        else:
            places = (*standard.also_in, *checked_places(taxonomy, [place.id], home=home))
        return with_row(taxonomy, home, replace(standard, also_in=places))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """List GB/T 34670-2017 技术转移服务规范 in BC 企业孵化服务, too."""
        what = names.standard(taxonomy, self.id)
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
