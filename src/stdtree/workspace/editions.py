"""A name → the system as it stood then: a release, WORK, INDEX or a git revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label, same
from stdtree.model.canonical import digest
from stdtree.model.difference import Difference, End
from stdtree.model.finding import Finding
from stdtree.model.ids import is_release_name
from stdtree.model.names import listed
from stdtree.model.nearest import did_you_mean
from stdtree.model.release import release_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.file_tree import DiskTree
from stdtree.store.git import Repository
from stdtree.store.load import load
from stdtree.store.snapshot import decode_snapshot, taxonomy_of
from stdtree.workspace.comparable import comparable
from stdtree.workspace.remembered import digest_of

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


@dataclass(frozen=True)
class Edition:
    """A named state of the system."""

    name: str
    taxonomy: Taxonomy
    digest: str
    findings: tuple[Finding, ...] = ()
    """What could not be read in it."""
    date: str = ""
    unreadable: frozenset[str] = frozenset()
    """Names of the files of which nothing could be read, as in Loaded."""
    released: bool = False
    """Whether it is a release: nothing is known of drafts and consultations at that time."""


def compare(
    before: Edition, after: Edition, *, between: Sequence[Edition] = (), suggest: bool = False
) -> Difference:
    """What turns one edition into the other, with warnings about what could not be read.

    `between`: the releases that this skips, oldest first, for the lineage that they declare;
    `suggest`: whether to match what came and went without lineage.
    """
    from stdtree import diff

    ends = [
        End(one.name, comparable(one, other), one.digest, date=one.date, released=one.released)
        for one, other in ((before, after), (after, before))
    ]
    skipped = [one.taxonomy for one in between]
    found = diff.compare(ends[0], ends[1], between=skipped, suggest=suggest)
    unread = [
        Label(
            f"{edition.name} 中无法读取：{f.place} {f.message.zh}",
            f"not readable in {edition.name}: {f.place} {f.message.en}",
        )
        for edition in (before, after)
        for f in edition.findings
        if f.severity == "error"
    ]
    return replace(found, warnings=(*found.warnings, *unread)) if unread else found


def skipped(workspace: Workspace, before: str, after: str) -> tuple[Edition, ...]:
    """The releases between two that do not follow each other, oldest first; WORK is the newest."""
    known = names(workspace)[:-1]
    if not (is_release_name(before) and (after == "WORK" or is_release_name(after))):
        return ()
    older = release_key(before)
    inside = [
        one
        for one in known
        if older < release_key(one) and (after == "WORK" or release_key(one) < release_key(after))
    ]
    return tuple(edition(workspace, one) for one in inside)


def names(workspace: Workspace) -> tuple[str, ...]:
    """Releases that have a tag or a snapshot, oldest first, then WORK."""
    found = set(surroundings(workspace).releases)
    if workspace.repository:
        found.update(name for name in workspace.repository.release_tags() if is_release_name(name))
    found.update(exported(workspace))
    return (*sorted(found, key=release_key), "WORK")


def surroundings(workspace: Workspace) -> Taxonomy:
    """The records of releases and the correspondences by hand, and maybe more.

    Read by themselves where nobody needs the categories: two revisions may be all one asks for.
    """
    if "loaded" in workspace.__dict__:
        return workspace.loaded.taxonomy
    return load(DiskTree(workspace.root, (layout.RELEASES, layout.CORRESPONDENCES))).taxonomy


def exported(workspace: Workspace) -> Iterator[str]:
    """Releases that have a snapshot on disk."""
    exports = workspace.root / layout.EXPORTS
    for folder in exports.iterdir() if exports.is_dir() else ():
        if is_release_name(folder.name) and (folder / layout.SNAPSHOT).is_file():
            yield folder.name


def previous(workspace: Workspace) -> str | None:
    """The newest release of all, None before the first."""
    releases = names(workspace)[:-1]
    return releases[-1] if releases else None


def edition(workspace: Workspace, name: str) -> Edition:
    """The edition that `name` means. Raises UsageError (unknown) or StoreError (damaged)."""
    if name == "WORK":
        taxonomy = workspace.taxonomy
        loaded = workspace.loaded
        is_saved = taxonomy is loaded.taxonomy
        stamp = digest_of(workspace, loaded) if is_saved else digest(taxonomy)
        return Edition(name, taxonomy, stamp, loaded.findings, unreadable=loaded.unreadable)
    if not name.startswith("rev:"):
        found = _released(workspace, name)
        if found is not None:
            return found
    if workspace.repository is not None:
        found = _revision(workspace, name.removeprefix("rev:"))
        if found is not None:
            return found
    raise _unknown(workspace, name)


def _released(workspace: Workspace, name: str) -> Edition | None:
    """A release: by its snapshot and its tag, which must agree with each other and the record."""
    if not is_release_name(name):
        return None
    known = names(workspace)[:-1]
    canonical = next((n for n in known if release_key(n) == release_key(name)), name)
    found = list(_witnesses(workspace, canonical))
    if not found:
        return None
    digests = {each.digest for each in found}
    if record := surroundings(workspace).releases.get(canonical):
        digests.add(record.digest)
    if len(digests) > 1:
        raise _damaged(canonical)
    return found[0]


def _witnesses(workspace: Workspace, name: str) -> Iterator[Edition]:
    """A release by its snapshot on disk; and by its tag, unless the same snapshot stands there."""
    path = layout.snapshot_path(name)
    here = b""
    with suppress(OSError):
        here = (workspace.root / path).read_bytes()
    if here:
        yield _of_snapshot(name, here)
    repository = workspace.repository
    revision = repository.tag(f"taxonomy/{name}") if repository else None
    if repository is None or revision is None:
        return
    with repository.tree(revision, prefix=path) as tree:
        there = tree.read(path) if path in tree.files() else b""
    if not there:
        yield _of_files(repository, revision, name)
    elif there != here:
        yield _of_snapshot(name, there)


def _of_snapshot(name: str, data: bytes) -> Edition:
    snapshot = decode_snapshot(data, layout.snapshot_path(name))
    content = taxonomy_of(snapshot)
    found = Edition(name, content, digest(content), date=snapshot.date, released=True)
    if found.digest != snapshot.digest:
        raise _damaged(name)
    return found


def _of_files(repository: Repository, revision: str, name: str) -> Edition:
    with repository.tree(revision, prefix=f"{layout.TAXONOMY}/") as tree:
        loaded = load(tree)
    taxonomy = loaded.taxonomy.released()
    record = loaded.taxonomy.releases.get(name)
    return Edition(
        name,
        taxonomy,
        digest(taxonomy),
        loaded.findings,
        date=record.date if record else "",
        unreadable=loaded.unreadable,
        released=True,
    )


def _revision(workspace: Workspace, name: str) -> Edition | None:
    repository = workspace.repository
    if repository is None:
        return None
    if name == "INDEX":
        tree = repository.index_tree(prefix=f"{layout.TAXONOMY}/")
    else:
        revision = repository.resolve(name)
        if revision is None:
            return None
        tree = repository.tree(revision, prefix=f"{layout.TAXONOMY}/")
    with tree:
        loaded = load(tree)
        loaded.placed(loaded.findings)
    return Edition(
        name,
        loaded.taxonomy,
        digest_of(workspace, loaded),
        loaded.findings,
        unreadable=loaded.unreadable,
    )


def _damaged(name: str) -> StoreError:
    path, record = layout.snapshot_path(name), f"{layout.RELEASES}/{name}.yaml"
    restore = f"git checkout taxonomy/{name} -- {path} {record}"
    return StoreError(
        Label(
            f"版本 {name} 已被改动：{path}、{record} 与标签 taxonomy/{name} 不一致",
            f"release {name} was changed: {path}, {record} and the tag taxonomy/{name} disagree",
        ),
        Label(f"恢复：{restore}", f"restore it: {restore}"),
    )


def _unknown(workspace: Workspace, name: str) -> UsageError:
    known, repository = names(workspace), workspace.repository
    if name in known:
        message = Label(
            f"此处没有版本 {name} 的内容：既无标签 taxonomy/{name}，也无快照",
            f"release {name} is not here: there is no tag taxonomy/{name}, and no snapshot",
        )
        hint = Label("取回标签：git fetch --tags", "fetch the tags: git fetch --tags")
    else:
        message = Label(f"没有名为 {name} 的版本或修订", f"there is no release or revision {name}")
        hint = did_you_mean(name, known) or Label("可用：", "there are: ") + listed(
            map(same, known)
        )
    if repository is None:
        hint = _NO_REVISIONS + hint
    elif repository.is_shallow():
        hint = _SHALLOW if name in known else _SHALLOW + Label("；", "; ") + hint
    return UsageError(message, hint)


_NO_REVISIONS = Label(
    "此文件夹不是 git 仓库，因此没有修订；",
    "this folder is no git repository, so there are no revisions; ",
)
_SHALLOW = Label(
    "这是浅克隆，取回全部历史：git fetch --unshallow --tags",
    "this clone is shallow, fetch all of its history: git fetch --unshallow --tags",
)
