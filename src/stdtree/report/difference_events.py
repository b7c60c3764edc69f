"""What happened, kind by kind: mergers, breakdowns, codes reused, new editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.grouped_events import RESTATED, grouped, members
from stdtree.report import Cell, Heading, Item, Listing, Paragraph, change_item, judgement

_DETAILED: frozenset[EventKind] = frozenset(("status-change", "re-homed"))
"""Kinds whose members' names do not say what happened."""
_CAREFUL: frozenset[EventKind] = frozenset(("code-reused",))
"""Kinds that a reader has to know of before all others: joins by code go wrong there."""


def section(
    difference: Difference, events: Iterable[Event]
) -> tuple[Heading | Listing | Paragraph, ...]:
    """Heading and list of what happened to categories; nothing if nothing did.

    What happened to one category alone stands in the tree, and is only counted here.
    """
    ours = [event for event in events if event.entity == "category"]
    if not ours:
        return ()
    told = tuple(groups((e for e in ours if e.kind not in RESTATED), difference))
    restated = grouped((e for e in ours if e.kind in RESTATED), difference)
    counts = [
        EVENT_KINDS[kind] + Label(f" {len(found)} 个", f" {len(found)}") for kind, found in restated
    ]
    tail = (
        Label("另有", "Besides: ")
        + names.listed(counts)
        + Label("，见下文各类目。", "; see the categories below.")
    )
    return (
        Heading(Label("事件", "Events")),
        *((Listing(told),) if told else ()),
        *((Paragraph(tail, "dim"),) if counts else ()),
    )


def suggestions(difference: Difference) -> tuple[Heading | Listing | Paragraph, ...]:
    """What evidence suggests and nobody declared; nothing if nothing was asked for or found."""
    if not difference.suggestions:
        return ()
    return (
        Heading(Label("推断的沿革（未声明）", "Suggested lineage (not declared)")),
        Paragraph(
            Label(
                "仅供参考，不计入对照表和版本号；确认后请在类目中写明沿革。",
                "Suggestions only: they count neither for the correspondence nor for the release"
                " number; declare as lineage what is right.",
            ),
            "dim",
        ),
        Listing(tuple(groups(difference.suggestions, difference))),
    )


def groups(events: Iterable[Event], difference: Difference) -> Iterator[Item]:
    """One item for each kind, its events below; first what readers have to know of."""
    found = grouped(events, difference)
    for kind, of_kind in sorted(found, key=lambda group: group[0] not in _CAREFUL):
        below = tuple(_item(event, difference) for event in of_kind)
        head = Cell(EVENT_KINDS[kind], "strong"), Cell(same(f"({len(below)})"), "dim")
        yield Item(head, below)


def _item(event: Event, difference: Difference) -> Item:
    cells = [Cell(happened(event, difference))]
    if event.inferred:
        cells.append(Cell(Label("[推断]", "[inferred]"), "warn"))
    below: list[Item] = []
    if event.inferred and event.evidence:
        below.append(Item((Cell(judgement.suggested(event), "dim"),)))
    elif event.kind == "redefinition" or event.judged:
        below.append(judgement.item(event))
    if event.reason:
        below.append(change_item.reason_item(event.reason))
    rests_on = [difference.changes[number - 1] for number in event.changes]
    if event.kind == "transfer":
        below += (change_item.item((change,), difference) for change in rests_on)
    if event.kind in _DETAILED:
        below += (change_item.details(change, difference) for change in rests_on)
    return Item(tuple(cells), tuple(_uncounted(item) for item in below), counts=1)


def _uncounted(item: Item) -> Item:
    """A detail of an event: only the event counts."""
    return Item(item.cells, item.below, item.folded)


def happened(event: Event, difference: Difference) -> Label:
    """Members on both sides; one side alone for what began or ended."""
    old, new = difference.before.taxonomy, difference.after.taxonomy
    before = names.listed(
        names.named(old, event.entity, one) for one in members(event.from_ids, old)
    )
    after = names.listed(names.named(new, event.entity, one) for one in members(event.to_ids, new))
    if event.kind == "code-reused":
        code = event.code or ""
        return names.titled(Label(f"编号 {code}", f"code {code}"), names.arrow(before, after))
    if not event.from_ids:
        return after
    if not event.to_ids or before == after:
        return before
    return names.arrow(before, after)
