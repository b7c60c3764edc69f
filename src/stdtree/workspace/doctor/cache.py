"""The cache folder: whether what was found can be kept, and how much is."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from stdtree.label import Label
from stdtree.store import cache
from stdtree.workspace.doctor.patient import Patient, Told, note, ok

TITLE = Label("缓存", "cache")


def examine(_: Patient) -> Iterator[Told]:
    """Place and size; nothing is written to find out."""
    folder = cache.folder()
    if folder is None:
        yield note(
            Label("已关闭，每次都重新读取", "it is off: everything is read anew each time"),
            Label(
                "打开缓存：unset STDTREE_CACHE STDTREE_PLAIN",
                "switch it on: unset STDTREE_CACHE STDTREE_PLAIN",
            ),
        )
        return
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    if not os.access(nearest, os.W_OK | os.X_OK):
        yield note(
            Label(f"{folder} 不可写，每次都重新读取", f"{folder} cannot be written to"),
            Label(
                f"检查权限：ls -ld {shlex.quote(str(nearest))}",
                f"check its permissions: ls -ld {shlex.quote(str(nearest))}",
            ),
        )
        return
    mib = _size(folder) / (1 << 20)
    yield ok(Label(f"{folder}，{mib:.1f} MiB", f"{folder}, {mib:.1f} MiB"))


def _size(folder: Path) -> int:
    """Bytes of the files there; another process may remove some meanwhile."""
    found = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                found += (Path(place) / name).lstat().st_size
    return found
