"""The table of standards (标准明细表) of a category, and the details of one standard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from stdtree.label import Label, Language
from stdtree.model import words
from stdtree.model.category import Category
from stdtree.model.code import natural_key
from stdtree.model.finding import Subject
from stdtree.model.standard import Priority, Standard
from stdtree.model.taxonomy import Placed, Taxonomy
from stdtree.model.text import text_in
from stdtree.safe import safe
from stdtree.tui.present.cells import pad, wrap
from stdtree.tui.present.line import Line, Piece, Style, line
from stdtree.tui.present.tree import name_of

EMPTY = Label("（没有标准）", "(no standards)")
PLANNED = Label("（拟制定）", "(planned)")
_HOME = Label("所在类目", "home")


def table(
    taxonomy: Taxonomy, category: Category, *, language: Language, width: int
) -> Iterator[Line]:
    """Heading and rows: number, title, status and plan; titles wrap, nothing is hidden."""
    rows = rows_of(taxonomy, category)
    name = words.FIELD["standards"].in_(language)
    yield line("")
    heading = f"── {name} ({len(rows)}) "
    yield line(Piece(heading + "─" * max(width - cell_len(heading), 0), "dim"))
    if not rows:
        yield line(Piece(EMPTY.in_(language), "dim"))
        return
    longest = max(cell_len(safe(_number(placed.standard, language))) for placed in rows)
    number_width = min(longest, max(width // 3, 12)) + 1
    status_width = 9 if language == "zh" else 15
    for placed in rows:
        yield from _row(
            taxonomy,
            category,
            placed,
            language=language,
            columns=(number_width, width - number_width - status_width, status_width),
        )


def rows_of(taxonomy: Taxonomy, category: Category) -> list[Placed]:
    """Its own standards by number, planned ones last; then those it lists from other homes."""
    own = sorted((Placed(category.id, standard) for standard in category.standards), key=_order)
    return [*own, *sorted(taxonomy.listed.get(category.id, ()), key=_order)]


def standard_told(taxonomy: Taxonomy, placed: Placed, language: Language) -> str:
    """Every field that a standard has, one a line."""
    colon = "：" if language == "zh" else ": "
    return "\n".join(f"{name}{colon}{text}" for name, text in _fields(taxonomy, placed, language))


def _fields(taxonomy: Taxonomy, placed: Placed, language: Language) -> list[tuple[str, str]]:
    found, home = placed.standard, taxonomy.get(placed.home)
    plain: list[tuple[str, str | None]] = [
        ("number", found.number),
        ("id", found.id),
        *(("title", text) for text in found.title.values()),
        ("home", name_of(home, language) if home else placed.home),
        ("status", words.DOCUMENT_STATUS[found.status].in_(language) if found.status else None),
        ("plan", _plan(taxonomy, found, language)),
        ("kind", words.STANDARD_KIND[found.kind].in_(language) if found.kind else None),
        ("published", found.published),
        ("in_force", found.in_force),
        ("status_as_of", found.status_as_of),
        *(("replaces", _standard_called(taxonomy, other, language)) for other in found.replaces),
        ("adopts", f"{found.adopts.number} ({found.adopts.degree})" if found.adopts else None),
        *(("also_in", _category_called(taxonomy, other, language)) for other in found.also_in),
        ("committee", found.committee),
        ("source", found.source),
        ("remark", text_in(found.remark, language)),
    ]
    return [
        ((_HOME if name == "home" else words.FIELD[name]).in_(language), text)
        for name, text in plain
        if text
    ]


def _row(
    taxonomy: Taxonomy,
    category: Category,
    placed: Placed,
    *,
    language: Language,
    columns: tuple[int, int, int],
) -> Iterator[Line]:
    """One standard; as many lines as its longest column needs."""
    standard, (first, second, third) = placed.standard, columns
    title = text_in(standard.title, language)
    if placed.home != category.id:
        title += f" ({_category_called(taxonomy, placed.home, language)})"
    status, style = _status(standard, language)
    cells = zip_longest(
        wrap(safe(_number(standard, language)), first - 1),
        wrap(safe(title), second - 1),
        wrap(status, third),
        fillvalue="",
    )
    for number, text, state in cells:
        yield line(
            Piece(pad(number, first), "code"),
            pad(text, second),
            Piece(pad(state, third), style),
            target=Subject("standard", standard.id),
            about=("standards",),
        )


def _order(placed: Placed) -> tuple[bool, object, str]:
    number = placed.standard.number
    return number is None, natural_key(number or ""), placed.standard.id


def _number(standard: Standard, language: Language) -> str:
    return standard.number or PLANNED.in_(language)


def _status(standard: Standard, language: Language) -> tuple[str, Style]:
    """Status of the document, then what is planned, in one text."""
    status = words.DOCUMENT_STATUS[standard.status].in_(language) if standard.status else ""
    plan = ""
    if standard.plan and standard.plan.stage != "none":
        year = f" {standard.plan.year}" if standard.plan.year else ""
        plan = words.PLAN_STAGE[standard.plan.stage].in_(language) + year
    style: Style = {"in-force": "good", "upcoming": "changed"}.get(standard.status or "", "dim")  # type: ignore[assignment]  # values are styles
    return " ".join(part for part in (status, plan) if part), style


def _plan(taxonomy: Taxonomy, standard: Standard, language: Language) -> str | None:
    plan = standard.plan
    if plan is None or plan.stage == "none":
        return None
    body = taxonomy.organizations.get(plan.lead) if plan.lead else None
    parts = [
        words.PLAN_STAGE[plan.stage].in_(language),
        words.STANDARD_LEVEL[plan.level].in_(language) if plan.level else "",
        str(plan.year or ""),
        _priority(plan.priority, language) if plan.priority else "",
        text_in(body.name, language) if body else plan.lead or "",
        plan.number or "",
    ]
    return " · ".join(part for part in parts if part)


def _priority(priority: Priority, language: Language) -> str:
    return f"{words.FIELD['plan.priority'].in_(language)} {words.PRIORITY[priority].in_(language)}"


def _standard_called(taxonomy: Taxonomy, standard_id: str, language: Language) -> str:
    placed = taxonomy.standard(standard_id)
    if placed is None:
        return standard_id
    return placed.standard.number or text_in(placed.standard.title, language)


def _category_called(taxonomy: Taxonomy, category_id: str, language: Language) -> str:
    category = taxonomy.get(category_id)
    return name_of(category, language) if category else category_id
