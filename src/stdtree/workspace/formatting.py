"""Files in canonical style: which would change, and which are left alone and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.store.atomic import Write, locked, write_files
from stdtree.store.file_tree import DiskTree, Unreadable
from stdtree.store.format import format_file

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def format_files(
    workspace: Workspace, paths: Sequence[str], *, check: bool
) -> Iterator[tuple[str, bool, Label | None]]:
    """(path, whether it changes, why it is left alone) of `paths`; of all files if none is given.

    With `check` nothing is written. Raises UsageError for a path that is no file of the system.
    """
    tree = DiskTree(workspace.root)
    known = list(tree.files())
    for path in _chosen(workspace, known, paths):
        try:
            data = tree.read(path)
        except KeyError:  # it went away after it was listed
            continue
        except Unreadable as error:
            yield path, False, error.message
            continue
        made = format_file(path, data)
        changes = made.data is not None and made.data != data
        if changes and not check:
            with locked(workspace.private):
                write = Write(path, hashlib.sha256(data).digest(), made.data)
                write_files(workspace.root, workspace.private, [write])
        if changes or made.refusal:
            yield path, changes, made.refusal


def _chosen(workspace: Workspace, known: list[str], paths: Sequence[str]) -> list[str]:
    if not paths:
        return [path for path in known if path.endswith(".yaml")]
    chosen = []
    for given in paths:
        absolute = Path(given).resolve()
        inside = absolute.is_relative_to(workspace.root)
        name = absolute.relative_to(workspace.root).as_posix() if inside else given
        below = [path for path in known if path == name or path.startswith(f"{name}/")]
        if not below:
            raise UsageError(
                Label(
                    f"{given} 不在此体系的 taxonomy/ 中",
                    f"{given} is not in the taxonomy/ of this system",
                ),
                Label(
                    "不带参数则整理全部文件：stdtree fmt",
                    "without arguments all files are formatted: stdtree fmt",
                ),
            )
        chosen.extend(below)
    return chosen
