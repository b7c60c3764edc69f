"""Change the code of a category, and of its branch along with it."""

from typing import Annotated

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._branch import recoded
from stdtree.edit._codes import proposed_code
from stdtree.edit._fields import OneCategory
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._shapes import CodeShape
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class RecodeCategory(Operation):
    """Another code; codes below that begin with the old one begin with the new one."""

    title = Label("类目改码", "Recode category")
    summary = Label(
        "修改体系编号，下级编号随之改变。", "Change a category's code; the codes below follow."
    )
    subject = "id"

    id: OneCategory
    code: Annotated[
        CodeShape,
        Ask(
            "code",
            Label("新编号", "New code"),
            Label("留空则取下一个可用编号。", "Empty: the next free code."),
        ),
    ] = ""
    branch: Annotated[bool, Ask("flag", Label("下级一并改码", "Recode the branch along"))] = True

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category and a code that is taken or does not suit its place."""
        category = _find.live(taxonomy, self.id)
        code = self.code or proposed_code(taxonomy, category.parent)
        refuse_unchanged(names.of_category(category), changed=code != category.code)
        return recoded(taxonomy, category, code, branch=self.branch)

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Recode B 技术转移转化服务 to BB."""
        return say(
            "将 {what} 的编号改为 {code}",
            "Recode {what} to {code}",
            what=names.category(taxonomy, self.id),
            code=self.code or Label("下一个可用编号", "the next free code"),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The code as it is."""
        category = taxonomy.get(subject)
        return {"id": category.id, "code": category.code or ""} if category else {}
