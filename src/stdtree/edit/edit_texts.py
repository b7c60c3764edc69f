"""Edit what a category is and what belongs to it."""

from typing import Annotated, Any

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Ask, Operation, _find
from stdtree.edit._fields import OneCategory
from stdtree.edit._given import differing, refuse_unchanged
from stdtree.edit._shapes import TextShape
from stdtree.edit._texts import checked_notes, patched
from stdtree.edit._words import say
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD

_NOTES = ("includes", "includes_also", "excludes")
_SEE = Label("see 写所归类目的标识", "Under see, the id of the category where it goes")


class EditTexts(Operation):
    """Definition by language; each list of notes as a whole, where it is given."""

    title = Label("编辑定义与范围", "Edit texts")
    summary = Label(
        "编辑类目的定义、包括、还包括和不包括。",
        "Edit a category's definition and what it includes and excludes.",
    )
    subject = "id"

    id: OneCategory
    definition: Annotated[TextShape, Ask("prose", Label("定义", "Definition"))] = Field(
        default_factory=dict
    )
    includes: Annotated[tuple[TextShape, ...] | None, Ask("notes", Label("包括", "Includes"))] = (
        None
    )
    includes_also: Annotated[
        tuple[TextShape, ...] | None, Ask("notes", Label("还包括", "Includes also"))
    ] = None
    excludes: Annotated[
        tuple[TextShape, ...] | None, Ask("notes", Label("不包括", "Excludes"), _SEE)
    ] = None

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a text that lacks the first language and a `see` that leads nowhere."""
        category = _find.live(taxonomy, self.id)
        given = differing(self, self.prefilled(taxonomy, self.id))
        refuse_unchanged(names.of_category(category), changed=bool(given))
        changes: dict[str, Any] = {
            name: checked_notes(taxonomy, given[name], called=FIELD[name])
            for name in _NOTES
            if name in given
        }
        if "definition" in given:
            changes["definition"] = patched(
                taxonomy, category.definition, given["definition"], called=FIELD["definition"]
            )
        return taxonomy.with_(replace(category, **changes))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Edit the texts of BB 技术转移转化服务: definition, excludes."""
        given = differing(self, self.prefilled(taxonomy, self.id))
        return say(
            "编辑 {what}：{fields}",
            "Edit {what}: {fields}",
            what=names.category(taxonomy, self.id),
            fields=names.listed(FIELD[name] for name in given),
        )

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The texts as they are."""
        category = taxonomy.get(subject)
        if category is None:
            return {}
        notes = {name: tuple(map(dict, getattr(category, name))) for name in _NOTES}
        return {"id": category.id, "definition": dict(category.definition or {}), **notes}
