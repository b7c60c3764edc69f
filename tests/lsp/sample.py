"""Files of the sample that the stories of the language server take place in."""

from __future__ import annotations

TRANSFER = "taxonomy/categories/technology-transfer/technology-transfer.yaml"
PROMOTION = "taxonomy/categories/technology-promotion/technology-promotion.yaml"
KEY_DOMAINS = "taxonomy/categories/key-domains/key-domains.yaml"
TRADING = "taxonomy/categories/transfer-services/technology-trading.yaml"
"""Its parent is the category of `TRANSFER`."""
SYSTEM = "taxonomy/system.yaml"
ORGANIZATIONS = "taxonomy/organizations.yaml"


def line_of(text: str, beginning: str) -> int:
    """The number, from 0, of the first line that begins so, whatever its indent."""
    lines = text.split("\n")
    return next(n for n, line in enumerate(lines) if line.lstrip(" -").startswith(beginning))


def behind(text: str, beginning: str) -> tuple[int, int]:
    """The place behind the beginning of that line."""
    number = line_of(text, beginning)
    line = text.split("\n")[number]
    return number, line.index(beginning) + len(beginning)
