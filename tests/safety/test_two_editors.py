"""Two editors on one system: the second one says so, and takes nothing from the first."""

from __future__ import annotations

import pytest

from stdtree.edit import operation_type
from stdtree.errors import EditError
from stdtree.workspace import Workspace
from stdtree.workspace.alone import opened_alone
from tests.shell import Shell


def _renamed(workspace: Workspace, title: str) -> None:
    workspace.apply(
        operation_type("rename-category")(id="terminology-and-classification", name={"zh": title})
    )


def test_edits_of_an_open_editor_are_not_left_over(shell: Shell) -> None:
    """They are neither recovered nor thrown away while it is open; afterwards they can be."""
    first = Workspace.open(shell.folder)
    with opened_alone(first.private) as is_alone:
        assert is_alone
        with opened_alone(first.private) as is_second_alone:
            assert not is_second_alone
        _renamed(first, "第一处")

        second = Workspace.open(shell.folder)
        with pytest.raises(EditError, match="another window"):
            _renamed(second, "第二处")
        for command in ("recover", "discard"):
            ended = shell.stdtree("edit", command)
            assert (ended.code, "另一个窗口" in ended.err) == (2, True)

    assert shell.stdtree("edit", "recover").code == 0
    assert Workspace.open(shell.folder).category("AA").title["zh"] == "第一处"


def test_a_lock_that_cannot_be_had_is_no_other_window(shell: Shell) -> None:
    """A folder that takes no lock does not speak of windows that there are not."""
    private = Workspace.open(shell.folder).private
    (private / "editor.lock").mkdir(parents=True)

    with opened_alone(private) as is_alone:
        assert is_alone
