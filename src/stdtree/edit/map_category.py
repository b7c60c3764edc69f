"""Map categories to a place in another classification, or take the place away."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation
from stdtree.edit._fields import Remove
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._selection import Named, Where, called, selected
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

    id: Named = None
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
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category, an empty place, and to remove one that is not there."""
        if not (self.scheme and self.code):
            raise EditError(
                Label("缺少其他分类或其代码", "The classification or its code is missing"),
                Label("请填写两者（--scheme、--code）", "Give both (--scheme, --code)"),
            )
        found = selected(taxonomy, self.id, where=self.where)
        mapped = [(one, self._maps(one)) for one in found]
        changed = [replace(one, maps=maps) for one, maps in mapped if maps != one.maps]
        if self.remove and not changed:
            raise _absent(found[0], self.scheme, code=self.code)
        what = called(taxonomy, self.id, where=self.where)
        refuse_unchanged(what, changed=bool(changed))
        return taxonomy.with_(*changed)

    def _maps(self, category: Category) -> tuple[SchemeMap, ...]:
        table = {(one.scheme, one.code): one for one in category.maps}
        if self.remove:
            table.pop((self.scheme, self.code), None)
        else:
            place = SchemeMap(scheme=self.scheme, code=self.code, extent=self.extent)
            table[self.scheme, self.code] = place
        return tuple(table.values())

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Map BB 技术转移转化服务 to 7530 in GB/T 4754-2017 (partial)."""
        what = called(taxonomy, self.id, where=self.where)
        place = same(f"{self.scheme} {self.code}")
        if self.remove:
            return say(
                "{what} 不再对应 {place}", "Map {what} no longer to {place}", what=what, place=place
            )
        extent = Label("（", " (") + EXTENT[self.extent] + Label("）", ")")
        return say("{what} 对应 {place}", "Map {what} to {place}", what=what, place=place) + extent


def _absent(category: Category, scheme: str, *, code: str) -> EditError:
    there = names.listed(same(f"{one.scheme} {one.code}") for one in category.maps)
    return EditError(
        say(
            "类目 {what} 没有对应 {place}",
            "The category {what} is not mapped to {place}",
            what=names.of_category(category),
            place=f"{scheme} {code}",
        ),
        Label("现有对应：", "It is mapped to: ") + (there if category.maps else names.NOTHING),
    )
