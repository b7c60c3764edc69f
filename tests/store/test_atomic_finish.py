"""A crash between several files is finished at the next start, and nobody can abuse that."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from stdtree.errors import StoreError
from stdtree.store.atomic import INTENT, finish, replace_file
from tests.store import files
from tests.store.rewriting import NEW, OLD, private, root, writes

__all__ = ["private", "root"]

CRASHING = """
import os, sys
from pathlib import Path
from stdtree.store import atomic
from tests.store import files
from tests.store.rewriting import OLD, writes

def dying(call):
    def wrapped(*args, **options):
        global left
        if left == 0:
            os._exit(9)
        left -= 1
        return call(*args, **options)
    return wrapped

def write(root, private):
    with atomic.locked(private):
        for name in ("replace", "unlink", "fsync", "mkdir", "open", "write"):
            setattr(os, name, dying(getattr(os, name)))
        atomic.write_files(root, private, writes())

folder, calls, code = Path(sys.argv[1]), 0, 9
while code == 9:
    root, private, left = folder / f"root{calls}", folder / f"private{calls}", calls
    files.write(root, OLD)
    if (child := os.fork()) == 0:
        write(root, private)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    calls += 1
print(code, calls)
"""
"""Writes again and again; each process dies before its next call that reaches the disk."""


def test_a_crash_at_any_point_is_finished(tmp_path: Path) -> None:
    """After every call that reaches the disk each file is whole, and `finish` completes."""
    made = subprocess.run(
        [sys.executable, "-c", CRASHING, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    code, calls = map(int, made.stdout.split())
    assert code == 0
    assert calls > 30, "fewer points than files to be written: the crashes miss some"

    for count in range(calls):
        root, private = tmp_path / f"root{count}", tmp_path / f"private{count}"
        crashed, recorded = _without_temporary(root), (private / INTENT).exists()
        assert all(data in (OLD.get(path), NEW.get(path)) for path, data in crashed.items())

        finish(root, private)

        assert files.read(root) == NEW if recorded else _without_temporary(root) == crashed
        assert not (private / INTENT).exists()
        assert crashed in (OLD, NEW) or recorded
    assert files.read(root) == NEW


def _without_temporary(root: Path) -> dict[str, bytes]:
    """The files that people see."""
    return {path: data for path, data in files.read(root).items() if not path.endswith(".tmp")}


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
