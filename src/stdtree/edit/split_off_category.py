"""Split a new category off one that lives on."""

from msgspec.structs import replace

from stdtree.edit import Operation, _find
from stdtree.edit._branch import transferred
from stdtree.edit._fields import (
    ChildrenAlong,
    NewCode,
    NewId,
    NewTitle,
    OneCategory,
    StandardsAlong,
    Under,
)
from stdtree.edit._rows import rehomed, rows_of
from stdtree.edit._successors import children_of, new_category
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class SplitOffCategory(Operation):
    """The new category remembers where it comes from; children and standards may go along."""

    title = Label("析出类目", "Split off category")
    summary = Label(
        "从一个类目析出新类目，原类目保留。", "Split a new category off one that stays."
    )
    subject = "id"

    id: OneCategory
    name: NewTitle
    code: NewCode = None
    new_id: NewId = ""
    under: Under = None
    children: ChildrenAlong = ()
    standards: StandardsAlong = ()

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired source, and children or standards that are not its own."""
        source = _find.live(taxonomy, self.id)
        children = children_of(taxonomy, self.id, self.children)
        standards = rows_of(source, self.standards)
        parent = _find.live(taxonomy, self.under).id if self.under else source.parent
        after, made = new_category(
            taxonomy,
            parent,
            name=self.name,
            code=self.code,
            wanted=self.new_id,
        )
        after = after.with_(replace(made, split_from=(self.id,)))
        after = transferred(after, children, to=made)
        return rehomed(after, self.id, to=made.id, ids=standards)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Split BC 企业孵化服务 off E 外部条件拓展."""
        return say(
            "从 {source} 析出 {what}",
            "Split {what} off {source}",
            source=names.category(taxonomy, self.id),
            what=names.coded(self.code, self.name),
        )
