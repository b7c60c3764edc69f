"""Where the changes of a difference stand in the files, for readers of the JSON that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from stdtree.cli.findings import inside_repository
from stdtree.model.finding import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdtree.model.change import Change
    from stdtree.model.finding import Place
    from stdtree.workspace import Workspace


def places(workspace: Workspace, newer: str) -> Callable[[Change], Place | None] | None:
    """From a change to the place of its field or what is nearest; None unless `newer` is WORK.

    Paths are from the root of the repository.
    """
    if newer != "WORK":
        return None

    inside = inside_repository(workspace)

    def locate(change: Change) -> Place | None:
        subject = Subject(change.entity, "" if change.entity == "system" else change.id)
        found = workspace.loaded.locate(subject, _field(change))
        return structs.replace(found, path=inside + found.path) if found else None

    return locate


def _field(change: Change) -> tuple[str, ...]:
    """The path of what changed inside its subject."""
    if change.kind == "renamed":
        name = "name" if change.entity == "organization" else "title"
        return (name, change.lang or "")
    if change.kind == "recoded":
        return ("number",) if change.entity == "standard" else ("code",)
    if change.kind == "moved":
        return ("parent",) if change.entity == "category" else ()
    return tuple(change.field.split(".")) if change.field else ()
