"""A difference told so that a reviewer understands three hundred changes in five minutes.

What it adds up to first; then what happened; then every changed category in its place in the tree,
consequences folded; then standards; last, which old category is which new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.difference import Difference
from stdtree.model.output import DifferenceDocument
from stdtree.report import (
    Block,
    Paragraph,
    Report,
    difference_categories,
    difference_correspondence,
    difference_events,
    difference_figures,
    difference_standards,
)
from stdtree.report.difference_categories import Only
from stdtree.report.difference_document import Locate, document
from stdtree.report.notice import notice

LIMIT = 60_000
"""Characters of a document: forges take no more than some 65,000 in a comment."""
_WARNINGS = 20
"""So many are told in full: what broke all at once has one reason."""
_NOTHING = Label("没有差异。", "No differences.")


def of_difference(
    difference: Difference,
    *,
    locate: Locate | None = None,
    only: Only = None,
    figures: bool = False,
    unfolding: str = "",
) -> Report:
    """Summary, events, changed categories, standards, correspondence; the patch as data.

    With `only`, nothing is told of changes with other numbers. With `figures`, only the summary
    is told, with the statistics of both sides. `unfolding` is what to type to see consequences.
    """
    data = document(difference, locate)
    blocks = [*notice(difference.after.taxonomy.system), *_summary(difference, data, unfolding)]
    if difference:
        blocks += _told(difference, only) if not figures else ()
        blocks += difference_figures.statistics(difference) if figures else ()
    return Report(_title(difference), tuple(blocks), data, LIMIT)


def _summary(difference: Difference, data: DifferenceDocument, unfolding: str) -> Iterator[Block]:
    yield Paragraph(_total(difference, unfolding), "strong")
    yield from (Paragraph(warning, "warn") for warning in difference.warnings[:_WARNINGS])
    if (more := len(difference.warnings) - _WARNINGS) > 0:
        said = Label(f"… 另有 {more} 条警告，见 JSON。", f"… {more} more warnings, see the JSON.")
        yield Paragraph(said, "warn")
    if difference:
        yield difference_figures.verdict(data.summary.bump)
        yield from difference_figures.counts(difference, data.summary.levels)


def _told(difference: Difference, only: Only) -> Iterator[Block]:
    events = difference.events
    if only is not None:
        events = tuple(event for event in events if not set(only).isdisjoint(event.changes))
        yield Paragraph(_selected(difference, only), "strong")
    yield from difference_events.section(difference, events)
    yield from difference_events.suggestions(difference)
    yield from difference_categories.section(difference, only)
    yield from difference_standards.section(difference, events, only)
    yield from difference_standards.things(difference, only)
    if only is None:
        yield from difference_correspondence.section(difference)


def _title(difference: Difference) -> Label:
    ends = f"{difference.before.name} → {difference.after.name}"
    system = names.text(difference.after.taxonomy.system.title)
    return system + Label(f" {ends} 变更说明", f", {ends}: what changed")


def _total(difference: Difference, unfolding: str) -> Label:
    ends = same(f"{difference.before.name} → {difference.after.name}")
    if not difference:
        return names.titled(ends, _NOTHING)
    changes, events = len(difference.changes), len(difference.events)
    following = len(difference.causes)
    said = Label(f"{changes} 项变更", names.several(changes, "change"))
    if following:
        more = Label(f"，{unfolding} 展开", f"; {unfolding} shows them") if unfolding else same("")
        said += Label(f"（其中 {following} 项连带", f" ({following} only follow from others")
        said += more + Label("）", ")")
    said += Label(f"，{events} 个事件。", f", {names.several(events, 'event')}.")
    return names.titled(ends, said)


def _selected(difference: Difference, only: Only) -> Label:
    count, whole = len(only or ()), len(difference.changes)
    if not count:
        return Label("没有符合条件的变更。", "No change fits the filters.")
    return Label(
        f"以下只列符合条件的 {count} 项变更（共 {whole} 项）。",
        f"Only the {names.several(count, 'change')} that fit the filters, of {whole}:",
    )
