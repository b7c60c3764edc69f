"""Reading the texts drafters write, and finding one in a language that may be missing."""

from __future__ import annotations

from stdtree.model.ids import Text


def text_in(text: Text | None, language: str) -> str:
    """The text in `language`, else in a relative of it, else in the first there is, else ''."""
    if not text:
        return ""
    if language in text:
        return text[language]
    stem = language.split("-", maxsplit=1)[0]
    for tag, written in text.items():
        if tag.split("-")[0] == stem:
            return written
    return next(written for tag, written in text.items() if tag != "see" or len(text) == 1)
