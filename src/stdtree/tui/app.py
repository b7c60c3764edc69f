"""Starting the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.tui.terminal import prepare

if TYPE_CHECKING:
    from stdtree.label import Language
    from stdtree.workspace import Workspace


def run(workspace: Workspace, language: Language) -> None:
    """Edit `workspace` full screen until the user quits. Raises StdtreeError without a terminal."""
    prepare()
    # Textual reads the environment when it is imported, and importing it takes long
    from stdtree.tui.editor import EditorApp

    editor = EditorApp(workspace, language)
    editor.run()
    if editor.bug is not None:
        raise editor.bug
