"""对照表 for reading: what did not simply stay, as Markdown."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.label import Label, Language


def _render(source: Source, language: Language) -> bytes:
    return source.associated("markdown", language).encode()


EXPORTER = Exporter(
    of="difference",
    title=Label("对照表（Markdown）", "Correspondence (Markdown)"),
    file="correspondence.{lang}.md",
    render=_render,
)
