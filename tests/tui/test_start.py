"""What the editor imports before its first picture."""

from __future__ import annotations

import subprocess
import sys

LATER = ("pydantic", "pypinyin", "rapidfuzz", "jinja2", "stdtree.edit", "stdtree.rules")
"""What only forms, searches and checks need."""


def test_what_takes_long_to_import_comes_after_the_first_picture() -> None:
    """The main screen and all its commands are there without it."""
    code = (
        "import sys, stdtree.tui.editor; from stdtree.tui.commands import every; every(); "
        f"print([name for name in {LATER} if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    assert ended.stdout.strip() == "[]"
