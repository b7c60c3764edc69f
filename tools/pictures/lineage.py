"""Lineage and events: where categories of 1.0 went, by the sample's own declarations."""

from __future__ import annotations

from pictures.canvas import WIDTH, Canvas
from pictures.sample import called, difference
from stdtree.label import Label, Language
from stdtree.model.change import EVENT_KINDS

TITLE = Label("沿革与事件：1.0 的类目到了哪里", "Lineage and events: where categories of 1.0 went")
KINDS = ("merger", "take-over", "breakdown", "split-off", "deletion", "creation")
EACH = {"split-off": 1, "deletion": 1, "creation": 1, "breakdown": 1}
"""How many of a kind are drawn, where it is not all of them."""
OLD, NEW = Label("1.0 的类目", "categories of 1.0"), Label("1.1 的类目", "categories of 1.1")
KIND, ENDED = Label("事件", "event"), Label("（不再存在）", "(no more)")
NOTHING = Label("（原来没有）", "(nothing before)")
BOX, ROW = 250, 40


def picture(language: Language) -> str:
    """A row or more for each event: from, what happened, to."""
    chosen = []
    for kind in KINDS:
        chosen += [
            one for one in difference().events if one.kind == kind and one.entity == "category"
        ][: EACH.get(kind, 9)]
    height = 60 + sum(_rows(one.from_ids, one.to_ids) * ROW + 16 for one in chosen)
    canvas = Canvas(TITLE.in_(language), height)
    right = WIDTH - 20 - BOX
    canvas.text(20 + BOX / 2, 26, OLD.in_(language), "soft middle")
    canvas.text(WIDTH / 2, 26, KIND.in_(language), "soft middle")
    canvas.text(right + BOX / 2, 26, NEW.in_(language), "soft middle")
    top = 44.0
    before, after = difference().before.taxonomy, difference().after.taxonomy
    for event in chosen:
        rows = _rows(event.from_ids, event.to_ids)
        middle = top + rows * ROW / 2
        lived_on = {*event.survivors}
        for number, one in enumerate(event.from_ids):
            y = _place(top, rows, len(event.from_ids), number)
            kind = "main" if one in lived_on else "gone"
            canvas.box(20, y + 4, BOX, ROW - 8, called(before.categories[one], language), kind=kind)
            canvas.curve((20 + BOX, y + ROW / 2), (WIDTH / 2 - 54, middle), "warm")
        for number, one in enumerate(event.to_ids):
            y = _place(top, rows, len(event.to_ids), number)
            canvas.box(
                right, y + 4, BOX, ROW - 8, called(after.categories[one], language), kind="main"
            )
            canvas.curve((WIDTH / 2 + 54, middle), (right - 2, y + ROW / 2), "warm")
        if not event.from_ids:
            canvas.text(20 + BOX / 2, middle + 5, NOTHING.in_(language), "soft middle")
        if not event.to_ids:
            canvas.text(right + BOX / 2, middle + 5, ENDED.in_(language), "soft middle")
        canvas.box(
            WIDTH / 2 - 52, middle - 15, 104, 30, EVENT_KINDS[event.kind].in_(language), kind="warm"
        )
        top += rows * ROW + 16
    return canvas.svg()


def _rows(sources: tuple[str, ...], targets: tuple[str, ...]) -> int:
    return max(len(sources), len(targets))


def _place(top: float, rows: int, count: int, number: int) -> float:
    """Where the boxes of the shorter side stand: in the middle of the other."""
    return top + (rows - count) * ROW / 2 + number * ROW
