"""Files that `fmt` would rewrite."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model.names import several
from stdtree.workspace.doctor.patient import Patient, Told, note, ok
from stdtree.workspace.formatting import format_files

TITLE = Label("文件格式", "style of the files")


def examine(patient: Patient) -> Iterator[Told]:
    """How many are not canonical; edits work on them all the same."""
    if patient.workspace is None:
        return
    found = list(format_files(patient.workspace, (), check=True))
    changed = [path for path, changes, _ in found if changes]
    if changed:
        yield note(
            Label(
                f"{len(changed)} 个文件不是规范格式，如 {changed[0]}",
                f"{several(len(changed), 'file')} not in canonical style, such as {changed[0]}",
            ),
            same("stdtree fmt"),
        )
    for path, _, reason in found:
        if reason is not None:
            yield note(same(f"{path}: ") + reason)
    if not found:
        yield ok(Label("全部规范", "all canonical"))
