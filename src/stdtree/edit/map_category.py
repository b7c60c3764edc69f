"""Map a category to a place in another classification, or take the place away."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._fields import OneCategory, Remove
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._shapes import CodeShape, NumberShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category, Extent, SchemeMap
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import EXTENT


class MapCategory(Operation):
    """One place by classification and code; given again, it gets another extent."""

    title = Label("对应其他分类", "Map category")
    summary = Label(
        "添加或移除类目在其他分类中的对应。",
        "Add or remove a category's place in another classification.",
    )
    subject = "id"

    id: OneCategory
    scheme: Annotated[
        NumberShape,
        Ask(
            "line",
            Label("其他分类", "Classification"),
            Label("如 GB/T 4754-2017。", "Such as GB/T 4754-2017."),
        ),
    ]
    code: Annotated[CodeShape, Ask("code", Label("分类代码", "Code in it"))]
    extent: Annotated[
        Extent,
        Ask(
            "choice",
            Label("对应程度", "Extent"),
            Label("该类全部或部分属于此类目。", "Whether all of that class belongs here."),
            choices=EXTENT,
        ),
    ] = "complete"
    remove: Remove = False

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category, an empty place, and to remove one that is not there."""
        category = _find.live(taxonomy, self.id)
        if not (self.scheme and self.code):
            raise EditError(
                Label("缺少其他分类或其代码", "The classification or its code is missing"),
                Label("请填写两者（--scheme、--code）", "Give both (--scheme, --code)"),
            )
        table = {(one.scheme, one.code): one for one in category.maps}
        place = (self.scheme, self.code)
        if self.remove:
            if place not in table:
                raise _absent(category, self.scheme, code=self.code)
            del table[place]
        else:
            table[place] = SchemeMap(scheme=self.scheme, code=self.code, extent=self.extent)
        maps = tuple(table.values())
        refuse_unchanged(names.of_category(category), changed=maps != category.maps)
        return taxonomy.with_(replace(category, maps=maps))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Map BB 技术转移转化服务 to 7530 in GB/T 4754-2017 (partial)."""
        parts = {
            "what": names.category(taxonomy, self.id),
            "place": same(f"{self.scheme} {self.code}"),
            "extent": EXTENT[self.extent],
        }
        if self.remove:
            return say("{what} 不再对应 {place}", "Map {what} no longer to {place}", **parts)
        return say("{what} 对应 {place}（{extent}）", "Map {what} to {place} ({extent})", **parts)


def _absent(category: Category, scheme: str, *, code: str) -> EditError:
    there = names.listed(same(f"{one.scheme} {one.code}") for one in category.maps)
    return EditError(
        say(
            "类目 {what} 没有对应 {place}",
            "The category {what} is not mapped to {place}",
            what=names.of_category(category),
            place=f"{scheme} {code}",
        ),
        say(
            "现有对应：{there}",
            "It is mapped to: {there}",
            there=there if category.maps else names.NOTHING,
        ),
    )
