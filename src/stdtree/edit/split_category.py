"""Split a category into several new ones (breakdown); it ends."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from stdtree.edit import Ask, Operation
from stdtree.edit._branch import live_children, transferred
from stdtree.edit._fields import EndRelease, OneCategory, Reason, Under
from stdtree.edit._lineage import coming_release, ended, retirable
from stdtree.edit._rows import contents_moved, rehomed, rows_of
from stdtree.edit._shapes import CodeShape, TitleShape
from stdtree.edit._successors import beside, children_of, enough, new_category
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.taxonomy import Taxonomy

_FIRST = Label("其余归第一个；第三个起请随后移动", "The rest goes to the first; move on to a third")


class SplitCategory(Operation):
    """Several new categories succeed it, each to a part of its contents."""

    title = Label("类目拆分", "Split category")
    summary = Label(
        "把一个类目拆分为几个新类目，原类目废止。", "Split a category into new ones; it is retired."
    )
    subject = "id"
    destructive = True

    id: OneCategory
    release: EndRelease
    names: Annotated[tuple[TitleShape, ...], Ask("titles", Label("新类目名称", "New titles"))]
    codes: Annotated[
        tuple[CodeShape, ...],
        Ask(
            "codes",
            Label("新类目编号", "New codes"),
            Label("依次对应；缺者取下一个可用编号。", "In order; the next free code if missing."),
        ),
    ] = ()
    second_children: Annotated[
        tuple[str, ...],
        Ask("categories", Label("归第二个的下级", "Children of the second"), _FIRST),
    ] = ()
    second_standards: Annotated[
        tuple[str, ...],
        Ask("standards", Label("归第二个的标准", "Standards of the second"), _FIRST),
    ] = ()
    under: Under = None
    reason: Reason = Field(default_factory=dict)

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses fewer than two new ones, and children or standards that are not its own."""
        source = retirable(taxonomy, self.id, release=self.release)
        enough(self.names, least=2)
        children = children_of(taxonomy, self.id, self.second_children)
        standards = rows_of(source, self.second_standards)
        after, parts = self._parts(taxonomy, source)
        after = transferred(after, children, to=parts[1])
        after = transferred(after, live_children(after, self.id), to=parts[0])
        after = rehomed(after, self.id, to=parts[1].id, ids=standards)
        after = contents_moved(after, self.id, to=parts[0].id)
        heirs = tuple(Successor(id=part.id, extent="partial") for part in parts)
        record = Retired(release=self.release, succeeded_by=heirs, reason=self.reason)
        return ended(after, self.id, record)

    def _parts(self, taxonomy: Taxonomy, source: Category) -> tuple[Taxonomy, Sequence[Category]]:
        parent = beside(taxonomy, self.under, sources=[source])
        parts = []
        for index, name in enumerate(self.names):
            code = self.codes[index] if index < len(self.codes) else None
            taxonomy, part = new_category(taxonomy, parent, name=name, code=code)
            parts.append(part)
        return taxonomy, parts

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Split C 科技成果转化 into 技术转移转化服务, 技术推广服务."""
        return say(
            "将 {what} 拆分为 {parts}",
            "Split {what} into {parts}",
            what=names.category(taxonomy, self.id),
            parts=names.listed(names.text(name) for name in self.names),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The coming release."""
        return super().prefilled(taxonomy, subject) | {"release": coming_release(taxonomy)}
