"""All of a release in one JSON file, for readers without git; reads back to the same values."""

from __future__ import annotations

import msgspec

from stdtree.export import Exporter, Source
from stdtree.label import Label, Language
from stdtree.model.canonical import contents
from stdtree.model.release import Snapshot


def _render(source: Source, language: Language) -> bytes:
    """Everything by id, indented by one; `language` does not matter, all of them are in it."""
    del language
    held = contents(source.taxonomy)
    snapshot = Snapshot(
        format="stdtree-snapshot/1",
        release=source.name,
        date=source.date,
        digest=source.digest,
        system=held["system"],
        organizations=tuple(held["organizations"]),
        categories=tuple(held["categories"]),
    )
    encoded = msgspec.json.encode(snapshot, order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"


EXPORTER = Exporter(
    of="release",
    title=Label("快照", "Snapshot"),
    file="taxonomy.json",
    render=_render,
)
