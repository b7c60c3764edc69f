"""What was found around stdtree, told line by line: the state, what was looked at, the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.names import several
from stdtree.model.output_doctor import Checkup, DoctorDocument, DoctorSummary, Health
from stdtree.report import Cell, Item, Listing, Paragraph, Report, Style

HEALTH: Mapping[Health, tuple[Label, Style]] = {
    "ok": (Label("正常", "ok"), "good"),
    "note": (Label("留意", "note"), "warn"),
    "trouble": (Label("故障", "trouble"), "bad"),
}
"""What each state is called, and how it looks."""


def of_doctor(checkups: Sequence[Checkup]) -> Report:
    """All checkups, then how many of each state."""
    counted = Counter(one.health for one in checkups)
    summary = DoctorSummary(ok=counted["ok"], note=counted["note"], trouble=counted["trouble"])
    total = Label(
        f"{summary.ok} 项正常，{summary.note} 项需留意，{summary.trouble} 项有故障。",
        f"{summary.ok} ok, {several(summary.note, 'note')}, {several(summary.trouble, 'trouble')}.",
    )
    return Report(
        Label("运行环境的检查", "What stdtree finds around it"),
        (Listing(tuple(map(_item, checkups))), Paragraph(total, "strong")),
        DoctorDocument(format="stdtree-doctor/1", summary=summary, checkups=tuple(checkups)),
    )


def _item(one: Checkup) -> Item:
    word, style = HEALTH[one.health]
    below = (Item((Cell(one.fix),)),) if one.fix else ()
    return Item((Cell(word, style), Cell(names.titled(one.title, one.said))), below)
