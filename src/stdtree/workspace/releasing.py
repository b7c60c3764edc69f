"""Releasing: the checklist, the record, the products, the commit and the tag, in this order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from stdtree.store.decode import encode
from stdtree.store.save import canonical_text
from stdtree.workspace.checklist import Checkpoint, Planned, points
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.corresponding import settled
from stdtree.workspace.cut_short import refuse_remains, releasing
from stdtree.workspace.editions import Edition, compare, names
from stdtree.workspace.exporting import products
from stdtree.workspace.naming import no_release_name

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def checklist(
    workspace: Workspace, name: str, *, date: str = "", reason: Mapping[str, str] | None = None
) -> tuple[Checkpoint, ...]:
    """What release `name` waits for on that day. Raises UsageError if it cannot be a release."""
    refuse_remains(workspace)
    return tuple(points(workspace, _planned(workspace, name), date=date, reason=reason))


def trial(
    workspace: Workspace,
    name: str,
    *,
    date: str,
    notes: Mapping[str, str] | None = None,
    reason: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The files that a release would write; nothing is written. Raises UsageError."""
    planned = _planned(workspace, name)
    record = _record(workspace, planned, date=date, notes=notes, reason=reason)
    return tuple(sorted(path for path, _ in _files(planned, record)))


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
    refuse_remains(workspace)
    planned = _planned(workspace, name)
    record = _record(workspace, planned, date=date, notes=notes, reason=reason)
    for point in points(workspace, planned, date=date, reason=reason):
        if not point.done:
            raise StoreError(point.label, point.hint)
    files = dict(_files(planned, record))
    paths = sorted(files)
    title = next(iter(workspace.taxonomy.system.title.values()))
    message = f"taxonomy: release {name}\n\n{title} {name} ({date})\n"
    with releasing(workspace, repository, name, files=files):
        revision = repository.commit(paths, message, trusted=trusted)
        repository.annotated_tag(f"taxonomy/{name}", revision, message, sign=sign)
    workspace.reload()
    return tuple(paths)


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
    if difference := planned.difference:
        older = difference.before.name
        issued = replace(difference, after=replace(difference.after, date=record.date))
        for file in products(edition, issued):
            yield f"{layout.EXPORTS}/{older}..{name}/{file.path}", file.data


def _planned(workspace: Workspace, name: str) -> Planned:
    """The release as it would be. Raises UsageError if there cannot be one of that name."""
    older = _previous(workspace, name)
    content = workspace.taxonomy.released()
    edition = Edition(name, content, digest(content), released=True)
    return Planned(edition, settled(workspace, compare(older, edition)) if older else None)


def _previous(workspace: Workspace, name: str) -> Edition | None:
    if not is_release_name(name):
        raise no_release_name(name)
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
