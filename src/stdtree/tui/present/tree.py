"""A row of the tree."""

from __future__ import annotations

from stdtree.label import Language
from stdtree.model import words
from stdtree.model.category import Category
from stdtree.model.finding import Subject
from stdtree.model.text import text_in
from stdtree.tui.present.line import Line, Piece
from stdtree.tui.present.outline import Outline

NO_CODE = "–"
ERROR_MARK, WARNING_MARK = "✗", "⚠"
"""One cell each, so that how bad it is is never told by colour alone."""


def tree_line(outline: Outline, row: int, language: Language, *, hit: bool = False) -> Line:
    """The row: where it hangs, fold mark, code, titles; findings, status, count at the right."""
    node = outline.rows[row]
    category = outline.categories[node]
    left = (
        Piece(_guides(outline, node), "dim"),
        Piece(_fold(outline, node)),
        Piece(f"{category.code or NO_CODE} ", "code"),
        *_titles(category, language, hit=hit),
    )
    return Line(left, _right(outline, node, language), Subject("category", category.id))


def name_of(category: Category, language: Language) -> str:
    """Code and title, as people call a category in a sentence."""
    title = text_in(category.title, language)
    return f"{category.code} {title}" if category.code else title


def _guides(outline: Outline, node: int) -> str:
    if outline.depth[node] == 0:
        return ""
    guides = ["└─" if outline.last[node] else "├─"]
    above = outline.parent[node]
    while above >= 0 and outline.depth[above] > 0:
        guides.append("  " if outline.last[above] else "│ ")
        above = outline.parent[above]
    return "".join(reversed(guides))


def _fold(outline: Outline, node: int) -> str:
    if not outline.has_children(node):
        return "  "
    return "▾ " if outline.open[node] else "▸ "


def _titles(category: Category, language: Language, *, hit: bool) -> tuple[Piece, ...]:
    title = text_in(category.title, language)
    others = [text for text in category.title.values() if text != title]
    dimmed = not category.is_live
    first = Piece(title, "hit" if hit else "dim" if dimmed else "plain")
    return (first, *(Piece(f"  {text}", "dim") for text in others))


def _right(outline: Outline, node: int, language: Language) -> tuple[Piece, ...]:
    errors, warnings = outline.findings(node)
    status = outline.categories[node].status
    count = outline.standards(node)
    pieces = []
    if errors:
        pieces.append(Piece(f" {ERROR_MARK}{errors}", "bad"))
    if warnings:
        pieces.append(Piece(f" {WARNING_MARK}{warnings}", "warn"))
    if status != "active":
        word = words.STATUS[status].in_(language)
        pieces.append(Piece(f" {word}", "changed" if status == "draft" else "removed"))
    pieces.append(Piece(f"{count:>4} " if count else "   · ", "dim"))
    return tuple(pieces)
