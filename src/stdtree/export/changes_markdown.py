"""What changed between two releases, for people who review it."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.label import Label, Language


def _render(source: Source, language: Language) -> bytes:
    return source.told("markdown", language).encode()


EXPORTER = Exporter(
    of="difference",
    title=Label("变更说明", "What changed"),
    file="changes.{lang}.md",
    render=_render,
)
