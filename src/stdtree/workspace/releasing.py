"""Releasing: the checklist, the record, the products, the commit and the tag, in this order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label
from stdtree.model.canonical import digest
from stdtree.model.counts import counts
from stdtree.model.ids import is_release_name
from stdtree.model.release import Release, release_key
from stdtree.store import layout
from stdtree.store.atomic import Write, locked, write_files
from stdtree.store.decode import encode
from stdtree.store.save import canonical_text
from stdtree.workspace.checklist import Checkpoint, Planned, points
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.editions import Edition, compare, names
from stdtree.workspace.exporting import products

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def checklist(
    workspace: Workspace, name: str, *, reason: Mapping[str, str] | None = None
) -> tuple[Checkpoint, ...]:
    """What release `name` waits for. Raises UsageError if `name` cannot be a release at all."""
    return tuple(points(workspace, _planned(workspace, name), reason=reason))


def release(  # noqa: PLR0913 -- the record of a release has this many parts
    workspace: Workspace,
    name: str,
    *,
    date: str,
    notes: Mapping[str, str] | None = None,
    reason: Mapping[str, str] | None = None,
    sign: bool = False,
    trusted: bool = False,
) -> tuple[str, ...]:
    """Writes the record and the products, commits and tags them; the paths.

    Raises StoreError with the first thing on the checklist that is missing, or with what git
    refused; then everything is as it was.
    """
    repository = needed_repository(workspace)
    planned = _planned(workspace, name)
    for point in points(workspace, planned, reason=reason):
        if not point.done:
            raise StoreError(point.label, point.hint)
    record = _record(workspace, planned, date=date, notes=notes, reason=reason)
    files = dict(_files(planned, record))
    paths = sorted(files)
    title = next(iter(workspace.taxonomy.system.title.values()))
    message = f"taxonomy: release {name}\n\n{title} {name} ({date})\n"
    with _written(workspace, files):
        revision = repository.commit(paths, message, trusted=trusted)
        try:
            repository.annotated_tag(f"taxonomy/{name}", revision, message, sign=sign)
        except BaseException:
            repository.withdraw(revision, paths)
            raise
    workspace.reload()
    return tuple(paths)


@contextmanager
def _written(workspace: Workspace, files: Mapping[str, bytes]) -> Iterator[None]:
    """The files, written; as they were before, if what is done with them fails."""
    before = {path: _bytes_at(workspace, path) for path in files}
    _replace(workspace, before, files)
    try:
        yield
    except BaseException as error:
        _replace(workspace, files, before)
        if isinstance(error, StoreError):
            raise StoreError(error.message + _TAKEN_BACK, error.hint) from error
        raise


_TAKEN_BACK = Label(
    "；未发布，已写入的文件已撤回", "; nothing was released, and the files are as before"
)


def _replace(
    workspace: Workspace, old: Mapping[str, bytes | None], new: Mapping[str, bytes | None]
) -> None:
    writes = [Write(path, _sha256(old[path]), new[path]) for path in new]
    with locked(workspace.private):
        write_files(workspace.root, workspace.private, writes)
    for folder in {(workspace.root / path).parent for path, data in new.items() if data is None}:
        with suppress(OSError):  # it was there before, and holds other files
            folder.rmdir()


def _bytes_at(workspace: Workspace, path: str) -> bytes | None:
    try:
        return (workspace.root / path).read_bytes()
    except FileNotFoundError:
        return None


def _sha256(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()


def _record(
    workspace: Workspace,
    planned: Planned,
    *,
    date: str,
    notes: Mapping[str, str] | None,
    reason: Mapping[str, str] | None,
) -> Release:
    edition, difference = planned.edition, planned.difference
    record = Release(
        release=edition.name,
        date=date,
        digest=edition.digest,
        counts=counts(edition.taxonomy),
        previous=difference.before.name if difference else None,
        bump=difference.required if difference else None,
        reason=reason or None,
        notes=notes or None,
        sign_offs=tuple(
            sign_off
            for consultation in planned.consultations(workspace.taxonomy)
            for sign_off in consultation.sign_offs
        ),
    )
    try:
        return msgspec.convert(encode(record), Release)
    except msgspec.ValidationError as error:
        raise UsageError(
            Label(f"版本记录不合格式：{error}", f"this cannot stand in a release: {error}"),
            Label(
                "日期写作 2026-02-10；说明和理由不能为空",
                "write dates as 2026-02-10; notes and reasons are never empty",
            ),
        ) from error


def _files(planned: Planned, record: Release) -> Iterator[tuple[str, bytes]]:
    name = record.release
    path = f"{layout.RELEASES}/{name}.yaml"
    yield path, canonical_text(path, record).encode()
    edition = replace(planned.edition, date=record.date)
    for file in products(edition):
        yield f"{layout.EXPORTS}/{name}/{file.path}", file.data
    if planned.difference:
        older = planned.difference.before.name
        for file in products(edition, planned.difference):
            yield f"{layout.EXPORTS}/{older}..{name}/{file.path}", file.data


def _planned(workspace: Workspace, name: str) -> Planned:
    """The release as it would be. Raises UsageError if there cannot be one of that name."""
    older = _previous(workspace, name)
    content = workspace.taxonomy.released()
    edition = Edition(name, content, digest(content))
    return Planned(edition, compare(older, edition) if older else None)


def _previous(workspace: Workspace, name: str) -> Edition | None:
    if not is_release_name(name):
        raise UsageError(
            Label(f"{name} 不能作版本号", f"{name} cannot be the number of a release"),
            Label(
                "版本号为两段或三段数字，如 1.1 或 1.1.1",
                "use two or three numbers, such as 1.1 or 1.1.1",
            ),
        )
    key = release_key(name)
    known = names(workspace)[:-1]
    for other in known:
        if release_key(other) == key:
            raise _taken(workspace, other)
    if known and release_key(known[-1]) > key:
        raise UsageError(
            Label(
                f"{name} 小于已发布的版本 {known[-1]}",
                f"{name} is smaller than the release {known[-1]}",
            ),
            Label(f"取大于 {known[-1]} 的版本号", f"take a number above {known[-1]}"),
        )
    return workspace.edition(known[-1]) if known else None


def _taken(workspace: Workspace, name: str) -> UsageError:
    record = f"{layout.RELEASES}/{name}.yaml"
    git = workspace.repository
    uncommitted = git.changed_paths(prefix=f"{layout.RELEASES}/") if git else ()
    if git and record in uncommitted and git.tag(f"taxonomy/{name}") is None:
        return UsageError(
            Label(
                f"{record} 未提交：上次发布 {name} 没有完成",
                f"{record} is not committed: releasing {name} was cut short",
            ),
            Label(
                f"删除后重新发布：rm -r {record} {layout.EXPORTS}/{name}",
                f"remove it and release again: rm -r {record} {layout.EXPORTS}/{name}",
            ),
        )
    return UsageError(
        Label(f"版本 {name} 已发布，不可更改", f"release {name} exists and cannot be changed"),
        Label("修改内容请发布新版本", "publish changes as a new release"),
    )
