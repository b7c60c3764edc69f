"""A patch that does not fit any more: what does not, where, what was expected and what is there."""

from __future__ import annotations

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.fit import Fit, Misfitting
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import told
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Report


def of_fit(title: Label, fit: Fit, taxonomy: Taxonomy) -> Report:
    """First what does not fit `taxonomy`, then what does."""
    good, bad = len(fit.fitting), len(fit.misfitting)
    blocks: list[Block] = [
        Paragraph(
            Label(
                f"{bad} 项变更不再适用，{good} 项适用；未写任何文件。",
                f"{names.several(bad, 'change')} no longer fit, {good} fit; nothing was written.",
            )
        ),
        Heading(Label("不再适用", "No longer fit")),
        Listing(tuple(_misfit(one, taxonomy) for one in fit.misfitting)),
    ]
    if fit.fitting:
        rows = tuple(Item(_name(one, taxonomy)) for one in fit.fitting)
        head = (Cell(Label("适用", "Fit"), "good"), Cell(same(f"({good})"), "dim"))
        blocks.append(Listing((Item(head, rows, folded=True),)))
    return Report(title, tuple(blocks))


def _misfit(one: Misfitting, taxonomy: Taxonomy) -> Item:
    below = tuple(
        Item(
            (
                Cell(words.field_word(path) + Label("：", ":"), "dim"),
                Cell(Label("应为", "expected"), "dim"),
                Cell(told(expected, path, taxonomy) + Label("，", ","), "removed"),
                Cell(Label("现为", "found"), "dim"),
                Cell(told(found, path, taxonomy), "added"),
            )
        )
        for path, expected, found in one.leaves
    )
    why = (Cell(same("—"), "dim"), Cell(one.why, "warn"))
    return Item((*_name(one.change, taxonomy), *why), below)


def _name(change: Change, taxonomy: Taxonomy) -> tuple[Cell, ...]:
    """What it is about, and what was to happen to it."""
    word = BASE_KINDS[change.kind]
    if change.kind == "field":
        word = words.field_word(change.field or "")
    elif change.kind == "renamed":
        word += Label(f"（{change.lang}）", f" ({change.lang})")
    return (
        Cell(words.ENTITY[change.entity]),
        Cell(names.named(taxonomy, change.entity, change.id) + Label("：", ":"), "strong"),
        Cell(word),
    )
