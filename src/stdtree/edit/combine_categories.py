"""Combine categories into a new one (merger), or into one that lives on (take-over)."""

from typing import Annotated

from pydantic import Field

from stdtree.edit import Ask, Operation
from stdtree.edit._branch import live_children, transferred
from stdtree.edit._fields import EndRelease, NewCode, NewId, Reason, Under
from stdtree.edit._lineage import coming_release, ended, retirable
from stdtree.edit._new_ids import refuse_repeated
from stdtree.edit._rows import contents_moved
from stdtree.edit._shapes import TitleShape
from stdtree.edit._successors import beside, enough, new_category, outside
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.taxonomy import Taxonomy


class CombineCategories(Operation):
    """The sources end; their children and standards go to the target."""

    title = Label("类目合并", "Combine categories")
    summary = Label(
        "把几个类目合并为新类目，或并入现有类目。",
        "Combine categories into a new one, or into one that stays.",
    )
    subject = "ids"
    destructive = True

    ids: Annotated[tuple[str, ...], Ask("categories", Label("被合并的类目", "Categories"))]
    release: EndRelease
    into: Annotated[
        str | None,
        Ask(
            "category",
            Label("并入", "Into"),
            Label("留空则合并为新类目。", "Empty: into a new category."),
        ),
    ] = None
    name: Annotated[TitleShape, Ask("text", Label("新类目名称", "Title of the new one"))] = Field(
        default_factory=dict
    )
    code: NewCode = None
    new_id: NewId = ""
    under: Under = None
    reason: Reason = Field(default_factory=dict)

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses fewer than two, drafts, retired ones, and a target inside a source's branch."""
        refuse_repeated(self.ids)
        sources = [retirable(taxonomy, one, release=self.release) for one in self.ids]
        enough(sources, least=1 if self.into else 2)
        after, target = self._target(taxonomy, sources)
        for source in sources:
            children = [c for c in live_children(after, source.id) if c.id not in self.ids]
            after = transferred(after, children, to=target)
            after = contents_moved(after, source.id, to=target.id)
        record = Retired(
            release=self.release, succeeded_by=(Successor(id=target.id),), reason=self.reason
        )
        for source in sources:
            after = ended(after, source.id, record)
        return after

    def _target(self, taxonomy: Taxonomy, sources: list[Category]) -> tuple[Taxonomy, Category]:
        if self.into:
            return taxonomy, outside(taxonomy, self.into, sources=sources)
        return new_category(
            taxonomy,
            beside(taxonomy, self.under, sources=sources),
            name=self.name,
            code=self.code,
            wanted=self.new_id,
        )

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Combine D1 管理咨询, D2 市场调查 into BJ 科技咨询服务."""
        target = (
            names.category(taxonomy, self.into) if self.into else names.coded(self.code, self.name)
        )
        return say(
            "将 {sources} 并入 {target}" if self.into else "将 {sources} 合并为 {target}",
            "Combine {sources} into {target}",
            sources=names.listed(names.category(taxonomy, one) for one in self.ids),
            target=target,
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The category under the cursor as the first, and the coming release."""
        return {"ids": (subject,) if subject else (), "release": coming_release(taxonomy)}
