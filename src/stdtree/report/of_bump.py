"""What the changes do to the release number, and which of them decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.bump import rules_of
from stdtree.model.bump_told import bump_summary
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change, Event
from stdtree.model.difference import Difference
from stdtree.model.forcing import Forcing, forcing
from stdtree.model.ids import is_release_name
from stdtree.model.output import BumpSummary
from stdtree.model.output_bump import BumpDocument, Forced
from stdtree.model.release import next_release
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Report
from stdtree.report.difference_events import happened
from stdtree.report.difference_figures import verdict

SHOWN = 3
"""So many examples of each kind; more are counted."""
_LESS_TELLING = frozenset({"creation", "code-change", "name-change", "redefinition"})
"""Kinds that come after all others: there are many, and no reader of codes is misled by them."""
_POLICY = Label("升级策略", "policy")


def of_bump(difference: Difference, release: str | None = None) -> Report:
    """Verdict, suggested number, and what forces it; `release` is the number that is planned."""
    named = difference.after.name
    release = release or (named if is_release_name(named) else None)
    summary = bump_summary(difference, release)
    force = forcing(difference)
    ends = names.arrow(same(difference.before.name), same(release or named))
    title = Label("版本号升级：", "Release number: ") + ends
    blocks = (
        verdict(summary),
        *_suggestion(difference, summary),
        *_reasons(difference, force),
        *_undecided(force),
    )
    return Report(title, tuple(blocks), _document(difference, force, summary, release))


def _suggestion(difference: Difference, summary: BumpSummary) -> Iterator[Block]:
    suggested = _suggested(difference)
    if suggested is None or summary.verdict == "kept":
        return
    if summary.required == "none":
        yield Paragraph(Label("不需要新的版本号。", "No new number is needed."), "dim")
        return
    policy = names.titled(_POLICY, same(summary.policy))
    yield Paragraph(
        Label(f"建议的版本号：{suggested}（", f"A number that suits: {suggested} (")
        + policy
        + Label("）。", ").")
    )


def _reasons(difference: Difference, force: Forcing) -> Iterator[Block]:
    """A line for each kind of matter with its first examples: enough to convince anybody."""
    if not force.total:
        return
    word = words.BUMP[difference.required]
    yield Heading(Label(f"要求升级{word.zh}的变更", f"What calls for a {word.en} one"))
    found: dict[Label, list[Label]] = {}
    for event in sorted(force.events, key=lambda one: one.kind in _LESS_TELLING):
        found.setdefault(EVENT_KINDS[event.kind], []).append(happened(event, difference))
    for _, change in force.changes:
        kind = BASE_KINDS[change.kind] + Label("（", " (") + words.ENTITY[change.entity]
        found.setdefault(kind + Label("）", ")"), []).append(_name(change, difference))
    yield Listing(tuple(_kind(kind, members) for kind, members in found.items()))


def _kind(kind: Label, members: Sequence[Label]) -> Item:
    head = Cell(kind, "strong"), Cell(same(f"({len(members)})"), "dim")
    below = [Item((Cell(member),)) for member in members[:SHOWN]]
    if left := len(members) - SHOWN if len(members) > SHOWN else 0:
        below.append(Item((Cell(Label(f"…… 另有 {left} 个", f"… {left} more"), "dim"),)))
    return Item(head, tuple(below))


def _name(change: Change, difference: Difference) -> Label:
    side = difference.before if change.kind == "removed" else difference.after
    return names.named(side.taxonomy, change.entity, change.id)


def _undecided(force: Forcing) -> Iterator[Block]:
    count = len(force.undecided)
    if count:
        yield Paragraph(
            Label(
                f"{count} 个重新定义建议判为实质变更，尚未判定，不计入："
                "stdtree edit explain-change --kind redefinition --meaning real|virtual",
                f"{names.several(count, 'redefinition')} proposed as real, not judged, not counted:"
                " stdtree edit explain-change --kind redefinition --meaning real|virtual",
            ),
            "warn",
        )


def _suggested(difference: Difference) -> str | None:
    older = difference.before.name
    return next_release(older, difference.required) if is_release_name(older) else None


def _document(
    difference: Difference, force: Forcing, summary: BumpSummary, release: str | None
) -> BumpDocument:
    return BumpDocument(
        format="stdtree-bump/1",
        from_=difference.before.name,
        to=difference.after.name,
        release=release,
        policy=summary.policy,
        rules=rules_of(difference.after.taxonomy.system.bump),
        required=summary.required,
        declared=summary.declared,
        verdict=summary.verdict,
        suggested=_suggested(difference),
        forced_by=tuple(_forced(force.events, force.changes)),
        undecided=len(force.undecided),
    )


def _forced(events: Sequence[Event], changes: Sequence[tuple[int, Change]]) -> Iterator[Forced]:
    for event in events:
        yield Forced(event.kind, event.entity, event.from_ids, event.to_ids, event.changes)
    for number, change in changes:
        older = () if change.kind == "added" else (change.id,)
        newer = () if change.kind == "removed" else (change.id,)
        yield Forced(change.kind, change.entity, older, newer, (number,))
