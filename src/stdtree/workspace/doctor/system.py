"""The standards system in this folder: whether it can be opened, and whether edits wait."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.names import several
from stdtree.workspace.doctor.patient import Patient, Told, note, ok
from stdtree.workspace.opened import Workspace

TITLE = Label("体系", "system")


def examine(patient: Patient) -> Iterator[Told]:
    """Its size, and what an earlier session left. Raises StoreError if it cannot be opened."""
    workspace = patient.workspace or Workspace.open(patient.folder)
    taxonomy = workspace.taxonomy
    standards, categories = len(taxonomy.standards), len(taxonomy.categories)
    yield ok(
        Label(
            f"{workspace.root}，{categories} 个类目，{standards} 项标准",
            f"{workspace.root}, {several(categories, 'category', 'categories')},"
            f" {several(standards, 'standard')}",
        )
    )
    if workspace.mended:
        paths = ", ".join(workspace.mended)
        yield note(
            Label(
                f"上次保存中断，现已补写：{paths}",
                f"the last save was cut short; written now: {paths}",
            )
        )
    if waiting := len(workspace.recoverable()):
        yield note(
            Label(
                f"上次有 {waiting} 步编辑没有保存",
                f"an earlier session left {several(waiting, 'edit')} unsaved",
            ),
            Label(
                "取回：stdtree edit recover；放弃：stdtree edit discard",
                "take them up: stdtree edit recover; or drop them: stdtree edit discard",
            ),
        )
