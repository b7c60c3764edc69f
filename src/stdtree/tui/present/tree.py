"""A row of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdtree.label import Language
from stdtree.model import words
from stdtree.model.category import Category
from stdtree.model.finding import Subject
from stdtree.model.text import text_in
from stdtree.search import Word
from stdtree.search.marks import spans
from stdtree.tui.present.line import Line, Piece, Style
from stdtree.tui.present.outline import Outline

NO_CODE = "–"
ERROR_MARK, WARNING_MARK = "✗", "⚠"
"""One cell each, so that how bad it is is never told by colour alone."""
MARKED, CUT, TARGET = "●", "x", "▶"
"""In the first cell: chosen with others, to be pasted elsewhere, where a drag would drop."""
CHANGES: dict[str, Style] = {"A": "added", "M": "changed", "D": "removed"}
"""Since the last commit: added, changed (moved, too), retired."""


class Signs(NamedTuple):
    """What a row shows beside the category itself."""

    hit: bool = False
    """Whether a search found it."""
    sought: tuple[Word, ...] = ()
    """The words that it looked for."""
    first: str = " "
    """MARKED, CUT, TARGET, or nothing."""
    change: str = ""
    """A key of CHANGES, or nothing."""
    errors: int = 0
    warnings: int = 0
    standards: int | None = None
    """In the whole branch; None while they are not counted."""


NO_SIGNS = Signs()


def tree_line(outline: Outline, row: int, language: Language, signs: Signs = NO_SIGNS) -> Line:
    """The row: where it hangs, fold mark, code, titles; change, findings, status, count."""
    category = outline.category(row)
    left = (
        Piece(signs.first, "strong"),
        Piece(_guides(outline, row), "dim"),
        Piece(_fold(outline, category)),
        Piece(f"{category.code or NO_CODE} ", "code"),
        *_titles(category, language, signs),
    )
    return Line(left, _right(category, signs, language), Subject("category", category.id))


def name_of(category: Category, language: Language) -> str:
    """Code and title, as people call a category in a sentence."""
    title = text_in(category.title, language)
    return f"{category.code} {title}" if category.code else title


def _guides(outline: Outline, row: int) -> str:
    depth, category = outline.depth[row], outline.category(row)
    if depth == 0:
        return ""
    guides = ["└─" if outline.is_last(category) else "├─"]
    above = outline.taxonomy.ancestors(category.id)[: depth - 1]
    guides += ["  " if outline.is_last(one) else "│ " for one in above]
    return "".join(reversed(guides))


def _fold(outline: Outline, category: Category) -> str:
    if not outline.has_children(category.id):
        return "  "
    return "▾ " if outline.is_open(category.id) else "▸ "


def _titles(category: Category, language: Language, signs: Signs) -> tuple[Piece, ...]:
    title = text_in(category.title, language)
    others = [text for text in category.title.values() if text != title]
    dimmed = not category.is_live or signs.first == CUT
    plain: Style = "dim" if dimmed else "plain"
    marked = any(spans(text, signs.sought) for text in (title, *others)) if signs.hit else False
    if not marked:
        first = Piece(title, "hit" if signs.hit else plain)
        return (first, *(Piece(f"  {text}", "dim") for text in others))
    pieces = list(_marked(title, signs.sought, plain))
    for text in others:
        pieces += (Piece("  ", "dim"), *_marked(text, signs.sought, "dim"))
    return tuple(pieces)


def _marked(text: str, sought: tuple[Word, ...], style: Style) -> Iterator[Piece]:
    """A title with what was searched for in another style."""
    at = 0
    for start, end in spans(text, sought):
        yield Piece(text[at:start], style)
        yield Piece(text[start:end], "hit")
        at = end
    yield Piece(text[at:], style)


def _right(category: Category, signs: Signs, language: Language) -> tuple[Piece, ...]:
    pieces = []
    if signs.errors:
        pieces.append(Piece(f" {ERROR_MARK}{signs.errors}", "bad"))
    if signs.warnings:
        pieces.append(Piece(f" {WARNING_MARK}{signs.warnings}", "warn"))
    if signs.change:
        pieces.append(Piece(f" {signs.change}", CHANGES[signs.change]))
    if category.status != "active":
        word = words.STATUS[category.status].in_(language)
        pieces.append(Piece(f" {word}", "changed" if category.status == "draft" else "removed"))
    count = "" if signs.standards is None else signs.standards or "·"
    pieces.append(Piece(f"{count:>4} " if signs.standards else f"   {count:1} ", "dim"))
    return tuple(pieces)
