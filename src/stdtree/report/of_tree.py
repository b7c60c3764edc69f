"""The tree of categories told as an outline, with the number of standards in each branch."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.category import Category
from stdtree.model.counts import counts, held
from stdtree.model.output_views import TreeDocument, TreeRow
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Block, Cell, Item, Listing, Paragraph, Report
from stdtree.report.notice import notice


def of_tree(taxonomy: Taxonomy, root: str | None = None, *, retired: bool = False) -> Report:
    """All categories or one branch; retired ones only when asked for.

    Standards are counted with everything below, so that a part shows what it holds.
    """
    walked = list(_shown(taxonomy, root, retired=retired))
    blocks: list[Block] = [*notice(taxonomy.system)]
    if walked:
        blocks.append(Listing(_nested(walked)))
    blocks.append(Paragraph(_total(taxonomy), "dim"))
    rows = tuple(_row(depth, category) for depth, category in walked)
    return Report(
        names.text(taxonomy.system.title),
        tuple(blocks),
        TreeDocument(format="stdtree-tree/1", rows=rows),
    )


def _shown(
    taxonomy: Taxonomy, root: str | None, *, retired: bool
) -> Iterator[tuple[int, Category]]:
    """What is shown, and below how much of it; what hangs below a retired category moves up."""
    above: list[int] = []
    for depth, category in taxonomy.walk(root):
        while above and above[-1] >= depth:
            above.pop()
        if retired or category.is_live:
            yield len(above), category
            above.append(depth)


def _nested(walked: list[tuple[int, Category]]) -> tuple[Item, ...]:
    """Items within items, built from the last line to the first, without recursion."""
    waiting: dict[int, list[Item]] = {}
    sums: dict[int, tuple[int, int]] = {}
    for depth, category in reversed(walked):
        below = waiting.pop(depth + 1, [])
        existing, planned = map(sum, zip(held(category), sums.pop(depth + 1, (0, 0)), strict=True))
        item = Item(_cells(category, existing, planned), tuple(reversed(below)))
        waiting.setdefault(depth, []).append(item)
        beside = sums.get(depth, (0, 0))
        sums[depth] = (beside[0] + existing, beside[1] + planned)
    return tuple(reversed(waiting.get(0, [])))


def _cells(category: Category, existing: int, planned: int) -> tuple[Cell, ...]:
    cells = [Cell(names.coded(category.code, category.title))]
    if category.status != "active":
        status = same("[") + words.STATUS[category.status] + same("]")
        cells.append(Cell(status, "warn"))
    if planned:
        both = Label(f"（{existing} + 拟制定 {planned}）", f"({existing} + {planned} planned)")
        cells.append(Cell(both, "dim"))
    elif existing:
        cells.append(Cell(Label(f"（{existing}）", f"({existing})"), "dim"))
    return tuple(cells)


def _total(taxonomy: Taxonomy) -> Label:
    found = counts(taxonomy)
    return Label(
        f"{found.categories} 个有效类目，"
        f"现有标准 {found.standards} 项，拟制定 {found.planned} 项。",
        f"{found.categories} active categories, {found.standards} standards, "
        f"{found.planned} planned.",
    )


def _row(depth: int, category: Category) -> TreeRow:
    existing, planned = held(category)
    return TreeRow(
        id=category.id,
        code=category.code,
        title=category.title,
        parent=category.parent,
        depth=depth,
        status=category.status,
        standards=existing,
        planned=planned,
    )
