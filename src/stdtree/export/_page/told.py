"""Texts as the page holds them: safe to show, once where both languages read alike."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.safe import safe

Told = str | tuple[str, str]
"""One text for both languages, or Chinese and English."""


def told(label: Label) -> Told:
    """A label for the page, with what hides or deceives made visible."""
    zh, en = safe(label.zh, newlines=True), safe(label.en, newlines=True)
    return zh if zh == en else (zh, en)
