"""Retire categories and say where its contents went."""

from typing import Annotated

from pydantic import Field

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import live_children
from stdtree.edit._fields import EndRelease, Reason, ToExtent
from stdtree.edit._lineage import (
    coming_release,
    ended,
    refuse_children,
    refuse_standards,
    retirable,
)
from stdtree.edit._new_ids import refuse_repeated
from stdtree.edit._rows import contents_moved
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.taxonomy import Taxonomy


class RetireCategory(Operation):
    """The category keeps its file, its code and its id; nothing else may stand in it."""

    title = Label("废止类目", "Retire category")
    summary = Label("废止类目，并写明由谁承接。", "Retire a category and name its successors.")
    subject = "id"
    destructive = True

    id: Named = None
    release: EndRelease
    successors: Annotated[
        tuple[str, ...],
        Ask(
            "categories",
            Label("承接类目", "Successors"),
            Label("留空表示内容不再存在。", "None: the matter is gone."),
        ),
    ] = ()
    extent: ToExtent = "complete"
    standards_to: Annotated[
        str | None,
        Ask("category", Label("标准移到", "Standards go to")),
    ] = None
    reason: Reason = Field(default_factory=dict)
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses drafts, children or standards left behind, retired successors, past releases."""
        refuse_repeated(self.successors)
        for one in reversed(selected(taxonomy, self.id, where=self.where, among=["active"])):
            taxonomy = self._retired(taxonomy, one)
        return taxonomy

    def _retired(self, taxonomy: Taxonomy, one: Category) -> Taxonomy:
        category = retirable(taxonomy, one.id, release=self.release)
        places = (*self.successors, *((self.standards_to,) if self.standards_to else ()))
        if any(_find.live(taxonomy, place).id == one.id for place in places):
            raise EditError(
                say(
                    "类目 {what} 不能由它自己承接",
                    "The category {what} cannot succeed itself",
                    what=names.of_category(category),
                ),
                Label("请选择别的类目", "Choose another category"),
            )
        refuse_children(category, live_children(taxonomy, one.id))
        if self.standards_to:
            taxonomy = contents_moved(taxonomy, one.id, to=self.standards_to)
        way_out = Label(
            "请指定标准移到哪个类目（--standards-to），或先移走它们（move-standard）",
            "Say where they go (--standards-to), or move them first (move-standard)",
        )
        refuse_standards(taxonomy, taxonomy.categories[one.id], way_out=way_out)
        heirs = tuple(Successor(id=heir, extent=self.extent) for heir in self.successors)
        record = Retired(release=self.release, succeeded_by=heirs, reason=self.reason)
        return ended(taxonomy, one.id, record)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Retire D1 管理咨询 from 1.1, succeeded by BJ 科技咨询服务."""
        who = names.listed(names.category(taxonomy, one) for one in self.successors)
        after = say(",由 {who} 承接", ", succeeded by {who}", who=who) if who.en else who
        return say(
            "自 {release} 起废止 {what}{after}",
            "Retire {what} as of {release}{after}",
            what=called(taxonomy, self.id, where=self.where, among=["active"]),
            release=self.release,
            after=after,
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The coming release."""
        return super().prefilled(taxonomy, subject) | {"release": coming_release(taxonomy)}
