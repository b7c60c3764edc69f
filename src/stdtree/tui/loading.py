"""Reading a system beside the program that shows it, which starts meanwhile."""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

from stdtree.workspace.glimpse import glimpse

if TYPE_CHECKING:
    from stdtree.workspace import Workspace


class Loading:
    """Reads the files of a workspace in a thread, from the moment it is made."""

    def __init__(self, workspace: Workspace) -> None:
        self.glimpse = glimpse(workspace.root)
        """What to look at meanwhile, of a large system."""
        self._workspace = workspace
        self._failure: Exception | None = None
        self._thread = Thread(target=self._read, name="loading", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether everything is there, or will not come."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Come back when all is read. Raises what reading raised."""
        self._thread.join()
        if self._failure is not None:
            raise self._failure

    def _read(self) -> None:
        try:
            read(self._workspace)
        except Exception as failure:  # noqa: BLE001 -- raised by `wait`, where somebody can be told
            self._failure = failure


def read(workspace: Workspace) -> None:
    """What the first picture needs of a system, so that drawing it looks nothing up."""
    taxonomy = workspace.taxonomy
    for root in taxonomy.children(None):
        taxonomy.children(root.id)
    _ = taxonomy.depths, workspace.unsaved
    # what was read stays: looking it through for garbage would stop the screen again and again
    gc.freeze()
