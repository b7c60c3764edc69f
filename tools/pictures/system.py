"""A standards system: the tree, one category of it, and that category's table of standards."""

from __future__ import annotations

from pictures.canvas import WIDTH, Canvas, fitted
from pictures.sample import called, release
from stdtree.label import Label, Language
from stdtree.model.words import DOCUMENT_STATUS

TITLE = Label(
    "标准体系：类目树、类目和标准明细表", "A standards system: tree, category, table of standards"
)
TREE = Label("类目树（结构图）", "tree (structure chart)")
CARD = Label("类目：一个文件", "category: one file")
TABLE = Label("标准明细表", "table of standards")
PLANNED = Label("拟制定", "planned")
ID = Label("标识（永久）", "id (permanent)")
CODE = Label("体系编号（可改）", "code (may change)")
DEFINITION = Label("定义", "definition")
SHOWN = ("key-domains", "technology-transfer")
LEFT, STEP, ROW = 20, 26, 30


def picture(language: Language) -> str:
    """The tree at the left, the category BB at the right."""
    taxonomy = release("1.1")
    lines = [
        (depth, category)
        for depth, category in taxonomy.walk()
        if category.status == "active" and (category.parent is None or category.parent in SHOWN)
    ]
    canvas = Canvas(TITLE.in_(language), 60 + ROW * len(lines) + 10)
    canvas.text(LEFT, 30, TREE.in_(language), "soft")
    for number, (depth, category) in enumerate(lines):
        y = 44 + ROW * number
        x = LEFT + STEP * depth
        kind = "main" if category.id == SHOWN[-1] else ""
        canvas.box(
            x,
            y,
            300 - STEP * depth,
            ROW - 6,
            fitted(called(category, language), 270 - STEP * depth),
            kind=kind,
        )
        if depth:
            last = max(n for n in range(number) if lines[n][0] == depth - 1)
            canvas.line(
                [(x - 14, 44 + ROW * last + ROW - 6), (x - 14, y + 12), (x, y + 12)], end=False
            )
        if category.id == SHOWN[-1]:
            canvas.line([(LEFT + 300, y + 12), (370, y + 12), (370, 84), (392, 84)], "main")
    _card(canvas, language)
    return canvas.svg()


def _card(canvas: Canvas, language: Language) -> None:
    taxonomy = release("1.1")
    category = taxonomy.categories[SHOWN[-1]]
    x, w = 396, WIDTH - 396 - 20
    canvas.text(x, 30, f"{CARD.in_(language)} · {category.id}.yaml", "soft")
    canvas.box(x, 44, w, 128, kind="main")
    rows = (
        (CODE, str(category.code)),
        (ID, category.id),
        (DEFINITION, (category.definition or {}).get(language, "")),
    )
    canvas.text(x + 14, 70, fitted(category.title[language], w - 24), "strong")
    for number, (label, value) in enumerate(rows):
        canvas.text(x + 14, 98 + 26 * number, label.in_(language), "soft")
        canvas.text(x + 140, 98 + 26 * number, fitted(value, w - 150), "")
    canvas.line([(x + w / 2, 172), (x + w / 2, 206)], "main")
    branch = (category, *taxonomy.descendants(category.id))
    standards = [row for one in branch for row in one.standards]
    canvas.text(x, 228, TABLE.in_(language), "soft")
    for number, standard in enumerate(standards):
        y = 240 + 48 * number
        status = (
            DOCUMENT_STATUS[standard.status].in_(language)
            if standard.status
            else PLANNED.in_(language)
        )
        canvas.box(x, y, w, 42, kind="" if standard.number else "gone")
        canvas.text(x + 12, y + 17, standard.number or "—", "code")
        canvas.text(x + w - 12, y + 17, status, "soft right")
        canvas.text(
            x + 12,
            y + 35,
            fitted(standard.title.get(language) or standard.title["zh"], w - 24, 13),
            "soft",
        )
