"""Where the page about all rules lies, for those who can open a file at a heading."""

from __future__ import annotations

import sys
from pathlib import Path


def rules_page() -> Path | None:
    """docs/rules.md, in the installed package or at the root of the source tree; None: neither."""
    package = Path(str(sys.modules["stdtree"].__file__)).parent
    for page in (package / "docs" / "rules.md", package.parents[1] / "docs" / "rules.md"):
        if page.is_file():
            return page
    return None
