"""Say why something about categories changed in a release, and whether it is a real change."""

from typing import Annotated, Literal

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Ask, Operation
from stdtree.edit._fields import Remove
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._lineage import coming_release, refuse_released
from stdtree.edit._selection import Named, Where, called, selected
from stdtree.edit._shapes import ReleaseShape, TextShape
from stdtree.edit._texts import patched
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, ChangeNote, Status
from stdtree.model.change import EVENT_KINDS
from stdtree.model.event_kind import EventKind
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import MEANING

_EVERY: tuple[Status, ...] = ("draft", "active", "retired")
_REASON = Label("理由", "Reason")
_MEANS = {"": None, "real": True, "virtual": False}


class ExplainChange(Operation):
    """A change note by release and kind of event; given again, it is completed."""

    title = Label("说明变更", "Explain change")
    summary = Label(
        "写明变更理由，并判定是否为实质变更。",
        "Say why something changed, and whether that is a real change.",
    )
    subject = "id"

    id: Named = None
    kind: Annotated[EventKind, Ask("choice", Label("事件", "Event"), choices=EVENT_KINDS)]
    reason: Annotated[TextShape, Ask("prose", _REASON)] = Field(default_factory=dict)
    meaning: Annotated[
        Literal["", "real", "virtual"],
        Ask(
            "choice",
            Label("判定", "Judgement"),
            Label("留空则由工具提出建议。", "Empty: the tool proposes."),
            choices=MEANING,
        ),
    ] = ""
    release: Annotated[ReleaseShape, Ask("release", Label("版本", "Release"))]
    standard: Annotated[str | None, Ask("standard", Label("所指标准", "Standard"))] = None
    remove: Remove = False
    where: Where = ""

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses a release that is out, a new note without a reason, and a standard elsewhere."""
        refuse_released(taxonomy, self.release)
        found = selected(taxonomy, self.id, where=self.where, among=_EVERY)
        made = [replace(one, change_notes=self._notes(taxonomy, one)) for one in found]
        changed = [one for one, old in zip(made, found, strict=True) if one != old]
        what = called(taxonomy, self.id, where=self.where, among=_EVERY)
        refuse_unchanged(what, changed=bool(changed))
        return taxonomy.with_(*changed)

    def _notes(self, taxonomy: Taxonomy, category: Category) -> tuple[ChangeNote, ...]:
        notes = {(one.release, one.kind, one.standard): one for one in category.change_notes}
        key = self.release, self.kind, self.standard
        old = notes.get(key)
        if self.remove:
            notes.pop(key, None)
            return tuple(notes.values())
        if self.standard and all(row.id != self.standard for row in category.standards):
            where = names.standard(taxonomy, self.standard)
            raise EditError(
                say("{what} 不在该类目中", "{what} does not stand in that category", what=where),
                Label("请选择该标准所属的类目", "Choose the category in which it stands"),
            )
        reason = patched(taxonomy, old.reason if old else None, self.reason, called=_REASON)
        if reason is None:
            message = Label("变更说明缺少理由", "A change note needs a reason")
            raise EditError(message, Label("请填写理由（--reason）", "Say why (--reason)"))
        real = _MEANS[self.meaning] if self.meaning or old is None else old.real
        notes[key] = ChangeNote(self.release, self.kind, reason, self.standard, real)
        return tuple(notes.values())

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Explain the redefinition of BB 技术转移转化服务 in 1.2."""
        what = called(taxonomy, self.id, where=self.where, among=_EVERY)
        zh, en = "说明 {release} 中 {what} 的{kind}", "Explain the {kind} of {what} in {release}"
        return say(zh, en, what=what, kind=EVENT_KINDS[self.kind], release=self.release)

    @classmethod
    def prefilled(cls, taxonomy: Taxonomy, subject: str | None) -> dict[str, object]:
        """The coming release."""
        return super().prefilled(taxonomy, subject) | {"release": coming_release(taxonomy)}
