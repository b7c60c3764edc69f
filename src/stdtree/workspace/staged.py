"""What is staged: the system as the next commit would hold it, whatever lies on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.load import load
from stdtree.workspace.since import Changed, changed_in

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

PREFIX = f"{layout.TAXONOMY}/"


@contextmanager
def staged(workspace: Workspace) -> Iterator[tuple[Workspace, Changed]]:
    """The system in the index, opened, and what in it differs from the last commit.

    Raises UsageError without a repository, StoreError while files are in conflict.
    """
    repository = workspace.repository
    if repository is None:
        raise UsageError(
            Label(
                "此文件夹不是 git 仓库，因此没有暂存区",
                "this folder is no git repository, so nothing is staged",
            ),
            Label("检查文件：stdtree check", "check the files: stdtree check"),
        )
    head = repository.head()
    with repository.index_tree(PREFIX) as tree:
        then = repository.tree(head, PREFIX).files() if head else {}
        now = tree.files()
        paths = [path for path in then.keys() | now.keys() if then.get(path) != now.get(path)]
        index = type(workspace)(workspace.root)
        index.loaded = load(tree)
        if head is None:
            everything = Taxonomy(index.taxonomy.system)
            yield index, Changed(frozenset(paths), everything, frozenset(), shared=True)
        else:
            yield index, changed_in(repository, head, paths)
