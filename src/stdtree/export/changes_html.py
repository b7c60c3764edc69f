"""What changed between two releases, as one page that works from a file: tree, filters, search."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.export._page.document import page
from stdtree.label import Label, Language


def _render(source: Source, _language: Language) -> bytes:
    """Both languages are in the page, which has a switch."""
    return page(source.changes()).encode()


EXPORTER = Exporter(
    of="difference",
    title=Label("变更说明（网页）", "What changed, as a page"),
    file="changes.html",
    render=_render,
)
