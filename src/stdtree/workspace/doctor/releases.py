"""Releases: whether record, snapshot and tag of each are here and say the same."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.errors import StdtreeError
from stdtree.label import Label, same
from stdtree.model.ids import is_release_name
from stdtree.model.names import several
from stdtree.model.release import release_key
from stdtree.workspace.doctor.patient import Patient, Told, note, ok, trouble

TITLE = Label("版本", "releases")


def examine(patient: Patient) -> Iterator[Told]:
    """Each release is opened as `diff` would, by all that bears witness to it."""
    workspace, repository = patient.workspace, patient.repository
    if workspace is None:
        return
    recorded = sorted(workspace.taxonomy.releases, key=release_key)
    tags = (
        [name for name in repository.release_tags() if is_release_name(name)] if repository else []
    )
    sound = 0
    for name in recorded:
        try:
            workspace.edition(name)
        except StdtreeError as error:
            yield trouble(error.message, error.hint)
        else:
            sound += 1
    if sound:
        yield ok(Label(f"{sound} 个版本完好", f"{several(sound, 'release')} in order"))
    untagged = ", ".join(name for name in recorded if name not in tags)
    if repository and untagged:
        yield note(
            Label(f"没有标签的版本：{untagged}", f"releases without a tag: {untagged}"),
            same("git fetch --tags"),
        )
    for name in sorted(set(tags).difference(recorded), key=release_key):
        yield note(
            Label(
                f"标签 taxonomy/{name} 没有对应的版本记录",
                f"the tag taxonomy/{name} has no record of a release here",
            ),
            Label("它在另一个分支上吗？", "is it of another branch? ")
            + same(f"git branch --contains taxonomy/{name}"),
        )
