"""The history of a category or standard as rows, and since when each field is as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from stdtree.label import Label, Language, same
from stdtree.model import names
from stdtree.model.finding import Subject
from stdtree.model.history import Blame, Commit, History, Origin, Step
from stdtree.report import Item
from stdtree.report.of_blame import field_and_value
from stdtree.report.of_history import (
    NOT_COMMITTED,
    NOT_RELEASED,
    OLDEST_KNOWN,
    RELATIONS,
    day,
    deeds,
    milestone,
)
from stdtree.safe import safe
from stdtree.tui.present.cells import cut, pad, wrap
from stdtree.tui.present.change_rows import kind_of
from stdtree.tui.present.items import item_lines
from stdtree.tui.present.line import Line, Piece, line

HERE, OTHER, MARKED = "● ", "○ ", "◆ "
DID = Label("此次提交", "This commit")
ORIGINS = Label("各字段的由来", "Where each field comes from")
LOOKING = Label("正在查找各字段的由来…", "looking for where each field comes from…")
NOTHING = Label("没有改动它的提交", "no commit changed it")
LINEAGE = Label("沿革", "Lineage")
MOST_KINDS = 2
AUTHOR = 8
"""Cells for the author; the whole name stands beside."""


class Row(NamedTuple):
    """A row: a commit, a relative, or a heading."""

    line: Line
    step: Step | None = None
    history: History | None = None
    relative: Subject | None = None


def rows(histories: Iterable[History], language: Language) -> list[Row]:
    """What happened, newest first, below the releases that have it; then relatives."""
    told = list(histories)
    found: list[Row] = []
    for history in told:
        if history is not told[0]:
            name = names.named(history.taxonomy, history.entity, history.id).in_(language)
            found.append(_head(name))
        for label, steps in groupby(history.steps, key=lambda step: milestone(step.commit)):
            found.append(_head(label.in_(language), dim=True))
            found += (_row(step, history, language) for step in steps)
        if not history.steps:
            found.append(_head(NOTHING.in_(language), dim=True))
    found += _relatives(told[0], language) if told else ()
    return found


def _head(text: str, *, dim: bool = False) -> Row:
    return Row(line(Piece(text, "dim" if dim else "strong")))


def _row(step: Step, history: History, language: Language) -> Row:
    every = step.difference.changes
    own = [one for one in every if not one.cascade] or every
    kinds = list(dict.fromkeys(kind_of(one).in_(language) for one in own))
    more = " …" if len(kinds) > MOST_KINDS else ""
    right = (Piece(f" {' '.join(kinds[:MOST_KINDS])}{more}", "changed"),)
    commit = step.commit
    if commit is None:
        shown = line(Piece(OTHER, "warn"), NOT_COMMITTED.in_(language), right=right)
    else:
        shown = line(
            Piece(HERE, "good"),
            Piece(f"{day(commit)} ", "dim"),
            Piece(f"{cut(safe(commit.author), AUTHOR)} ", "dim"),
            commit.subject,
            right=right,
        )
    return Row(shown, step, history)


def _relatives(history: History, language: Language) -> Iterator[Row]:
    sides = enumerate((history.came_from, history.went_to))
    every = [(side, one) for side, relatives in sides for one in relatives]
    if every:
        yield _head(LINEAGE.in_(language))
    for side, one in every:
        name = names.named(history.taxonomy, history.entity, one.id).in_(language)
        word = RELATIONS[one.relation][side].in_(language)
        subject = Subject(history.entity, one.id)
        shown = line(Piece("  "), Piece(f"{word} ", "dim"), Piece(name, "code"), target=subject)
        yield Row(shown, relative=subject)


def marked(row: Row, chosen: Collection[int]) -> Line:
    """The row, with another mark where it is chosen to be compared."""
    if row.step is None or id(row.step) not in chosen:
        return row.line
    return row.line._replace(left=(Piece(MARKED, "warn"), *row.line.left[1:]))


def step_lines(row: Row, language: Language, width: int) -> list[Line]:
    """What the commit of a row did."""
    if row.step is None or row.history is None:
        return []
    found: list[Line] = []
    commit = row.step.commit
    if commit is not None:
        release = _release(commit, language)
        found += (line(Piece(part, "strong")) for part in wrap(safe(commit.subject), width))
        told = f"{commit.short} · {commit.date.replace('T', ' ')} · {commit.author} · {release}"
        found += (line(Piece(part, "dim")) for part in wrap(safe(told), width))
        if commit.is_oldest_known:
            found += (line(Piece(part, "warn")) for part in wrap(OLDEST_KNOWN.in_(language), width))
    items: tuple[Item, ...] = tuple(deeds(row.step, row.history))
    return [*found, *item_lines(items, language, width)]


def blame_lines(
    blame: Blame | None, language: Language, width: int, commit: str | None = None
) -> list[Line]:
    """Each field: its value, since when it has it, by whom, in which release; `commit`'s marked."""
    found = [_rule(ORIGINS, language, width)]
    if blame is None:
        return [*found, line(Piece(LOOKING.in_(language), "dim"))]
    for origin in blame.origins:
        found += _origin(origin, blame, language, width=width, commit=commit)
    return found


def _rule(label: Label, language: Language, width: int) -> Line:
    head = f"── {label.in_(language)} "
    return line(Piece(head + "─" * max(width - cell_len(head), 0), "dim"))


def _origin(
    origin: Origin, blame: Blame, language: Language, *, width: int, commit: str | None
) -> Iterator[Line]:
    margin = 13 if language == "zh" else 18
    field, value = field_and_value(origin, blame.taxonomy)
    name = pad(field.text.in_(language), margin - 1) + " "
    is_here = origin.commit is not None and origin.commit.id == commit
    mark = Piece("▌" if is_here else " ", "good")
    since, room = _since(origin.commit, language), max(width - margin - 1, 12)
    parts = wrap(safe(value.text.in_(language), newlines=True), room)
    for number, part in enumerate(parts):
        shown = Piece(name if number == 0 else " " * margin, "dim")
        yield line(mark, shown, Piece(part, "strong" if is_here else "plain"))
    for part in wrap(since, room):
        yield line(mark, Piece(" " * margin), Piece(part, "dim"))


def _since(commit: Commit | None, language: Language) -> str:
    if commit is None:
        return NOT_COMMITTED.in_(language)
    border = "≤" if commit.is_oldest_known else ""
    release = _release(commit, language)
    return safe(f"{border}{day(commit)} · {commit.author} · {release} · {commit.short}")


def _release(commit: Commit, language: Language) -> str:
    return same(commit.release).in_(language) if commit.release else NOT_RELEASED.in_(language)
