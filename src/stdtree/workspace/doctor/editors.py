"""What other editors need: the schemas beside the files, and the line that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model.names import several
from stdtree.store import layout, schema
from stdtree.store.file_tree import DiskTree, Unreadable
from stdtree.workspace.doctor.patient import Patient, Told, note, ok

TITLE = Label("其他编辑器", "other editors")


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
        path = f"{layout.SCHEMAS}/draft-07/{stale[0]}.schema.json"
        yield note(
            Label(
                f"{layout.SCHEMAS}/draft-07/ 中缺少或已过时：{', '.join(stale)}",
                f"missing or out of date in {layout.SCHEMAS}/draft-07/: {', '.join(stale)}",
            ),
            same(f"stdtree schema {stale[0]} --draft 7 > {path}"),
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


def _written(patient: Patient, kind: str) -> str:
    """The schema beside the files; empty if it is not there."""
    root = patient.workspace.root if patient.workspace else patient.folder
    try:
        path = root / layout.SCHEMAS / "draft-07" / f"{kind}.schema.json"
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
