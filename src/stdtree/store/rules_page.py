"""Where the pages about all rules lie, for those who can open a file at a heading."""

from __future__ import annotations

import sys
from pathlib import Path

from stdtree.label import Language

NAMES = {"zh": "rules.md", "en": "rules.en.md"}


def rules_page(language: Language) -> Path | None:
    """docs/rules.md, in the installed package or at the root of the source tree; None: neither."""
    package = Path(str(sys.modules["stdtree"].__file__)).parent
    for folder in (package / "docs", package.parents[1] / "docs"):
        if (folder / NAMES[language]).is_file():
            return folder / NAMES[language]
    return None
