"""The history of a category or standard, commit by commit, below the releases that have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.change import Change
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.history import Commit, History, Step
from stdtree.model.lineage import Relation, Relative
from stdtree.model.output_views import LogDocument, LogHistory, LogStep
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Report, change_item

NOT_COMMITTED = Label("尚未提交", "Not committed yet")
NOT_RELEASED = Label("尚未发布", "Not released yet")
OLDEST_KNOWN = Label(
    "浅克隆止于此提交，更早的历史不在此处；取回：git fetch --unshallow",
    "the shallow clone ends here, what is older is not known; fetch it: git fetch --unshallow",
)
_UNREADABLE = Label("此提交中的文件无法读取", "could not be read in this commit")
RELATIONS: Mapping[Relation, tuple[Label, Label]] = {
    "succession": (Label("承接自", "succeeds"), Label("由其承接", "succeeded by")),
    "split-off": (Label("析出自", "split off from"), Label("析出", "split off")),
    "new-edition": (Label("代替", "replaces"), Label("被代替", "replaced by")),
}
"""How somebody is called that it came from, and that it went to."""


def of_history(histories: Iterable[History]) -> Report:
    """One after the other, the first being the one that was asked for."""
    told = tuple(histories)
    return Report(
        _name(told[0]) + Label("：历史", ": history"),
        tuple(block for history in told for block in _blocks(history)),
        LogDocument("stdtree-log/1", tuple(_data(history) for history in told)),
    )


def _data(history: History) -> LogHistory:
    steps = (LogStep(s.commit, s.is_readable, s.difference.changes) for s in history.steps)
    return LogHistory(history.entity, history.id, tuple(steps), history.came_from, history.went_to)


def _name(history: History) -> Label:
    return names.named(history.taxonomy, history.entity, history.id)


def _blocks(history: History) -> Iterator[Block]:
    yield Heading(_name(history) + same(f" [{history.id}]"), 1)
    for since, steps in groupby(history.steps, key=lambda step: milestone(step.commit)):
        yield Heading(since)
        yield Listing(tuple(item for step in steps for item in _items(step, history)))
    if not history.steps:
        yield Paragraph(Label("没有改动它的提交。", "No commit changed it."), "dim")
    relatives = tuple(_relatives(history))
    if relatives:
        yield Heading(Label("沿革", "Lineage"))
        yield Listing(relatives)


def milestone(commit: Commit | None) -> Label:
    """The first release that has a commit."""
    if commit is None:
        return NOT_COMMITTED
    return Label("版本 ", "Release ") + same(commit.release) if commit.release else NOT_RELEASED


def _items(step: Step, history: History) -> Iterator[Item]:
    below = tuple(deeds(step, history))
    commit = step.commit
    if commit is None:
        yield from below
        return
    if commit.is_oldest_known:
        below = (Item((Cell(OLDEST_KNOWN, "warn"),)), *below)
    head = (
        Cell(same(commit.short), "changed"),
        Cell(same(day(commit)), "dim"),
        Cell(same(commit.author), "dim"),
        Cell(same(commit.subject), "strong"),
    )
    yield Item(head, below)


def day(commit: Commit) -> str:
    """The date of a commit without its time."""
    return commit.date.partition("T")[0]


def deeds(step: Step, history: History) -> Iterator[Item]:
    """What was done to it, then to the rows of its table of standards."""
    if not step.is_readable:
        yield Item((Cell(_UNREADABLE, "bad"),))
    rows: dict[str, list[Change]] = defaultdict(list)
    came_along = 0
    for change in step.difference.changes:
        if change.id == history.id and change.entity == history.entity:
            yield from _own(change, step)
        elif change.cascade:
            came_along += 1
        else:
            rows[change.id].append(change)
    for changes in rows.values():
        item = change_item.item(changes, step.difference)
        yield Item((*item.cells, *_elsewhere(changes[0], history)), item.below)
    if came_along:
        count = names.several(came_along, "standard")
        yield Item((Cell(Label(f"连同 {came_along} 项标准", f"with {count}"), "dim"),))


def _own(change: Change, step: Step) -> Iterator[Item]:
    if change.field == TOLD_AS_REASONS:
        known = change.from_ if isinstance(change.from_, list) else []
        notes = change.to if isinstance(change.to, list) else []
        yield from (change_item.reason_item(note["reason"]) for note in notes if note not in known)
        return
    item = change_item.details(change, step.difference)
    if change.kind in ("added", "removed") and isinstance(change.value, dict):
        value = change.value
        name = names.coded(value.get("number") or value.get("code"), value["title"])
        item = Item((*item.cells, Cell(name)), item.below)
    yield item


def _elsewhere(change: Change, history: History) -> Iterator[Cell]:
    """Where a row that went away stands today."""
    placed = history.taxonomy.standard(change.id) if change.kind == "removed" else None
    if placed is not None and placed.home != history.id:
        home = names.category(history.taxonomy, placed.home)
        yield Cell(Label("现列于 ", "now in ") + home, "dim")


def _relatives(history: History) -> Iterator[Item]:
    for side, relatives in enumerate((history.came_from, history.went_to)):
        for relative in relatives:
            yield _relative(relative, RELATIONS[relative.relation][side], history)


def _relative(relative: Relative, word: Label, history: History) -> Item:
    name = names.named(history.taxonomy, history.entity, relative.id)
    return Item(
        (
            Cell(word, "dim"),
            Cell(name),
            Cell(same(f"stdtree log {relative.id}"), "changed"),
        )
    )
