"""Three files that change, come and go at once, for the tests of writing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from stdtree.store.atomic import Write
from tests.store import files

OLD = {
    "taxonomy/a.yaml": b"old a\n",
    "taxonomy/sub/b.yaml": b"old b\n",
    "taxonomy/gone.yaml": b"old c\n",
}
NEW = {
    "taxonomy/a.yaml": b"new a\n",
    "taxonomy/sub/b.yaml": b"new b\n",
    "taxonomy/fresh/d.yaml": b"new d\n",
}


def writes() -> list[Write]:
    """From OLD to NEW: two files change, one is made in a new folder, one goes."""
    paths = [*NEW, "taxonomy/gone.yaml"]
    digests = {path: hashlib.sha256(data).digest() for path, data in OLD.items()}
    return [Write(path, digests.get(path), NEW.get(path)) for path in paths]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the old files."""
    made = tmp_path / "root"
    files.write(made, OLD)
    return made


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """The folder for intents; not there yet."""
    return tmp_path / "private"
