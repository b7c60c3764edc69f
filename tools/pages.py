"""What the tools that write files share: write what is stale, or with --check only name it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from stdtree.label import Language

DOCS = Path(__file__).parent.parent / "docs"
SUFFIXES: Mapping[Language, str] = {"zh": "", "en": ".en"}
"""How the file names of a page in each language end: Chinese is the site's first language."""


def in_both(name: str, text: Mapping[Language, str]) -> dict[Path, str]:
    """A page in both languages, by path."""
    return {DOCS / f"{name}{SUFFIXES[language]}.md": said for language, said in text.items()}


def cell(text: str) -> str:
    """A text in a table's cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def made_by(tool: str) -> str:
    """The comment of a page that nobody edits."""
    return f"<!-- Written by tools/{Path(tool).name}: make generated. -->"


def keep(files: Mapping[Path, str]) -> int:
    """Write what is stale; with --check write nothing, and 1 if something is."""
    stale = {
        path: text
        for path, text in files.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }
    check = "--check" in sys.argv[1:]
    for path, text in stale.items():
        sys.stdout.write(f"{'stale' if check else 'written'}: {path.relative_to(DOCS.parent)}\n")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return int(check and bool(stale))
