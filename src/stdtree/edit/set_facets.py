"""Set the values that categories have in a facet."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation
from stdtree.edit._facets import called, refuse_unknown_value, titles_of
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._selection import Named, Where, selected
from stdtree.edit._selection import called as selection
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.ids import Id
from stdtree.model.taxonomy import Taxonomy


class SetFacets(Operation):
    """All values of one facet at once, kept in the order of the facet; none clears it."""

    title = Label("设置分面取值", "Set facets")
    summary = Label(
        "设置一个或多个类目在某分面中的取值。", "Set the values of categories in one facet."
    )
    subject = "id"

    id: Named = None
    facet: Annotated[
        str,
        Ask("facet", Label("分面", "Facet"), Label("分面的标识。", "The id of the facet.")),
    ]
    values: Annotated[
        tuple[str, ...] | None,
        Ask(
            "facet-values",
            Label("取值", "Values"),
            Label("取值的标识；清空则没有取值。", "Ids of values; emptied: none."),
        ),
    ] = None
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses retired categories, an empty selection, and unknown facets or values."""
        titles = titles_of(taxonomy.system, self.facet)
        for value in self.values or ():
            refuse_unknown_value(taxonomy.system, self.facet, value)
        values = tuple(value for value in titles if value in (self.values or ()))
        changed = [
            _with_values(one, self.facet, values)
            for one in selected(taxonomy, self.id, where=self.where)
            if self.values is not None and set(one.facets.get(self.facet, ())) != set(values)
        ]
        what = selection(taxonomy, self.id, where=self.where)
        refuse_unchanged(what, changed=bool(changed))
        return taxonomy.with_(*changed)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Set 产业链环节 of BB 技术转移转化服务 to 成果转化."""
        values = (called(taxonomy.system, self.facet, value) for value in self.values or ())
        return say(
            "将 {what} 的分面“{facet}”设为 {values}",
            "Set {facet} of {what} to {values}",
            what=selection(taxonomy, self.id, where=self.where),
            facet=called(taxonomy.system, self.facet),
            values=names.listed(values) if self.values else names.NOTHING,
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The first facet in which it has values, else the system's first, and its values."""
        category = taxonomy.get(subject)
        if category is None:
            return {}
        facet = next(iter((*category.facets, *taxonomy.system.facets)), "")
        return {"id": category.id, "facet": facet, "values": category.facets.get(facet, ())}


def _with_values(category: Category, facet: Id, values: tuple[Id, ...]) -> Category:
    kept = {key: there for key, there in category.facets.items() if key != facet}
    return replace(category, facets=kept | ({facet: values} if values else {}))
