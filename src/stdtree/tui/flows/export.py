"""Exporting: which edition, which product; then where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.export import catalogue
from stdtree.label import Label, same
from stdtree.model.ids import is_release_name
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.dialog import OK
from stdtree.tui.dialogs.question import Question
from stdtree.tui.picking import matches
from stdtree.tui.present.line import Piece, line
from stdtree.tui.waiting import done, given
from stdtree.workspace.exporting import planned, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.tui.flows.desk import Desk

TITLE = Label("导出", "Export")
EDITION = Label("导出哪个版本", "Which edition to export")
PRODUCT = Label("导出 {} 的哪项成果", "Which product of {}")
WORK = Label("当前内容（含未保存的修改）", "the work, with unsaved edits")
ALL = Label("全部成果", "all products")
RENDERING = Label("正在生成…", "making it…")
WRITING = Label("正在写入…", "writing it…")
WRITTEN = Label("已写入 {} 个文件：", "{} files were written:")

Known = dict[str, tuple[Label, str]]
"""What can be chosen: its name, and a word about it."""


async def export(desk: Desk) -> None:
    """Ask which product of which edition; write it, and show the paths."""
    newest_first = reversed(desk.workspace.names())
    editions: Known = {one: (WORK if one == "WORK" else same(one), one) for one in newest_first}
    name = await _chosen(desk, EDITION, editions)
    if name is None:
        return
    kinds = [(key, one) for key, one in catalogue().items() if one.of == "release"]
    products: Known = {"": (ALL, ""), **{key: (one.title, one.file) for key, one in kinds}}
    heading = Label(PRODUCT.zh.format(name), PRODUCT.en.format(name))
    product = await _chosen(desk, heading, products)
    if product is not None:
        await _write(desk, name, [product] if product else None)


async def _write(desk: Desk, name: str, only: list[str] | None) -> None:
    workspace = desk.workspace
    made = await given(
        desk,
        TITLE,
        RENDERING,
        work=lambda: planned(workspace, name, against=None, only=only),
    )
    if made is None:
        return
    folder, files = made
    paths = await done(desk, TITLE, WRITING, work=lambda: written(workspace, folder, files))
    await desk.ask(
        Question(
            TITLE,
            Label(WRITTEN.zh.format(len(paths)), WRITTEN.en.format(len(paths))),
            {"ok": OK},
            language=desk.language,
            lines=[line(f"  {path}") for path in paths],
            hint=_where(paths, name),
        )
    )


def _where(paths: Iterable[str], name: str) -> Label | None:
    """What becomes of products that are not of a release."""
    if is_release_name(name) or not any(paths):
        return None
    return Label(
        "这些文件不属于任何版本，不会随“提交”提交。",
        "They belong to no release; committing leaves them out.",
    )


async def _chosen(desk: Desk, title: Label, known: Known) -> str | None:
    def options(typed: str) -> list[Option[str]]:
        return [
            Option(line(label.in_(desk.language), right=(Piece(f" {about}", "dim"),)), key)
            for key, (label, about) in known.items()
            if matches(typed, (key, label.zh, label.en, about))
        ]

    return await desk.ask(Choose(title, options, language=desk.language))
