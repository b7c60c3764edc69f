"""What other editors need: the schemas beside the files, and the line that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdtree.label import Label, same
from stdtree.model.names import several
from stdtree.store import layout, schema
from stdtree.store.file_tree import DiskTree, Unreadable
from stdtree.workspace.doctor.patient import Patient, Told, note, ok

TITLE = Label("其他编辑器", "other editors")
_FOLDER = f"{layout.SCHEMAS}/draft-07"


def examine(patient: Patient) -> Iterator[Told]:
    """Whether completion and explanations work there."""
    workspace = patient.workspace
    if workspace is None:
        return
    stale = [
        kind
        for kind in layout.KINDS
        if _written(patient, kind) != schema.schema_text(kind, draft7=True)
    ]
    if stale:
        yield note(
            Label(
                f"{_FOLDER}/ 中缺少或已过时：{'、'.join(stale)}",
                f"missing or out of date in {_FOLDER}/: {', '.join(stale)}",
            ),
            same(_writing(stale, make=not (workspace.root / _FOLDER).is_dir())),
        )
    without = list(_without_modeline(DiskTree(workspace.root)))
    if without:
        yield note(
            Label(
                f"{len(without)} 个文件的首行不指向其模式，如 {without[0]}",
                f"{several(len(without), 'file')} whose first line does not lead to the schema,"
                f" such as {without[0]}",
            ),
            same("stdtree fmt"),
        )
    if not stale and not without:
        yield ok(Label("可补全和解释字段", "they can complete and explain fields"))


def _writing(stale: Sequence[str], *, make: bool) -> str:
    """What to type, in the folder of the system, so that the schemas are as they should be."""
    begin = f"mkdir -p {_FOLDER}; " if make else ""
    if len(stale) == 1:
        return f"{begin}stdtree schema {stale[0]} --draft 7 > {_FOLDER}/{stale[0]}.schema.json"
    one = f"stdtree schema $kind --draft 7 > {_FOLDER}/$kind.schema.json"
    return f"{begin}for kind in {' '.join(stale)}; do {one}; done"


def _written(patient: Patient, kind: str) -> str:
    """The schema beside the files; empty if it is not there."""
    root = patient.workspace.root if patient.workspace else patient.folder
    try:
        path = root / _FOLDER / f"{kind}.schema.json"
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _without_modeline(tree: DiskTree) -> Iterator[str]:
    for path in tree.files():
        kind = layout.kind_at(path)
        try:
            head = tree.read(path).split(b"\n", 1)[0].rstrip() if kind else b""
        except (KeyError, Unreadable):
            continue
        if kind and head != layout.modeline(path, kind.name).encode():
            yield path
