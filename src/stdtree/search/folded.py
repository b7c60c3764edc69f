"""Texts without what makes no difference to a search: case, width, and how a number is spaced."""

from __future__ import annotations

import re
import unicodedata

END = "\x1f"
"""Stands before and after each name in a line of names; no folded text has one."""
_LOOSE = re.compile(r"[\s/∕]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def folded(text: str) -> str:
    """`text` in one case and width, with single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())


def squeezed(text: str) -> str:
    """A folded standard number without spaces and slashes: gbt1.1-2020 for GB/T 1.1—2020."""
    return _LOOSE.sub("", text.translate(_DASHES))
