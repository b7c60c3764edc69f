"""Bilingual interface text, kept beside the code that says it.

`Label` is what stdtree itself says (always zh and en); `Text` in the model is what drafters
write (any languages). Imported by everything; imports nothing of stdtree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


# A dataclass and no msgspec.Struct, which costs `stdtree --help` 10 ms; msgspec encodes both alike.
@dataclass(frozen=True, slots=True)
class Label:
    """One thing said to the user, in both languages of the interface."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in `language`."""
        return self.zh if language == "zh" else self.en

    def __add__(self, other: Label) -> Label:
        """Both texts one after the other, as given."""
        return Label(self.zh + other.zh, self.en + other.en)


def same(text: str) -> Label:
    """A label that reads alike in both languages: a code, a path, a command."""
    return Label(text, text)


def chosen_language(environ: Mapping[str, str]) -> Language:
    """The interface language: STDTREE_LANG, else LC_ALL, LC_MESSAGES, LANG; English otherwise."""
    for name in ("STDTREE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
