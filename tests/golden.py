"""Golden files: what a product looks like, kept beside its test and read by people in review.

`STDTREE_UPDATE_GOLDEN=1 pytest …` writes them anew; the difference is then in `git diff`.
"""

from __future__ import annotations

import os
from pathlib import Path


def assert_golden(path: Path, text: str | bytes) -> None:
    """`text` is what the file holds, byte for byte."""
    data = text if isinstance(text, bytes) else text.encode()
    if os.environ.get("STDTREE_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert path.exists(), f"no golden file {path.name}: run with STDTREE_UPDATE_GOLDEN=1"
    assert data.decode() == path.read_bytes().decode()
