"""Add a category under a parent, or at the top."""

from typing import Annotated

from pydantic import Field

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import refuse_misfits
from stdtree.edit._codes import next_free_code, proposed_code
from stdtree.edit._fields import CategoryStatus, NewCode, NewDefinition, NewId, NewTitle
from stdtree.edit._new_ids import new_category_id
from stdtree.edit._texts import new_title, patched
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD


class AddCategory(Operation):
    """A new category; an active one always gets a code, a draft only if it is given one."""

    title = Label("新增类目", "Add category")
    summary = Label("在某一类目之下或顶层新增类目。", "Add a category under another or at the top.")
    subject = "parent"

    parent: Annotated[str | None, Ask("parent", Label("上级类目", "Under"))] = None
    name: NewTitle
    code: NewCode = None
    id: NewId = ""
    status: CategoryStatus = "active"
    definition: NewDefinition = Field(default_factory=dict)

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired parent, a used id, a taken or unfit code, a missing title."""
        if self.parent is not None:
            _find.live(taxonomy, self.parent)
        title = new_title(taxonomy, self.name)
        code = self.code or None
        if code is None and self.status == "active":
            code = proposed_code(taxonomy, self.parent)
        added = Category(
            id=new_category_id(taxonomy, self.id, title),
            title=title,
            code=code,
            parent=self.parent,
            status=self.status,
            definition=patched(taxonomy, None, self.definition, called=FIELD["definition"]),
        )
        after = taxonomy.with_(added)
        refuse_misfits(taxonomy, after, added)
        return after

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Add BB 技术转移转化服务 under B 重点领域."""
        return say(
            "在 {parent} 之下新增类目 {what}",
            "Add the category {what} under {parent}",
            what=names.coded(self.code, self.name),
            parent=names.category(taxonomy, self.parent),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The category under the cursor as the parent, and the code a child of it would get."""
        parent = subject if subject in taxonomy.categories else None
        return {"parent": parent, "code": next_free_code(taxonomy, parent)}
