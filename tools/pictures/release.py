"""Releases: states of the system that never change again, and the work between them."""

from __future__ import annotations

import stdtree
from pictures.canvas import WIDTH, Canvas
from pictures.sample import ROOT, release
from stdtree.label import Label, Language

TITLE = Label("版本：发布以后不再改变", "Releases: once made, never changed")
WORK = Label("工作内容", "the work")
GOES_ON = Label("起草、征求意见、审查", "drafting, consulting, reviewing")
LEAVES = (
    (Label("记录", "record"), "taxonomy/releases/1.1.yaml"),
    (Label("快照", "snapshot"), "exports/1.1/taxonomy.json"),
    (Label("成果", "products"), "exports/1.1/, exports/1.0..1.1/"),
    (Label("git 标签", "git tag"), "taxonomy/1.1"),
)
LEFT_BY = Label("发布 1.1 留下：", "What the release of 1.1 leaves:")
BOX = 190


def picture(language: Language) -> str:
    """1.0, 1.1 and the work in a row; below, what a release leaves."""
    canvas = Canvas(TITLE.in_(language), 300)
    system = stdtree.open(ROOT)
    for number, name in enumerate(("1.0", "1.1")):
        x = 20 + number * (BOX + 75)
        date = system.edition(name).date
        canvas.box(x, 30, BOX, 84, f"{name}", date, _counts(name, language), kind="main")
        canvas.line([(x + BOX, 72), (x + BOX + 73, 72)], "main")
    canvas.box(
        WIDTH - 20 - BOX, 30, BOX, 84, WORK.in_(language), GOES_ON.in_(language), kind="gone"
    )
    canvas.line([(20 + BOX + 75 + BOX / 2, 114), (20 + BOX + 75 + BOX / 2, 148)], "main")
    canvas.text(20, 166, LEFT_BY.in_(language), "soft")
    width = (WIDTH - 40 - 3 * 14) / 2 + 7
    for number, (what, path) in enumerate(LEAVES):
        left, y = 20 + (number % 2) * (width + 14), 180 + (number // 2) * 54
        canvas.box(left, y, width, 44)
        canvas.text(left + 12, y + 27, what.in_(language), "strong")
        canvas.text(left + 92, y + 27, path, "code")
    return canvas.svg()


def _counts(name: str, language: Language) -> str:
    live = sum(one.status == "active" for one in release(name).categories.values())
    return Label(f"{live} 个类目", f"{live} categories").in_(language)
