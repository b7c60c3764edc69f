"""Text from data made safe to show: what steers a terminal or deceives a reader becomes visible.

One border for every screen, terminal and page. Imported by everything; imports nothing of stdtree.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""C0, DEL, C1, bidi controls, separators, what has no width, and halves of surrogate pairs."""

_PICTURES = 0x2400
_DELETE = 0x7F


def safe(text: str, *, newlines: bool = False) -> str:
    """`text` with each hidden character made visible: `␛`, `⟦U+202E⟧`.

    With `newlines`, line feeds stay as they are.
    """
    return HIDDEN.sub(_shown_but_newline if newlines else _shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"⟦U+{code:04X}⟧"


def _shown_but_newline(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else _shown(found)
