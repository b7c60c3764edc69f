"""Renumber the children of a category, with their branches."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import codes_passed, live_children, rebased_below, refuse_misfits
from stdtree.edit._codes import successive_codes
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._new_ids import refuse_repeated
from stdtree.edit._shapes import CodeShape
from stdtree.edit._successors import children_of
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy


class RenumberSiblings(Operation):
    """Codes without gaps, in the order asked for; those that retired categories had stay unused."""

    title = Label("下级重新编号", "Renumber siblings")
    summary = Label(
        "为下级类目依次重新编号，各分支随之改码。",
        "Give the children of a category codes in order; their branches follow.",
    )
    subject = "parent"
    destructive = True

    parent: Annotated[str | None, Ask("parent", Label("上级类目", "Under"))]
    order: Annotated[
        tuple[str, ...],
        Ask(
            "categories",
            Label("排在最前", "First in order"),
            Label("其余按现有顺序随后。", "The rest follows as it is."),
        ),
    ] = ()
    code: Annotated[
        CodeShape,
        Ask(
            "code",
            Label("首个编号", "First code"),
            Label("留空则沿用现有的首个。", "Empty: the first there is."),
        ),
    ] = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired parent, strangers in the order, and a level with too few codes."""
        if self.parent is not None:
            _find.live(taxonomy, self.parent)
        siblings = self._in_order(taxonomy)
        codes = successive_codes(taxonomy, siblings, first=self.code) if siblings else []
        renumbered = list(zip(siblings, codes, strict=True))
        changed = any(one.code != code for one, code in renumbered)
        refuse_unchanged(names.category(taxonomy, self.parent), changed=changed)
        below = [child for one, code in renumbered for child in rebased_below(taxonomy, one, code)]
        after = taxonomy.with_(*below, *(replace(one, code=code) for one, code in renumbered))
        for one in siblings:
            refuse_misfits(taxonomy, after, one)
        return after

    def _in_order(self, taxonomy: Taxonomy) -> tuple[Category, ...]:
        """Those named, then those that have a code; drafts without one stay as they are."""
        refuse_repeated(self.order)
        first = children_of(taxonomy, self.parent, self.order)
        rest = (one for one in live_children(taxonomy, self.parent) if one.id not in self.order)
        return (*first, *(one for one in rest if one.code))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Renumber the children of B 重点领域; BA, BB go to others, … (once there is a release)."""
        said = say(
            "为 {parent} 的下级类目重新编号",
            "Renumber the children of {parent}",
            parent=names.category(taxonomy, self.parent),
        )
        passing = self._passing(taxonomy) if taxonomy.releases else ()
        if not passing:
            return said
        return said + say(
            "；{codes} 改属其他类目，按编号对照已发布版本会出错（可用 --code 另起）",
            "; {codes} go to others, which misleads joins with releases (--code begins elsewhere)",
            codes=names.listed(map(same, passing)),
        )

    def _passing(self, taxonomy: Taxonomy) -> tuple[str, ...]:
        """Codes that one sibling takes over from another."""
        try:
            return codes_passed(taxonomy, self.apply(taxonomy), self.parent)
        except EditError:
            return ()

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The category under the cursor as the parent, else the top level."""
        return {"parent": subject if subject in taxonomy.categories else None}
