"""Systems for the tests of the workspace: files, edits, releases."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from stdtree.edit.add_category import AddCategory
from stdtree.edit.edit_texts import EditTexts
from stdtree.edit.rename_category import RenameCategory
from stdtree.model.taxonomy import Taxonomy
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.store import files

Opened = Callable[[], Workspace]

BROKERS = "taxonomy/categories/brokers.yaml"
TRANSFER = "taxonomy/categories/transfer.yaml"


def serious(workspace: Workspace, taxonomy: Taxonomy | None = None) -> list[str]:
    """The rules of the errors and warnings, in order; notes are for those who ask."""
    return [f.rule for f in workspace.check(taxonomy) if f.severity != "note"]


def put(root: Path, taxonomy: Taxonomy) -> None:
    """Writes the files of a system."""
    files.write(root, files.of(taxonomy))


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Changes a file by hand, as an editor would."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def contents(root: Path) -> dict[str, str]:
    """Digest by path of every file outside .git: two of them are equal if nothing changed."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


def rename(category: str, zh: str) -> RenameCategory:
    """An edit: a new title."""
    return RenameCategory(id=category, name={"zh": zh})


def define(category: str, zh: str) -> EditTexts:
    """An edit that may alter the meaning: a new definition."""
    return EditTexts(id=category, definition={"zh": zh})


def add(zh: str, parent: str, category_id: str, *, status: str = "active") -> AddCategory:
    """An edit: a new category with a definition."""
    return AddCategory(
        parent=parent,
        name={"zh": zh, "en": category_id},
        id=category_id,
        status=status,
        definition={"zh": f"{zh}的定义。"},
    )


def release(repo: Repo, name: str, **more: object) -> Workspace:
    """Releases what is committed; the workspace that did."""
    workspace = Workspace.open(repo.root)
    workspace.release(name, date="2027-03-01", **more)  # type: ignore[arg-type]
    return workspace


def revise(repo: Repo) -> None:
    """A change that calls for a new minor number, saved and committed."""
    workspace = Workspace.open(repo.root)
    workspace.apply(add("评价服务", "fields", "assessment"))
    workspace.save()
    workspace.commit("add a category")
