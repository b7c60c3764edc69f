"""Events in sentences: what became of what, as a change note says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stdtree.export._office.rows import REAL
from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.change import Event
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.grouped_events import members
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import told

_SENTENCES: Mapping[EventKind, Label] = {
    "creation": Label("新设{to}", "{to} is new"),
    "deletion": Label("取消{from_}", "{from_} has ended"),
    "merger": Label("{from_}合并为{to}", "{from_} were merged into {to}"),
    "take-over": Label("{from_}并入{to}", "{from_} was taken over by {to}"),
    "breakdown": Label("{from_}拆分为{to}", "{from_} was broken down into {to}"),
    "split-off": Label("自{from_}析出{to}", "{to} was split off from {from_}"),
    "replacement": Label("{from_}由{to}替代", "{from_} was replaced by {to}"),
    "regrouping": Label("{from_}重组为{to}", "{from_} were regrouped into {to}"),
    "transfer": Label("{from_}的部分内容转入{to}", "Part of the contents of {from_} went to {to}"),
    "code-change": Label("{from_}改码为{to}", "The code of {from_} became that of {to}"),
    "name-change": Label("{from_}更名为{to}", "{from_} was renamed {to}"),
    "redefinition": Label("重新定义{to}", "{to} was defined anew"),
    "code-reused": Label(
        "编号{code}原指{from_}，现指{to}", "Code {code} meant {from_} and now means {to}"
    ),
    "new-edition": Label("{from_}由{to}代替", "{from_} was replaced by {to}"),
    "status-change": Label("{to}的状态改变", "The status of {to} changed"),
    "re-homed": Label("{to}改列其他类目", "{to} went to another category"),
}


class Happened:
    """The events of one difference in one language."""

    def __init__(self, difference: Difference, language: Language) -> None:
        self._difference = difference
        self._language: Language = language

    def before(self, event: Event) -> list[str]:
        """Its members on the older side, by name."""
        return self._members(event, event.from_ids, self._difference.before.taxonomy)

    def after(self, event: Event) -> list[str]:
        """Its members on the newer side, by name."""
        return self._members(event, event.to_ids, self._difference.after.taxonomy)

    def sentence(self, event: Event) -> str:
        """What happened; who lives on stands on the side that it took part in."""
        before, after = self._difference.before.taxonomy, self._difference.after.taxonomy
        from_ids, to_ids = list(event.from_ids), list(event.to_ids)
        if event.kind == "take-over":
            from_ids = [member for member in from_ids if member not in event.survivors]
        if event.kind == "split-off":
            to_ids = [member for member in to_ids if member not in event.survivors]
        if event.kind == "status-change" and (told := self._status(event)):
            return told
        if event.kind == "re-homed" and (told := self._homes(event)):
            return told
        return (
            _SENTENCES[event.kind]
            .in_(self._language)
            .format(
                from_=self._listed(event, from_ids, before),
                to=self._listed(event, to_ids, after),
                code=event.code or "",
            )
        )

    def real(self, event: Event) -> str:
        """Whether it alters meaning; of a redefinition, whether a person has said so."""
        is_proposed = event.kind == "redefinition" and event.real is not None and not event.judged
        proposed = Label("，待确认", ", proposed") if is_proposed else same("")
        return (REAL[event.real] + proposed).in_(self._language)

    def reason(self, event: Event) -> str:
        """The declared reason."""
        return names.text(event.reason).in_(self._language) if event.reason else ""

    def _status(self, event: Event) -> str:
        """From which status, or stage of its plan, to which."""
        before, after = self._difference.before.taxonomy, self._difference.after.taxonomy
        for number in event.changes:
            change = self._difference.changes[number - 1]
            if change.kind == "field":
                field = change.field or ""
                name, word = names.standard(after, change.id), words.field_word(field)
                was, now = told(change.from_, field, before), told(change.to, field, after)
                said = Label(
                    f"{name.zh}的{word.zh}由{was.zh}变为{now.zh}",
                    f"{word.en.capitalize()} of {name.en}: from {was.en} to {now.en}",
                )
                return said.in_(self._language)
        return ""

    def _homes(self, event: Event) -> str:
        """From which category to which."""
        before, after = self._difference.before.taxonomy, self._difference.after.taxonomy
        for number in event.changes:
            change = self._difference.changes[number - 1]
            if change.kind == "moved":
                name = names.standard(after, change.id)
                was, now = told(change.from_, "parent", before), told(change.to, "parent", after)
                said = Label(
                    f"{name.zh}由{was.zh}改列{now.zh}", f"{name.en} went from {was.en} to {now.en}"
                )
                return said.in_(self._language)
        return ""

    def _listed(self, event: Event, ids: Iterable[str], taxonomy: Taxonomy) -> str:
        return ("、" if self._language == "zh" else ", ").join(self._members(event, ids, taxonomy))

    def _members(self, event: Event, ids: Iterable[str], taxonomy: Taxonomy) -> list[str]:
        return [
            names.named(taxonomy, event.entity, member).in_(self._language)
            for member in members(ids, taxonomy)
        ]
