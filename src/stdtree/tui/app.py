"""Starting the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.tui.loading import Loading
from stdtree.tui.terminal import look, prepare
from stdtree.workspace.alone import opened_alone

if TYPE_CHECKING:
    from stdtree.label import Language
    from stdtree.workspace import Workspace

_BY_SIGNAL = 128
"""Added to the number of a signal gives the exit code, as shells count."""


def run(workspace: Workspace, language: Language, *, theme: str | None = None) -> None:
    """Edit `workspace` full screen until the user quits.

    Raises StdtreeError without a terminal, SystemExit when a signal ended it.
    """
    prepare()
    seen = look(theme=theme)
    loading = Loading(workspace)
    # Textual reads the environment when it is imported, and importing it takes long
    from stdtree.tui.editor import EditorApp

    with opened_alone(workspace.private) as is_alone:
        editor = EditorApp(workspace, language, look=seen, loading=loading)
        editor.is_alone = is_alone
        editor.run()
    if editor.bug is not None:
        raise editor.bug
    if editor.ended_by is not None:
        raise SystemExit(_BY_SIGNAL + editor.ended_by)
