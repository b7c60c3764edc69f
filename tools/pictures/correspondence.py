"""The correspondence (对照表): rows between two releases, one for each pair."""

from __future__ import annotations

from pictures.canvas import WIDTH, Canvas, fitted
from pictures.sample import called, difference
from stdtree.label import Label, Language
from stdtree.model.words import BASIS, EXTENT

TITLE = Label("对照表：一行一对", "The correspondence: a row for each pair")
SOURCES = (
    "terminology",
    "core-technology-rd",
    "transfer-services",
    "management-consulting",
    "market-research",
    "exhibition-services",
)
HEADS = (
    Label("1.0", "1.0"),
    Label("对应关系", "cardinality"),
    Label("1.1", "1.1"),
    Label("依据、范围", "rests on, extent"),
)
COLUMNS = (20, 296, 360, 610)
GONE = Label("—（无）", "— (none)")
ROW = 36


def picture(language: Language) -> str:
    """Some rows of the sample's: unchanged, split, merged, gone."""
    rows = [
        one for source in SOURCES for one in difference().correspondence if one.source == source
    ]
    canvas = Canvas(TITLE.in_(language), 50 + ROW * len(rows) + 12)
    for x, head in zip(COLUMNS, HEADS, strict=True):
        canvas.text(x + 8, 28, head.in_(language), "soft")
    before, after = difference().before.taxonomy, difference().after.taxonomy
    for number, row in enumerate(rows):
        y = 40 + ROW * number
        simple = row.cardinality == "1:1"
        kind = "main" if simple else "warm"
        canvas.box(
            COLUMNS[0],
            y,
            256,
            ROW - 6,
            called(before.categories[str(row.source)], language),
            kind=kind,
        )
        canvas.line([(COLUMNS[0] + 256, y + 15), (COLUMNS[1] + 6, y + 15)], kind, end=False)
        canvas.text(COLUMNS[1] + 22, y + 20, row.cardinality, "code middle")
        canvas.line([(COLUMNS[1] + 40, y + 15), (COLUMNS[2] - 2, y + 15)], kind)
        said = called(after.categories[row.target], language) if row.target else GONE.in_(language)
        canvas.box(COLUMNS[2], y, 240, ROW - 6, said, kind=kind if row.target else "gone")
        parts = [BASIS[row.basis].in_(language), EXTENT[row.extent].in_(language)]
        canvas.text(
            COLUMNS[3] + 8, y + 20, fitted(" · ".join(parts), WIDTH - COLUMNS[3] - 12, 12.5), "soft"
        )
    return canvas.svg()
