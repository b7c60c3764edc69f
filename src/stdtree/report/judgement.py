"""Whether an event is real: judged by a person, proposed with evidence, or left open."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.change import Event
from stdtree.model.match_words import evidence_told
from stdtree.report import Cell, Item

REAL = Label("实质变更", "real change")
VIRTUAL = Label("形式变更", "virtual change")


def item(event: Event) -> Item:
    """A line below what changed."""
    return Item((Cell(word(event), "dim" if event.judged else "warn"),))


def word(event: Event) -> Label:
    """实质变更（已判定）, or what is proposed and on which grounds."""
    if event.real is None:
        return Label("是否实质变更：待定", "real or virtual: undecided")
    said = REAL if event.real else VIRTUAL
    if event.judged:
        return said + Label("（人工判定）", " (judged)")
    proposed = Label("建议判为", "proposed as ") + said
    if not event.evidence:
        return proposed
    grounds = evidence_told(event.evidence)
    return proposed + Label("（", " (") + grounds + Label("）", ")")


def suggested(event: Event) -> Label:
    """The evidence of an event that nobody declared."""
    grounds = evidence_told(event.evidence)
    if event.score is None:
        return grounds
    return Label(f"得分 {event.score:.2f}：", f"score {event.score:.2f}: ") + grounds
