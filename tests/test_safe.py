"""Text from data does nothing to a terminal and shows what it hides."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.safe import HIDDEN, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("技术转移 B1", "技术转移 B1"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb\r\n", "a␉b␍␊"),
        ("\x7f\x9b", "␡⟦U+009B⟧"),
        ("abc\u202egnp", "abc⟦U+202E⟧gnp"),
        ("a\u2028b\u2029c", "a⟦U+2028⟧b⟦U+2029⟧c"),
        ("\u200f\u061c\u2066", "⟦U+200F⟧⟦U+061C⟧⟦U+2066⟧"),
        ("\ud800", "⟦U+D800⟧"),
    ],
)
def test_hidden_characters_become_visible(text: str, shown: str) -> None:
    """What steers or hides is shown as what it is; everything else stays."""
    assert safe(text) == shown


def test_newlines_stay_where_asked_for() -> None:
    """Running text keeps its lines, and nothing else."""
    assert safe("a\nb\r", newlines=True) == "a\nb␍"


@given(st.text(st.characters()))
def test_nothing_controlling_is_left(text: str) -> None:
    """No control, bidi or separator character survives, and shown text is shown as it is."""
    shown = safe(text)
    assert not HIDDEN.search(shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not any(unicodedata.bidirectional(char) in bidi for char in shown)
    assert safe(shown) == shown
