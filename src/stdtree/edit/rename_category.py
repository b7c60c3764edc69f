"""Change the title of a category, in any of its languages."""

from typing import Annotated

from msgspec.structs import replace

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._fields import OneCategory
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._shapes import TitleShape
from stdtree.edit._texts import renamed
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy


class RenameCategory(Operation):
    """Another title; languages that are not given stay as they are."""

    title = Label("类目更名", "Rename category")
    summary = Label("修改类目在各语言中的名称。", "Change a category's title in any language.")
    subject = "id"

    id: OneCategory
    name: Annotated[
        TitleShape,
        Ask(
            "text", Label("名称", "Title"), Label("清空即删去该语言。", "Empty removes a language.")
        ),
    ]

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a retired category and an empty title in the first language."""
        category = _find.live(taxonomy, self.id)
        title = renamed(taxonomy, category.title, self.name)
        refuse_unchanged(names.of_category(category), changed=title != category.title)
        return taxonomy.with_(replace(category, title=title))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Rename BB 技术转移 to 技术转移转化服务: to what is new, in whatever language it is."""
        category = taxonomy.get(self.id)
        old = category.title if category else {}
        new = {tag: text for tag, text in {**old, **self.name}.items() if text}
        fresh = {tag: text for tag, text in new.items() if text != old.get(tag)}
        return say(
            "将 {what} 更名为 {name}",
            "Rename {what} to {name}",
            what=names.category(taxonomy, self.id),
            name=names.text(fresh or new),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The title as it is."""
        category = taxonomy.get(subject)
        return {"id": category.id, "name": dict(category.title)} if category else {}
