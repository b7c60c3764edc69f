"""One changed thing as an item of a list: its name, what happened to it, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.difference import Difference
from stdtree.model.ids import Text
from stdtree.report import Cell, Item, Style
from stdtree.report.values import told

_SHORT = 48
"""Before and after stand in one line up to this length."""
_COMES = ("added", "reinstated")
_GOES = ("removed", "retired")


def item(changes: Sequence[Change], difference: Difference, *, below: Sequence[Item] = ()) -> Item:
    """All changes of one thing; a single short one in the line itself."""
    first = changes[0]
    gone = any(change.kind == "removed" for change in changes)
    side = difference.before if gone else difference.after
    mark, style = _mark(changes)
    name = names.named(side.taxonomy, first.entity, first.id)
    head = (Cell(same(mark), style), Cell(name, "strong"))
    happened = [details(change, difference) for change in changes]
    if len(happened) == 1 and not happened[0].below:
        return Item((*head, *happened[0].cells), tuple(below))
    return Item(head, (*happened, *below))


def _mark(changes: Sequence[Change]) -> tuple[str, Style]:
    kinds = {change.kind for change in changes}
    if kinds & set(_COMES):
        return "+", "added"
    return ("-", "removed") if kinds & set(_GOES) else ("~", "changed")


def details(change: Change, difference: Difference) -> Item:
    """What happened, without the name of what it happened to."""
    word = BASE_KINDS[change.kind]
    if change.kind in ("added", "removed"):
        return _arrival(change, difference)
    if change.kind in ("retired", "reinstated"):
        return _retirement(change, difference)
    if change.kind == "field":
        word = words.field_word(change.field or "")
    elif change.kind == "renamed":
        word += Label(f"（{change.lang}）", f" ({change.lang})")
    before, after = _both(change, difference)
    if max(len(before.zh + after.zh), len(before.en + after.en)) <= _SHORT:
        return Item((Cell(names.titled(word, names.arrow(before, after)), "changed"),))
    return Item(
        (Cell(word + Label("：", ":"), "changed"),),
        (
            Item((Cell(same("-"), "removed"), Cell(before, "removed"))),
            Item((Cell(same("+"), "added"), Cell(after, "added"))),
        ),
    )


def _arrival(change: Change, difference: Difference) -> Item:
    """The word, and below what it came or went; that goes without saying for a consequence."""
    word = BASE_KINDS[change.kind]
    if change.parent is not None and not change.cascade:
        side = difference.after if change.kind == "added" else difference.before
        place = names.category(side.taxonomy, change.parent)
        word += Label("（", " (") + place + Label("）", ")")
    return Item((Cell(word, _mark((change,))[1]),))


def _both(change: Change, difference: Difference) -> tuple[Label, Label]:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    if change.kind == "moved":
        return told(change.from_, "parent", before), told(change.to, "parent", after)
    field = change.field or ""
    return told(change.from_, field, before), told(change.to, field, after)


def _retirement(change: Change, difference: Difference) -> Item:
    """The word, successors and the reason, as the `retired` block has them."""
    retired = change.to if change.kind == "retired" else change.from_
    cells = [Cell(BASE_KINDS[change.kind], _mark((change,))[1])]
    block = retired if isinstance(retired, dict) else {}
    heirs = [row["id"] for row in block.get("succeeded_by", ())]
    if heirs and change.kind == "retired":
        to = names.listed(names.category(difference.after.taxonomy, heir) for heir in heirs)
        cells.append(Cell(same("→ ") + to, "plain"))
    reason = block.get("reason")
    return Item(tuple(cells), (reason_item(reason),) if reason else ())


def reason_item(reason: Text) -> Item:
    """The declared reason as a line of its own."""
    return Item((Cell(names.titled(Label("理由", "reason"), names.text(reason)), "dim"),))
