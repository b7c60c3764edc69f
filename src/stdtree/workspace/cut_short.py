"""A release is whole or not at all: what one has done is noted first, and taken back if it fails.

If the program or the power dies in between, the note stays, and the next commit or release takes
the remains back before it does anything else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.ids import is_release_name
from stdtree.store import half_moved
from stdtree.store.atomic import Write, is_ours, locked, write_files
from stdtree.store.disk import content, remove_file, replace_file, sweep, writing
from stdtree.store.git import Repository

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

NOTE = "release.json"
LOCK = "release.lock"


class Begun(Struct, frozen=True):
    """A release under way: its name, the commit before it, and what it writes."""

    name: str
    head: str
    files: dict[str, tuple[bytes | None, bytes]]
    """By path: the contents before, and the digest of what is to come."""

    @property
    def tag(self) -> str:
        """The tag by which it will be known."""
        return f"taxonomy/{self.name}"


@contextmanager
def releasing(
    workspace: Workspace, repository: Repository, name: str, *, files: Mapping[str, bytes]
) -> Iterator[None]:
    """Around a release: writes its files; if what is done with them fails, all is as before.

    Raises StoreError, which says whether it is.
    """
    note = workspace.private / NOTE
    old = {path: content(workspace.root / path) for path in files}
    digests = {path: hashlib.sha256(data).digest() for path, data in files.items()}
    begun = Begun(
        name, repository.head() or "", {path: (old[path], digests[path]) for path in files}
    )
    with locked(workspace.private, LOCK):
        try:
            with writing():
                sweep([note])
                replace_file(note, msgspec.json.encode(begun))
            writes = [Write(path, _digest(old[path]), data) for path, data in files.items()]
            with locked(workspace.private):
                write_files(workspace.root, workspace.private, writes)
            yield
            with writing():
                remove_file(note)
        except BaseException as error:
            said = _TAKEN_BACK if _took_back(workspace, repository, begun) else _LEFT
            if isinstance(error, StoreError):
                raise type(error)(error.message + said, error.hint) from error
            raise


def end_move(workspace: Workspace) -> Label | None:
    """Ends a switch of branches or a pull that was cut short; says how. Raises StoreError."""
    if workspace.repository is None:
        return None
    ended = half_moved.end(workspace.repository, workspace.private)
    if ended is None:
        return None
    workspace.reload()
    branch = Label(f"（分支 {ended.move.branch}）", f" (branch {ended.move.branch})")
    return _CUT_SHORT + _ENDS[ended.how] + branch


def refuse_remains(workspace: Workspace) -> None:
    """Clears up what was cut short, and raises StoreError to say so.

    A release is taken back; a move to another commit is gone on with, or taken back.
    """
    if workspace.repository is None:
        return
    if said := end_move(workspace):
        raise StoreError(said, Label("请再运行一次", "run it once more"))
    note = workspace.private / NOTE
    if not note.exists():
        return
    with locked(workspace.private, LOCK):
        begun = _noted(workspace)
        if begun is None:
            return
        if workspace.repository.tag(begun.tag) is not None:  # it was the note that was left
            remove_file(note)
            return
        _take_back(workspace, workspace.repository, begun)
    workspace.reload()
    raise StoreError(
        Label(
            f"上次发布 {begun.name} 中断，已撤回其文件和提交",
            f"releasing {begun.name} was cut short; its files and its commit have been taken back",
        ),
        Label("请再运行一次", "run it once more"),
    )


def _took_back(workspace: Workspace, repository: Repository, begun: Begun) -> bool:
    try:
        _take_back(workspace, repository, begun)
    except (OSError, StoreError):
        return False
    return True


def _take_back(workspace: Workspace, repository: Repository, begun: Begun) -> None:
    """The tag, the commit and the files, as far as they were made and nobody has changed them."""
    if not repository.withdraw(begun.head, tuple(begun.files), tag=begun.tag):
        with writing():
            remove_file(workspace.private / NOTE)
        raise _built_upon(begun)
    writes = [
        Write(path, digest, old)
        for path, (old, digest) in begun.files.items()
        if _digest(content(workspace.root / path)) == digest != _digest(old)
    ]
    with locked(workspace.private):
        write_files(workspace.root, workspace.private, writes)
    for folder in {(workspace.root / write.path).parent for write in writes if write.new is None}:
        with suppress(OSError):  # it was there before, and holds other files
            folder.rmdir()
    with writing():
        remove_file(workspace.private / NOTE)


def _noted(workspace: Workspace) -> Begun | None:
    """What the note says, None if it has gone. A `.git` folder may come from anybody."""
    note = workspace.private / NOTE
    try:
        begun = msgspec.json.decode(note.read_bytes(), type=Begun)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError:
        begun = None
    if (
        begun is None
        or not is_release_name(begun.name)
        or not Repository.is_commit_id(begun.head)
        or not all(is_ours(workspace.root, path) for path in begun.files)
    ):
        raise StoreError(
            Label(f"无法识别的发布记录：{note}", f"no note of a release by stdtree: {note}"),
            Label(f"核对后移走：mv {note} .", f"look at it, then move it away: mv {note} ."),
        )
    return begun


def _built_upon(begun: Begun) -> StoreError:
    return StoreError(
        Label(
            f"发布 {begun.name} 中断：已提交，没有标签，其后又有提交",
            f"releasing {begun.name} was cut short: it is committed, has no tag, and there are"
            " commits after it",
        ),
        Label(
            f"补上标签：git tag -a {begun.tag} -m {begun.name} 提交号；提交号见 git log",
            f"tag it: git tag -a {begun.tag} -m {begun.name} COMMIT; find the commit in git log",
        ),
    )


def _digest(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()


_TAKEN_BACK = Label(
    "；未发布，已写入的文件已撤回", "; nothing was released, and the files are as before"
)
_LEFT = Label(
    "；未发布，残留将在下次提交或发布时撤回",
    "; nothing was released, and the next commit or release takes back what is left",
)
_CUT_SHORT = Label("上次切换分支或取回更新中断", "switching or pulling was cut short")
_ENDS = {
    "completed": Label("，现已完成", "; it is complete now"),
    "taken back": Label(
        "；其间有文件被改动，因此已退回，您的改动都在",
        "; files were changed in the meantime, so it has been taken back, and your changes stay",
    ),
    "left": Label(
        "；此后有人用 git 改变了当前提交，因此没有再动任何文件，请核对：stdtree status",
        "; somebody has gone on with git since, so nothing was touched: look at stdtree status",
    ),
}
