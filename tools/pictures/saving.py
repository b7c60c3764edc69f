"""From an edit to others: journal, files, commit, release, push."""

from __future__ import annotations

from pictures.canvas import WIDTH, Canvas
from stdtree.label import Label, Language

TITLE = Label("编辑、保存、提交、发布、推送", "Edit, save, commit, release, push")
STEPS = (
    (Label("编辑", "edit"), Label("操作日志", "journal"), Label("u 撤销", "u undoes"), ""),
    (Label("保存", "save"), Label("YAML 文件", "YAML files"), Label("Ctrl+S", "Ctrl+S"), ""),
    (
        Label("提交", "commit"),
        Label("git 历史", "git's history"),
        Label("F9", "F9"),
        "stdtree commit",
    ),
    (
        Label("发布", "release"),
        Label("1.2，不再改变", "1.2, for good"),
        Label("", ""),
        "stdtree release 1.2",
    ),
    (Label("推送", "push"), Label("大家可见", "others see it"), Label("", ""), "stdtree push"),
)
KEPT = Label("断电、崩溃也不丢：两秒之内写入磁盘", "survives a crash: on disk within two seconds")
YOURS = Label("只在您的电脑上", "on your computer only")
ALL = Label("大家的", "everybody's")
BOX, GAP = 124, 25


def picture(language: Language) -> str:
    """Five boxes in a row, and how far each step reaches."""
    canvas = Canvas(TITLE.in_(language), 210)
    for number, (name, where, key, command) in enumerate(STEPS):
        x = 20 + number * (BOX + GAP)
        kind = "warm" if number == 0 else "main"
        canvas.box(x, 30, BOX, 70, name.in_(language), where.in_(language), kind=kind)
        if number:
            canvas.line([(x - GAP, 65), (x - 2, 65)], "main")
        canvas.text(x + BOX / 2, 122, command or key.in_(language), "code middle")
    last = 20 + 4 * (BOX + GAP)
    canvas.line([(20, 146), (last - GAP, 146)], end=False)
    canvas.text((last - GAP) / 2 + 10, 166, YOURS.in_(language), "soft middle")
    canvas.line([(last, 146), (WIDTH - 20, 146)], "main", end=False)
    canvas.text(last + BOX / 2, 166, ALL.in_(language), "soft middle")
    canvas.text(20, 194, KEPT.in_(language), "soft")
    return canvas.svg()
