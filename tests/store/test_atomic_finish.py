"""What a crash left to be finished is looked at first; the crashes are in tests/safety."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from stdtree.errors import StoreError
from stdtree.store.atomic import INTENT, finish
from stdtree.store.disk import replace_file
from tests.store import files
from tests.store.rewriting import NEW, OLD, private, root, writes

__all__ = ["private", "root"]

HOSTILE = [
    "../out.yaml",
    "taxonomy/../../out.yaml",
    "/etc/out.yaml",
    ".git/hooks/pre-commit",
    "out.yaml",
    "taxonomy/link/x",
]


@pytest.mark.parametrize("path", HOSTILE)
def test_an_intent_of_somebody_else_is_refused(root: Path, private: Path, path: str) -> None:
    """A .git folder that came in an archive cannot make us write outside of our folders."""
    (root / "taxonomy" / "link").symlink_to(root)
    replace_file(
        private / INTENT, json.dumps([{"path": path, "old": None, "new": "eA=="}]).encode()
    )

    with pytest.raises(StoreError) as error:
        finish(root, private)

    assert error.value.hint is not None
    assert not (root / path).exists()
    assert (private / INTENT).exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'[{"path": 1}]', b"\xff"])
def test_an_intent_that_is_none(root: Path, private: Path, data: bytes) -> None:
    """It is said what to do with it; nothing is written."""
    replace_file(private / INTENT, data)

    with pytest.raises(StoreError):
        finish(root, private)

    assert files.read(root) == OLD


def test_finishing_leaves_alone_what_somebody_changed(root: Path, private: Path) -> None:
    """A file that is neither old nor new stays; the others are completed."""
    replace_file(private / INTENT, msgspec.json.encode(writes()))
    files.write(root, {"taxonomy/a.yaml": b"mine\n"})

    assert set(finish(root, private)) == {w.path for w in writes()} - {"taxonomy/a.yaml"}
    assert files.read(root) == NEW | {"taxonomy/a.yaml": b"mine\n"}
