"""What git leaves to the disk's leisure: the names of objects and refs, and objects of others.

Told to, git syncs the files it writes; not the folders that hold their names, and not an object
that was there already, perhaps since a `git add` that synced nothing.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label

_CANNOT = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EISDIR}
"""Windows and some network drives do not sync folders; whoever may only read need not."""


def settle(git_dir: Path, ref: str = "") -> None:
    """Syncs the folders of a ref up to the git folder. Raises OSError if the disk fails."""
    folder = (git_dir / ref).parent if ref else git_dir
    while folder.is_relative_to(git_dir):
        _sync(folder)
        folder = folder.parent


def settle_objects(common_dir: Path, ids: Iterable[str]) -> None:
    """Syncs loose objects, contents and names; `ids` may be zeros. Raises OSError if it fails.

    Those that git has just written are synced already; which they are, nothing tells.
    """
    files = [common_dir / "objects" / name[:2] / name[2:] for name in ids if name.strip("0")]
    for path in (*files, *sorted({file.parent for file in files}), common_dir / "objects"):
        _sync(path)


def _sync(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except FileNotFoundError:  # it is in a pack, which git wrote with care
        return
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


@contextmanager
def confirming() -> Iterator[None]:
    """Around what syncs something that is done. Raises StoreError, which says that it is."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            Label(
                zh=f"git 已写入，但磁盘没有确认：{error.strerror}（{error.filename}）",
                en="git has written, but the disk does not confirm it:"
                f" {error.strerror} ({error.filename})",
            ),
            Label(
                zh="请检查磁盘和仓库：df -h . && git fsck",
                en="check the disk and the repository: df -h . && git fsck",
            ),
        ) from error
