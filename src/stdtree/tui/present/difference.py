"""A difference as rows to go through, and what each row says in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from stdtree.label import Language
from stdtree.model import words
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change, ChangedEntity, Event
from stdtree.model.difference import Difference
from stdtree.model.finding import Subject
from stdtree.report import Cell, Item, change_item
from stdtree.report.difference_categories import both_sides
from stdtree.report.difference_events import groups
from stdtree.safe import safe
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.line import Line, Piece, Style, line


class Row(NamedTuple):
    """A row of the list of changes, and what stands beside it when the cursor is on it."""

    line: Line
    items: tuple[Item, ...] = ()


def rows(difference: Difference, language: Language) -> list[Row]:
    """Events by kind, then changed categories in the order of the tree, then the rest."""
    return [*_events(difference, language), *_entities(difference, language)]


def change_lines(difference: Difference, language: Language) -> list[Line]:
    """What changed, one line each: for the dialog of a commit."""
    return [row.line for row in _entities(difference, language)]


def item_lines(
    items: Iterable[Item], language: Language, width: int, *, indent: int = 0
) -> list[Line]:
    """Items of a report as lines, what hangs below moved in."""
    lines: list[Line] = []
    for item in items:
        lines += _cells(item.cells, language, width, indent=indent)
        lines += item_lines(item.below, language, width, indent=indent + 2)
    return lines


def _events(difference: Difference, language: Language) -> Iterator[Row]:
    order = list(EVENT_KINDS)
    events = sorted(difference.events, key=lambda event: order.index(event.kind))
    for kind, group in groupby(events, key=lambda event: event.kind):
        found = tuple(group)
        told = next(groups(found, difference))
        head = f"{EVENT_KINDS[kind].in_(language)} ({len(found)})"
        yield Row(line(Piece(head, "strong")), (told,))
        for event, item in zip(found, told.below, strict=True):
            text = " ".join(cell.text.in_(language) for cell in item.cells)
            shown = line(f"  {text}", target=_subject(event))
            yield Row(shown, (item, *_members(event, difference)))


def _members(event: Event, difference: Difference) -> Iterator[Item]:
    """What changed of each member of an event."""
    by_entity = _by_entity(difference.changes)
    for member in dict.fromkeys((*event.from_ids, *event.to_ids)):
        changes = by_entity.get((event.entity, member))
        if changes:
            yield change_item.item(changes, difference)


def _entities(difference: Difference, language: Language) -> Iterator[Row]:
    by_entity = _by_entity(difference.changes)
    place = {category.id: at for at, (_, category) in enumerate(both_sides(difference).walk())}
    kinds = list(words.ENTITY)
    ordered = sorted(
        by_entity,
        key=lambda key: (kinds.index(key[0]), place.get(key[1], 0), key[1]),
    )
    for entity, found in groupby(ordered, key=lambda key: key[0]):
        keys = tuple(found)
        yield Row(line(Piece(f"{words.ENTITY[entity].in_(language)} ({len(keys)})", "strong")))
        for key in keys:
            changes = by_entity[key]
            item = change_item.item(changes, difference)
            yield Row(_entity_line(changes, item, language), (item,))


def _entity_line(changes: list[Change], item: Item, language: Language) -> Line:
    """Mark and name at the left; what kinds of change at the right."""
    mark, name, *_ = item.cells
    kinds = dict.fromkeys(BASE_KINDS[change.kind].in_(language) for change in changes)
    style = _style(mark)
    return Line(
        (Piece(f"  {mark.text.in_(language)} ", style), Piece(name.text.in_(language))),
        (Piece(f" {' '.join(kinds)}", style),),
        _target(changes[0]),
    )


def _by_entity(changes: Iterable[Change]) -> Mapping[tuple[ChangedEntity, str], list[Change]]:
    found: dict[tuple[ChangedEntity, str], list[Change]] = defaultdict(list)
    for change in changes:
        found[change.entity, change.id].append(change)
    return found


def _subject(event: Event) -> Subject | None:
    ids = event.to_ids or event.from_ids
    return Subject(event.entity, ids[0]) if ids else None


def _target(change: Change) -> Subject:
    return Subject(change.entity, change.id)


def _cells(
    cells: tuple[Cell, ...], language: Language, width: int, *, indent: int
) -> Iterator[Line]:
    """One line if it fits; else wrapped, in the style of its last cell."""
    pieces = [Piece(f"{cell.text.in_(language)} ", _style(cell)) for cell in cells]
    if indent + sum(cell_len(safe(piece.text)) for piece in pieces) <= width and not any(
        "\n" in piece.text for piece in pieces
    ):
        yield line(" " * indent, *pieces)
        return
    style = pieces[-1].style if pieces else "plain"
    text = safe("".join(piece.text for piece in pieces), newlines=True)
    for part in wrap(text.rstrip(), max(width - indent, 8)):
        yield line(" " * indent, Piece(part, style))


def _style(cell: Cell) -> Style:
    return cell.style
