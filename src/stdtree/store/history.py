"""What git remembers of the files of categories: all commits, and the files that each changed.

One pass of plumbing answers for every category: `rev-list` for the commits, `diff-tree` of each
against its first parent for the files. A category is followed by the name of its file, in whichever
folder it lies; folders mean nothing, and git's guesses at renames are not asked for.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stdtree.model.category import Category
from stdtree.model.history import Commit
from stdtree.model.ids import ReleaseName, is_release_name
from stdtree.model.release import release_key
from stdtree.store import layout, yaml_text
from stdtree.store.decode import decode
from stdtree.store.file_tree import MAX_BYTES
from stdtree.store.git import Repository
from stdtree.store.plumbing import Plumbing

SECONDS = 600
"""For 1,000 commits git takes less than a second, 12 with 100,000 files in one folder."""

_FORMAT = "%H%x00%P%x00%h%x00%cI%x00%an%x00%s"
_PLAIN_FILE = b"100"

Files = Mapping[str, str]
"""Blob by path, of the files that are followed."""
Parents = Mapping[str, tuple[str, ...]]
"""Parents by commit."""


class Touched(NamedTuple):
    """A file that a commit changed, and its blobs; None where it came or went."""

    path: str
    old: str | None
    new: str | None


class Recorded(NamedTuple):
    """A commit that differs from all its parents in the files that are followed."""

    commit: Commit
    parents: tuple[str, ...]
    """Ids of the recorded commits before it."""
    files: Files


@dataclass(frozen=True)
class Past:
    """Commits, children first, and what each changed against its first parent."""

    git: Plumbing
    start: str
    """The newest commit that is asked about."""
    commits: Mapping[str, Commit]
    parents: Parents
    """By commit, in the same order."""
    touched: Mapping[str, tuple[Touched, ...]]

    def recorded(self, names: Collection[str]) -> tuple[Recorded, ...]:
        """Commits up to `start` that changed a file called `<name>.yaml`, newest first.

        Where a merge took over the files of one side, that side alone is followed, as by git.
        """
        states: dict[str, Files] = {}
        recorded_as: dict[str, str] = {}
        found: dict[str, Recorded] = {}
        for commit in reversed(tuple(self.parents)):
            parents = self.parents[commit]
            state = states[parents[0]] if parents else {}
            touched = [t for t in self.touched.get(commit, ()) if layout.stem(t.path) in names]
            states[commit] = state = _after(state, touched) if touched else state
            same = next((parent for parent in parents if states[parent] == state), None)
            recorded_as[commit] = recorded_as[same] if same else commit
            if same is None:
                before = dict.fromkeys(recorded_as[parent] for parent in parents)
                found[commit] = Recorded(self.commits[commit], tuple(before), state)
        graph = {key: one.parents for key, one in found.items()}
        wanted = ancestors(graph, recorded_as[self.start])
        return tuple(one for key, one in reversed(found.items()) if key in wanted)

    def up_to(self, commit: str) -> frozenset[str]:
        """A commit and all before it."""
        return ancestors(self.parents, commit)

    def once_holding(self, text: str) -> frozenset[str]:
        """Names of files that a commit changed and that had held `text` until then."""
        wanted = text.encode()
        paths: dict[str, set[str]] = {}
        for touched in self.touched.values():
            for path, old, _ in touched:
                if old is not None:
                    paths.setdefault(old, set()).add(layout.stem(path))
        found = (paths[blob] for blob, data in self._contents(paths) if wanted in data)
        return frozenset(name for names in found for name in names)

    def categories(self, blobs: Collection[str]) -> dict[str, Category | None]:
        """The category in each of these blobs; None where a file could not be read."""
        return {blob: _category(data) for blob, data in self._contents(blobs)}

    def _contents(self, blobs: Collection[str]) -> Iterator[tuple[str, bytes]]:
        reader = self.git.objects()
        try:
            yield from zip(blobs, reader.read_many(blobs, MAX_BYTES + 1), strict=True)
        finally:
            reader.close()


def read(
    repository: Repository,
    start: str,
    *,
    also: Iterable[str] = (),
    names: Collection[str] | None = None,
) -> Past:
    """The past of `start`; `also` are further commits that will be asked about.

    All are ids that `Repository.resolve` gave. With `names`, only files called so are listed.
    """
    git = repository.plumbing
    tags = {
        name: commit
        for name in sorted(filter(is_release_name, repository.release_tags()), key=release_key)
        if (commit := repository.tag(f"taxonomy/{name}"))
    }
    heads = dict.fromkeys((start, *also, *tags.values()))
    listing = git.run(
        "rev-list", "--topo-order", "--no-commit-header", "--encoding=UTF-8",
        f"--format={_FORMAT}", *heads, seconds=SECONDS,
    )  # fmt: skip
    rows = [line.decode("utf-8", "replace").split("\0", 5) for line in listing.split(b"\n")[:-1]]
    parents = {row[0]: tuple(row[1].split()) for row in rows}
    releases = _first_releases(parents, tags)
    oldest = repository.shallow_ends()
    commits = {
        identifier: Commit(
            id=identifier,
            short=short,
            date=date,
            author=author,
            subject=subject,
            release=releases.get(identifier),
            is_oldest_known=identifier in oldest,
        )
        for identifier, _, short, date, author, subject in rows
    }
    return Past(git, start, commits, parents, touched=dict(_touched(repository, parents, names)))


def ancestors(parents: Mapping[str, Iterable[str]], start: str) -> frozenset[str]:
    """`start` and everything before it."""
    found, waiting = {start}, [start]
    while waiting:
        fresh = [one for one in parents[waiting.pop()] if one not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def _first_releases(parents: Parents, tags: Mapping[ReleaseName, str]) -> dict[str, ReleaseName]:
    """The first release that has each commit; `tags` has the oldest release first."""
    found: dict[str, ReleaseName] = {}
    for name, tagged in tags.items():
        waiting = [tagged]
        while waiting:
            commit = waiting.pop()
            if commit not in found:
                found[commit] = name
                waiting += parents[commit]
    return found


def _touched(
    repository: Repository, parents: Parents, names: Collection[str] | None
) -> Iterator[tuple[str, tuple[Touched, ...]]]:
    """Each commit that changed files of categories, with these files."""
    pairs = "".join(f"{' '.join((commit, *before[:1]))}\n" for commit, before in parents.items())
    listing = repository.plumbing.run(
        "diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-renames", "--no-abbrev",
        "--no-ext-diff", "--no-textconv", "--", f"{repository.prefix}{layout.CATEGORIES}/",
        data=pairs.encode("ascii"), seconds=SECONDS,
    )  # fmt: skip
    skipped = len(repository.prefix)
    commit, found = "", list[Touched]()
    parts = iter(listing.split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            path = os.fsdecode(next(parts))[skipped:]
            is_category = path.endswith(".yaml") and "/." not in path
            if is_category and (names is None or layout.stem(path) in names):
                found.append(_plain(part, path))
            continue
        if found:
            yield commit, tuple(found)
        commit, found = part.decode("ascii"), []


def _plain(record: bytes, path: str) -> Touched:
    """The file on both sides; what is no plain file there, such as a link, counts as absent."""
    old_mode, new_mode, old, new, _ = record.removeprefix(b":").split(b" ")
    before = old.decode("ascii") if old_mode.startswith(_PLAIN_FILE) else None
    return Touched(path, before, new.decode("ascii") if new_mode.startswith(_PLAIN_FILE) else None)


def _after(state: Files, touched: Iterable[Touched]) -> Files:
    """The files after some of them were touched, sorted by path."""
    changed = {**state, **{one.path: one.new for one in touched}}
    return {path: blob for path, blob in sorted(changed.items()) if blob is not None}


def _category(data: bytes) -> Category | None:
    parsed = yaml_text.read(data)
    if parsed.value is None:
        return None
    category: Category | None = decode(layout.KINDS["category"], parsed.value).value
    return category
