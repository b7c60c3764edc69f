"""Undo and redo have no limit, and no restart ends them."""

from __future__ import annotations

from stdtree.store.decode import encode
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import Opened, add, contents, define, rename

EDITS = 200


def edit(workspace: Workspace, number: int) -> None:
    """One of three sorts, in turn."""
    if number % 3 == 0:
        workspace.apply(rename("brokers", f"名称{number}"))
    elif number % 3 == 1:
        workspace.apply(define("transfer", f"定义{number}"))
    else:
        workspace.apply(add(f"新增{number}", "fields", f"added-{number}"))


def values(workspace: Workspace) -> dict[str, object]:
    """Everything in it."""
    return {key: encode(one) for key, one in workspace.taxonomy.categories.items()}


def test_two_hundred_edits_and_back(system: Repo, opened: Opened) -> None:
    """Made in four sessions, some saved, one ended without; all undone in the next, and redone."""
    before, at_first = contents(system.root), values(opened())
    for session in range(4):
        workspace = opened()
        if workspace.recoverable():
            workspace.recover()
        for number in range(EDITS // 4):
            edit(workspace, session * EDITS // 4 + number)
        if session != 2:
            workspace.save()
    done = values(opened())

    workspace = opened()
    undone = 0
    while workspace.undo() is not None:
        undone += 1
    assert undone == EDITS
    assert values(workspace) == at_first
    workspace.save()
    assert contents(system.root) == before

    workspace = opened()
    redone = 0
    while workspace.redo() is not None:
        redone += 1
    assert redone == EDITS
    assert values(workspace) == done
