"""What an editor has on its desk: the system, its open texts over the files, and its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from stdtree.label import Label, Language
from stdtree.lsp.positions import Lines, line_edits
from stdtree.lsp.spots import Spot, spot_at
from stdtree.model.finding import FieldPath, Finding, Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.safe import safe
from stdtree.store import clock
from stdtree.workspace.overlay import Overlay

if TYPE_CHECKING:
    from stdtree.store.atomic import Write
    from stdtree.workspace import Workspace


class Desk:
    """Translates between the editor (addresses, its way to count) and the workspace (paths)."""

    def __init__(self, workspace: Workspace, language: Language, codec: PositionCodec) -> None:
        self.workspace = workspace
        self.overlay = Overlay(workspace)
        self.language: Language = language
        self._codec = codec
        self._open: dict[str, str] = {}
        """Addresses of open files, as the editor writes them, by path."""

    @property
    def taxonomy(self) -> Taxonomy:
        """The tree as it is on the desk."""
        return self.overlay.taxonomy

    def say(self, label: Label) -> str:
        """A text in the language of the editor, with everything hidden made visible."""
        return safe(label.in_(self.language), newlines=True)

    # -- files ------------------------------------------------------------------------------------

    def show(self, uri: str, text: str) -> None:
        """The editor shows a text."""
        if path := self.path_of(uri):
            self._open[path] = uri
            self.overlay.show(path, text.encode("utf-8", "surrogatepass"))

    def hide(self, uri: str) -> None:
        """The editor closes a file."""
        if path := self.path_of(uri):
            self._open.pop(path, None)
            self.overlay.hide(path)

    def look_at(self, uris: Iterable[str]) -> None:
        """Other programs have changed these files."""
        paths = map(self.path_of, uris)
        self.overlay.look_at([path for path in paths if path is not None])

    def path_of(self, uri: str) -> str | None:
        """The path of a file from the root; None outside of it."""
        file = to_fs_path(uri)
        if file is not None:
            with suppress(ValueError):
                return Path(file).resolve().relative_to(self.workspace.root).as_posix()
        return None

    def uri_of(self, path: str) -> str:
        """The address of a file, written as the editor does."""
        return self._open.get(path) or from_fs_path(str(self.workspace.root / path)) or ""

    def lines(self, path: str) -> Lines:
        """The lines of a file as it is shown."""
        return Lines(self.overlay.text(path), self._codec)

    # -- places -----------------------------------------------------------------------------------

    def spot(self, uri: str, position: types.Position) -> tuple[str, Spot] | None:
        """What stands at a place in a file of the system, and the path of the file."""
        path = self.path_of(uri)
        if path is None:
            return None
        lines = self.lines(path)
        spot = spot_at(lines.lines, position.line, lines.character(position))
        return (path, spot) if spot else None

    def range(self, path: str, spot: Spot) -> types.Range:
        """Where the word of a spot stands."""
        return self.lines(path).range(spot.line, spot.start, spot.end)

    def location(self, subject: Subject, field: FieldPath = ()) -> types.Location | None:
        """Where a subject, or a field of it, stands."""
        place = self.overlay.loaded.locate(subject, field)
        if place is None:
            return None
        return types.Location(self.uri_of(place.path), self.lines(place.path).word(place))

    # -- findings and edits -----------------------------------------------------------------------

    def findings(self) -> Mapping[str, list[Finding]]:
        """All findings by path."""
        found: dict[str, list[Finding]] = {}
        for finding in self.overlay.findings(today=clock.today()):
            if finding.place is not None:
                found.setdefault(finding.place.path, []).append(finding)
        return found

    def edits(self, after: Taxonomy) -> types.WorkspaceEdit | None:
        """What the editor is to do to get to another tree; None if files come or go on the way.

        Raises StoreError where a file cannot be edited as it stands.
        """
        writes = self.overlay.writes(after)
        if any(write.old is None or write.new is None for write in writes):
            return None
        return types.WorkspaceEdit(
            changes={self.uri_of(write.path): self._edit(write) for write in writes}
        )

    def _edit(self, write: Write) -> list[types.TextEdit]:
        """The lines of one file that change; those between them stay."""
        text = self.overlay.text(write.path)
        new = (write.new or b"").decode("utf-8-sig")
        return line_edits(Lines(text, self._codec), Lines(new, self._codec), text)
