"""What changed between two releases, for machines; also the patch from one to the other."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.label import Label, Language


def _render(source: Source, language: Language) -> bytes:
    return source.told("json", language).encode()


EXPORTER = Exporter(
    of="difference",
    title=Label("变更数据", "Changes as data"),
    file="changes.json",
    render=_render,
)
