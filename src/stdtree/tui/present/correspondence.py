"""The correspondence of two sides as rows: which old category is which new one."""

from __future__ import annotations

from functools import partial

from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.correspondence import Association
from stdtree.model.correspondence_table import COLUMNS, cells, stays
from stdtree.model.difference import Difference
from stdtree.model.finding import Subject
from stdtree.report import Cell, Item
from stdtree.tui.present.change_rows import MARGIN, Group, Row
from stdtree.tui.present.line import Line, Piece, line

TITLE = Label("对照表", "Correspondence")
STAY = Label(
    "其余 {} 个类目编号、名称不变，一一对应",
    "{} others are the same under the same code and title",
)
NONE = same("—")


def correspondence(difference: Difference, language: Language) -> list[Group]:
    """One group by kind of relation, those that say most first; what stays is counted."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    rows = [row for row in difference.correspondence if not stays(row, before, after)]
    left = len(difference.correspondence) - len(rows)
    said = Label(STAY.zh.format(left), STAY.en.format(left))
    told = tuple(Item((Cell(one, "warn"),)) for one in (*difference.warnings,))
    head = line(Piece(f"{TITLE.in_(language)} ({len(rows)})", "strong"))
    counted = Item((Cell(said, "dim"),))
    groups = [Group(Row(head, lambda: (counted, *told)))]
    kinds = dict.fromkeys(row.cardinality for row in rows)
    for kind in sorted(kinds, key=lambda one: one == "1:1"):
        found = tuple(_row(row, difference, language) for row in rows if row.cardinality == kind)
        name = line(Piece(f"{kind} ({len(found)})", "strong"))
        groups.append(Group(Row(name, lambda: (counted,)), found))
    return groups


def _row(row: Association, difference: Difference, language: Language) -> Row:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    source = names.category(before, row.source) if row.source else NONE
    target = names.category(after, row.target) if row.target else NONE
    told = f"{row.cardinality}"
    if row.extent == "partial":
        told += f" {words.EXTENT[row.extent].in_(language)}"
    doubt = row.code_reused or row.ambiguous
    at = row.target or row.source
    shown = Line(
        (MARGIN, Piece(names.arrow(source, target).in_(language))),
        (Piece(f" {'! ' if doubt else ''}{told}", "warn" if doubt else "dim"),),
        Subject("category", at) if at else None,
    )
    return Row(shown, partial(_in_full, row, difference))


def _in_full(row: Association, difference: Difference) -> tuple[Item, ...]:
    told = zip(
        COLUMNS, cells(row, difference.before.taxonomy, difference.after.taxonomy), strict=True
    )
    return tuple(Item((Cell(names.titled(name, said)),)) for name, said in told if said.zh)
