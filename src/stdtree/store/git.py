"""The git repository around a standards system: what is recorded in it, and recording more.

Finding a repository and asking for its state runs no git; everything else goes through
`plumbing`. Every refusal is a StoreError that says what to type next.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store import git_layout, git_state

if TYPE_CHECKING:
    from stdtree.store.file_tree import Known
    from stdtree.store.plumbing import ObjectReader, Plumbing
    from stdtree.store.revision_tree import RevisionTree

_HEX = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""An id, of a SHA-1 or a SHA-256 repository."""


class Repository:
    """A git work tree, seen from a folder in it.

    All paths that come in or go out are relative to `folder`, with `/`.
    """

    root: Path
    """The top of the work tree."""
    git_dir: Path
    """The private git folder of this work tree (of a linked one: below `.git/worktrees`)."""
    folder: Path
    """The folder that holds taxonomy/: `root` or below it."""

    def __init__(self, root: Path, git_dir: Path, folder: Path) -> None:
        self.root = root
        self.git_dir = git_dir
        self.folder = folder

    @cached_property
    def plumbing(self) -> Plumbing:
        """How git is asked. Made when first needed: opening a system asks nothing of git."""
        from stdtree.store.plumbing import Plumbing

        return Plumbing(self.root)

    @classmethod
    def find(cls, folder: Path) -> Repository | None:
        """The nearest repository whose work tree contains `folder`, None if there is none.

        Runs no git. Raises StoreError for a bare repository, or a work tree that lost its own.
        """
        start = folder.resolve()
        for candidate in (start, *start.parents):
            if git_dir := git_layout.git_dir(candidate):
                return cls(candidate, git_dir, start)
            if git_layout.is_git_dir(candidate):
                clone = f"git clone {shlex.quote(str(candidate))}"
                raise StoreError(
                    Label(
                        zh=f"{candidate} 是裸仓库或 git 的内部文件夹，没有工作区",
                        en=f"{candidate} is a bare repository or git's own folder: no work tree",
                    ),
                    Label(
                        zh=f"请在克隆的工作区中打开：{clone}",
                        en=f"open a clone with a work tree: {clone}",
                    ),
                )
        return None

    @classmethod
    def init(cls, folder: Path, branch: str = "main") -> Repository:
        """A new repository in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        root = folder.resolve()
        made = cls(root, root / ".git", root)
        made.plumbing.run("init", "--quiet", f"--initial-branch={branch}", "--", str(root))
        return made

    @cached_property
    def common_dir(self) -> Path:
        """The git folder that all work trees of the repository share."""
        return git_layout.common_dir(self.git_dir)

    @property
    def prefix(self) -> str:
        """What comes before our paths in git's: empty, or `folder/` from the root."""
        inside = self.folder.relative_to(self.root).as_posix()
        return "" if inside == "." else f"{inside}/"

    @staticmethod
    def is_commit_id(name: str) -> bool:
        """Whether this has the form of a full commit id."""
        return _HEX.fullmatch(name) is not None

    # asking ------------------------------------------------------------------------------------

    def resolve(self, name: str) -> str | None:
        """The commit that a revision given by the user names, None if there is none."""
        if "\0" in name:
            return None
        found = self.plumbing.text(
            "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"
        )
        return found if found and _HEX.fullmatch(found) else None

    def tag(self, name: str) -> str | None:
        """The commit that a tag names."""
        return self.resolve(f"refs/tags/{name}")

    def release_tags(self) -> tuple[str, ...]:
        """The names of releases that have a tag `taxonomy/<name>`."""
        refs = self.plumbing.text("for-each-ref", "--format=%(refname)", "refs/tags/taxonomy/")
        return tuple(ref.removeprefix("refs/tags/taxonomy/") for ref in (refs or "").split())

    def head(self) -> str | None:
        """The commit that is checked out, None before the first one."""
        return self.resolve("HEAD")

    def branch(self) -> str | None:
        """The branch that is checked out, None for a detached HEAD."""
        ref = self.plumbing.text("symbolic-ref", "--quiet", "HEAD")
        return ref.removeprefix("refs/heads/") if ref else None

    def short(self, revision: str) -> str:
        """The shortest unambiguous form of a commit id."""
        return self.plumbing.text("rev-parse", "--short", _verified(revision)) or revision[:10]

    def is_shallow(self) -> bool:
        """Whether the history was cut off when the repository was cloned."""
        return (self.common_dir / "shallow").exists()

    def shallow_ends(self) -> frozenset[str]:
        """The commits at which the history was cut off; their parents are not here."""
        try:
            listed = (self.common_dir / "shallow").read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return frozenset()
        return frozenset(listed.split())

    def under_way(self) -> Label | None:
        """A merge, rebase, cherry-pick, revert or bisect that has begun and not ended."""
        found = git_state.under_way(self.git_dir)
        return found.what + Label(zh="。", en=". ") + found.fix if found else None

    def would_run(self) -> tuple[str, ...]:
        """Hooks and signing programs that `commit(trusted=True)` would run."""
        from stdtree.store import hooks

        return hooks.would_run(self.plumbing, self.common_dir / "hooks")

    # reading -----------------------------------------------------------------------------------

    def tree(
        self, revision: str, prefix: str = "taxonomy/", *, name: str | None = None
    ) -> RevisionTree:
        """The files of a commit below `prefix`; `name` is what the user calls it."""
        from stdtree.store import revision_tree

        entries = revision_tree.of_revision(
            self.plumbing, _verified(revision), self.prefix + prefix
        )
        return self._tree(entries, name or revision[:10])

    def index_tree(self, prefix: str = "taxonomy/", *, name: str = "INDEX") -> RevisionTree:
        """The staged files below `prefix`."""
        index = git_layout.hook_index(self.root, self.git_dir, os.environ)
        git = self.plumbing.with_environment(GIT_INDEX_FILE=str(index)) if index else self.plumbing
        from stdtree.store import revision_tree

        return self._tree(revision_tree.of_index(git, self.prefix + prefix), name)

    def _tree(self, entries: dict[str, str], name: str) -> RevisionTree:
        from stdtree.store.revision_tree import RevisionTree

        skipped = len(self.prefix)
        return RevisionTree(
            name,
            {path[skipped:]: blob for path, blob in sorted(entries.items())},
            self._objects,
            self._known,
            home=self.folder,
        )

    @cached_property
    def _known(self) -> Known:
        """What has been read from blobs; revisions have most of them in common."""
        return {}

    def _objects(self) -> ObjectReader:
        return self.plumbing.objects()

    def changed_paths(
        self, prefix: str = "taxonomy/", *, since: str | None = None
    ) -> tuple[str, ...]:
        """Files below `prefix` that differ from the last commit (`since`), and new `.yaml` ones.

        Only files of which git cannot tell by their times are read, and never through filters, as
        `git status` would. With STDTREE_PLAIN=1 all files are.
        """
        from stdtree.store import changed

        head = _verified(since) if since else self.head()
        if head and not os.environ.get("STDTREE_PLAIN"):
            found = changed.by_times(self, head, prefix)
            if found is not None:
                return found
        recorded = self.tree(head, prefix).files() if head else {}
        left_out = self._left_out(prefix)
        expected = {path: blob for path, blob in recorded.items() if path not in left_out}
        return changed.changed_paths(self.folder, prefix, expected)

    def _left_out(self, prefix: str) -> set[str]:
        """Files that a sparse checkout keeps off the disk: absent, and yet not deleted."""
        if not (self.git_dir / "info/sparse-checkout").exists():
            return set()
        listing = self.plumbing.run("ls-files", "-t", "-z", "--", self.prefix + prefix)

        skipped = len(self.prefix)
        return {
            os.fsdecode(line[2:])[skipped:]
            for line in listing.split(b"\0")
            if line.startswith(b"S ")
        }

    # recording ---------------------------------------------------------------------------------

    def commit(
        self, paths: Sequence[str], message: str, *, date: str | None = None, trusted: bool = False
    ) -> str:
        """Records these files as they are on disk (new, changed or deleted) and nothing else.

        What others staged stays staged and is not committed. Hooks and signing run only if the
        user trusts the repository. Returns the new commit's id. Raises StoreError.
        """
        from stdtree.store import commit

        return commit.commit(self, paths, message, date=date, trusted=trusted)

    def require_committable(self) -> None:
        """Raises StoreError while a commit would be refused, or lost from sight."""
        from stdtree.store import commit

        commit.branch_for_commits(self)

    def withdraw(self, parent: str, paths: Sequence[str], *, tag: str) -> bool:
        """Takes back a commit of these files on top of `parent`, and its tag; the files stay.

        False, and nothing happens, if somebody has built upon that commit. Raises StoreError.
        """
        from stdtree.store import withdraw

        return withdraw.withdraw(self, _verified(parent), paths, tag=tag)

    def annotated_tag(
        self, name: str, revision: str, message: str, *, sign: bool = False, date: str | None = None
    ) -> None:
        """Makes a tag that carries a message; raises StoreError if there is one of that name."""
        from stdtree.store import tag

        tag.annotated_tag(self, name, _verified(revision), message=message, sign=sign, date=date)


def _verified(revision: str) -> str:
    """Only ids that `resolve` gave reach git; a name here is a mistake in the program."""
    if not _HEX.fullmatch(revision):
        message = f"not a full commit id: {revision!r}"
        raise ValueError(message)
    return revision
