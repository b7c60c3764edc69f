"""Files as an editor shows them: its texts, saved or not, over the files below."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from stdtree.store.file_tree import FileTree


class OverlayTree:
    """The files of another tree, some of them with another text. Never writes anything."""

    def __init__(self, below: FileTree, texts: Mapping[str, bytes]) -> None:
        self.name = below.name
        self._below = below
        self._texts = texts
        """By path; whoever owns it may go on changing it."""

    def files(self) -> Collection[str]:
        """The paths of both, sorted."""
        return sorted({*self._below.files(), *self._texts})

    def read(self, path: str) -> bytes:
        """The text that lies on top. Raises Unreadable or KeyError (no such file)."""
        text = self._texts.get(path)
        return self._below.read(path) if text is None else text
