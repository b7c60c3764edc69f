"""Committing without knowing git: what changed since the last commit, in words; and a commit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label, Language
from stdtree.model.canonical import digest
from stdtree.model.change import BASE_KINDS
from stdtree.model.difference import Difference
from stdtree.model.names import several
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.git import Repository
from stdtree.store.journal import Entry, Journal
from stdtree.store.journal_values import value_of
from stdtree.workspace.cut_short import refuse_remains
from stdtree.workspace.editions import Edition, compare

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def needed_repository(workspace: Workspace) -> Repository:
    """The git repository. Raises StoreError with what to type if there is none."""
    if workspace.repository is None:
        raise StoreError(
            Label(
                f"{workspace.root} 不是 git 仓库，无法记录版本历史",
                f"{workspace.root} is no git repository, so it keeps no history",
            ),
            Label("运行：git init", "run: git init"),
        )
    return workspace.repository


def changed(workspace: Workspace) -> Difference:
    """What differs between the last commit and now, unsaved edits included."""
    repository = needed_repository(workspace)
    now = workspace.edition("WORK")
    head = repository.head()
    if head is None or not repository.tree(head).files():
        empty = Taxonomy(workspace.taxonomy.system)
        return compare(Edition("(empty)", empty, digest(empty)), now)
    return compare(workspace.edition("rev:HEAD"), now)


def suggested_message(workspace: Workspace, language: Language) -> str:
    """The steps that led from the last commit to now if the journal knows them, else counts."""
    difference = changed(workspace)
    labels = [
        entry.label.in_(language)
        for entry in _uncommitted(workspace.journal, difference.before.taxonomy, workspace.taxonomy)
    ]
    if len(labels) == 1:
        return labels[0]
    if labels:
        head = Label(
            f"{labels[-1]}等 {len(labels)} 项编辑", f"{labels[-1]} and {len(labels) - 1} more"
        ).in_(language)
        return "\n".join([head, "", *(f"- {label}" for label in labels)])
    kinds = Counter(change.kind for change in difference.changes if not change.cascade)
    named = [(label, kinds[kind]) for kind, label in BASE_KINDS.items() if kinds[kind]]
    counted = Label(
        "、".join(f"{label.zh} {count} 处" for label, count in named),
        ", ".join(f"{count} {label.en}" for label, count in named),
    )
    return counted.in_(language) or Label("整理文件", "tidy files").in_(language)


def _uncommitted(journal: Journal, then: Taxonomy, now: Taxonomy) -> list[Entry]:
    """The steps that hold and are not in `then`, oldest first.

    Goes back from `now`: a category's steps end where it was as in `then`, or where somebody
    edited its file by hand.
    """
    held = journal.entries[: journal.position]
    touched = {key for entry in held for key in entry.after}
    before = {key: value_of(then, key) for key in touched}
    at = {key: value_of(now, key) for key in touched}
    found = []
    for entry in reversed(held):
        mine = {key for key in entry.after if at.get(key) != before[key]}
        known = {key for key in mine if at[key] == entry.after[key]}
        if known:
            found.append(entry)
        at |= {key: entry.before[key] if key in known else before[key] for key in mine}
    return found[::-1]


def commit(workspace: Workspace, message: str, *, trusted: bool = False) -> str:
    """Commits the changed files under taxonomy/. Raises StoreError, with what to type."""
    repository = needed_repository(workspace)
    refuse_remains(workspace)
    if workspace.unsaved:
        raise StoreError(
            Label(
                f"还有 {workspace.unsaved} 个类目未保存",
                f"{several(workspace.unsaved, 'category', 'categories')} not saved yet",
            ),
            Label("先保存（Ctrl+S）再提交", "save first (Ctrl+S), then commit"),
        )
    if not message.strip():
        raise StoreError(
            Label("提交说明不能为空", "a commit needs a message"),
            Label("用一句话说明做了什么", "say in one sentence what was done"),
        )
    paths = repository.changed_paths(prefix=f"{layout.TAXONOMY}/")
    if not paths:
        raise StoreError(
            Label("没有可提交的变更", "there is nothing to commit"),
            Label("查看当前状态：stdtree status", "see the state: stdtree status"),
        )
    revision = repository.commit(sorted(paths), message, trusted=trusted)
    return repository.short(revision)
