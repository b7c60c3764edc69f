"""File systems that change names: upper and lower case alike, accents taken apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from stdtree.label import Label, same
from stdtree.store import layout
from stdtree.store.file_tree import DiskTree
from stdtree.workspace.doctor.patient import Patient, Told, note, ok, trouble

TITLE = Label("文件名", "file names")


def examine(patient: Patient) -> Iterator[Told]:
    """Names that one machine keeps apart and another does not."""
    workspace, repository = patient.workspace, patient.repository
    if workspace is None:
        return
    on_disk = set(DiskTree(workspace.root).files())
    head = repository.head() if repository else None
    committed = repository.tree(head).files() if repository and head else {}
    told = list(_alike({*on_disk, *committed}))
    if apart := sorted(path for path in on_disk if not unicodedata.is_normalized("NFC", path)):
        told.append(
            note(
                Label(
                    f"文件名中的字母与重音分开书写（NFD）：{apart[0]}",
                    f"a file name has letters and accents apart (NFD): {apart[0]}",
                ),
                same("git config core.precomposeunicode true"),
            )
        )
    upper = workspace.root / layout.TAXONOMY.upper()
    if upper.exists() and upper.samefile(workspace.root / layout.TAXONOMY):
        told.append(
            note(
                Label(
                    "此文件系统不区分大小写：改文件名的大小写请用 git mv",
                    "this file system knows no upper and lower case: rename with git mv",
                )
            )
        )
    yield from told or [ok(Label("各系统通用", "the same on every system"))]


def _alike(paths: Iterable[str]) -> Iterator[Told]:
    """Files that become one where case does not count."""
    groups = defaultdict(list)
    for path in sorted(paths):
        groups[unicodedata.normalize("NFC", path).casefold()].append(path)
    for first, *others in groups.values():
        if others:
            yield trouble(
                Label(
                    f"在 macOS 和 Windows 上互相覆盖：{first}、{others[0]}",
                    f"these replace each other on macOS and Windows: {first} and {others[0]}",
                ),
                same(f"git mv {others[0]} …"),
            )
