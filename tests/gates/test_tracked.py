"""What must not be in the repository: traces of a machine."""

from __future__ import annotations

import re
from pathlib import Path

from tests.gates.files import ROOT, shown, tracked

HOMES = re.compile(r"(?<![\w.])/(?:home|Users)/[a-z]\w+/|[A-Z]:\\\\?Users\\")
REGISTRIES = re.compile(
    r"(?<!emit)[-_]index[-_][u]rl[ =]\S|(?<!emit)-find-links[ =]\S|[p]ythonhosted"
)


def _texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            found.append((shown(path), data.decode("utf-8", "replace")))
    return found


def test_no_paths_of_a_machine() -> None:
    """Neither this machine's folders nor anybody's home."""
    here = [f"{folder}/" for folder in (ROOT, Path.home()) if len(folder.parts) > 1]
    found = [
        name
        for name, text in _texts()
        if HOMES.search(text) or any(folder in text for folder in here)
    ]

    assert found == []


def test_no_addresses_of_registries() -> None:
    """Whoever installs says from where; pins have hashes and no addresses."""
    assert [name for name, text in _texts() if REGISTRIES.search(text)] == []


def test_line_ends() -> None:
    """Code and documents end their lines with a line feed, and the last line too."""
    wrong = [
        shown(path)
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".sh", ".tcss"}
        and (data := path.read_bytes())
        and (b"\r" in data or not data.endswith(b"\n"))
        and "golden" not in path.parts
    ]

    assert wrong == []
