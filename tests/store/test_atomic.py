"""Each file is old or new, whole; several are all new or all old."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from stdtree.errors import OutsideChange, StoreError
from stdtree.store import atomic
from stdtree.store.atomic import INTENT, locked, write_files
from stdtree.store.disk import append_line, replace_file
from tests.store import files
from tests.store.rewriting import NEW, OLD, private, root, writes

__all__ = ["private", "root"]


def test_all_is_written(root: Path, private: Path) -> None:
    """Without a crash the new files are there and nothing else."""
    with locked(private):
        write_files(root, private, writes())

    assert files.read(root) == NEW
    assert [file.name for file in private.iterdir()] == ["lock"]


@pytest.mark.parametrize("path", ["taxonomy/a.yaml", "taxonomy/gone.yaml", "taxonomy/fresh/d.yaml"])
def test_an_outside_change_stops_everything(root: Path, private: Path, path: str) -> None:
    """If one file is not what it was, none is written, and it is named."""
    files.write(root, {path: b"by somebody else\n"})
    before = files.read(root)

    with locked(private), pytest.raises(OutsideChange) as error:
        write_files(root, private, writes())

    assert path in error.value.message.zh
    assert files.read(root) == before


@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_what_is_no_plain_file_is_an_outside_change(root: Path, private: Path, kind: str) -> None:
    """A pipe, a folder or a link in the place of a file is not written through."""
    target, copy = root / "taxonomy" / "a.yaml", root / "copy"
    target.rename(copy)
    if kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(copy)

    with locked(private), pytest.raises(OutsideChange):
        write_files(root, private, writes())

    assert copy.read_bytes() == OLD["taxonomy/a.yaml"]


@pytest.mark.parametrize("failing", range(8))
def test_a_failing_rename_takes_all_back(
    root: Path, private: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever call the disk refuses: StoreError, the old files, and no trace."""
    real, left = os.replace, [failing]

    def refuse(*args: object) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(30, "Read-only file system", str(args[1]))
        real(*args)  # type: ignore[arg-type]  # what it was called with

    with locked(private), monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        if failing > len(NEW):
            write_files(root, private, writes())
            assert files.read(root) == NEW
            return
        with pytest.raises(StoreError) as error:
            write_files(root, private, writes())

    assert "Read-only" in error.value.message.en
    assert files.read(root) == OLD
    assert not (private / INTENT).exists()


def test_a_full_disk_changes_nothing(root: Path, private: Path) -> None:
    """The system itself refuses to write: StoreError, nothing half-written."""
    program = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from stdtree.errors import StoreError
        from stdtree.store.atomic import Write, locked, write_files
        from stdtree.store.disk import append_line
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        root, private = Path(sys.argv[1]), Path(sys.argv[2])
        with locked(private):
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
            for act in (
                lambda: write_files(root, private, [Write("taxonomy/big.yaml", None, b"x" * 9000)]),
                lambda: append_line(private / "journal", b"y" * 9000, after=0, keep=0),
            ):
                try: act()
                except StoreError as error: print(error.message.en)
        """)

    made = subprocess.run(
        [sys.executable, "-c", program, str(root), str(private)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert made.stdout.count("File too large") == 2
    assert files.read(root) == OLD
    assert (private / "journal").read_bytes() == b""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(root: Path, private: Path) -> None:
    """No permission is a StoreError, and what was written by then is taken back."""
    (root / "taxonomy" / "sub").chmod(0o500)

    with locked(private), pytest.raises(StoreError):
        write_files(root, private, writes())

    assert files.read(root) == OLD


def test_only_one_writes_at_a_time(
    root: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another process writes, we wait, and then say so."""
    program = (
        "import sys; from pathlib import Path; from stdtree.store.atomic import locked\n"
        "with locked(Path(sys.argv[1])): print('mine', flush=True); sys.stdin.read()"
    )
    monkeypatch.setattr(atomic, "LOCK_SECONDS", 0.05)
    with subprocess.Popen(
        [sys.executable, "-c", program, str(private)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"mine\n"
        with pytest.raises(StoreError, match="another stdtree"), locked(private):
            pass
        other.communicate()

    with locked(private):
        write_files(root, private, writes())


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    """Whatever the umask, an existing file keeps its permissions."""
    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o664)
    mask = os.umask(0o077)
    try:
        replace_file(file, b"new")
    finally:
        os.umask(mask)

    assert file.stat().st_mode & 0o777 == 0o664


def test_lines_are_appended_whole(tmp_path: Path) -> None:
    """A line torn by a crash goes; a line of somebody else stops us."""
    file = tmp_path / "new" / "journal"
    size = append_line(file, b"one", after=0, keep=0)
    with file.open("ab") as torn:
        torn.write(b"tw")

    size = append_line(file, b"three", after=size + 2, keep=size)
    assert file.read_bytes() == b"one\nthree\n"

    with file.open("ab") as other:
        other.write(b"theirs\n")
    with pytest.raises(StoreError, match="another stdtree"):
        append_line(file, b"ours", after=size, keep=size)
    assert file.read_bytes() == b"one\nthree\ntheirs\n"


@pytest.mark.parametrize("path", sorted(each.path for each in writes()))
def test_an_outside_change_in_the_middle(
    root: Path, private: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody edits a file while others are written: theirs stays, the rest is taken back."""
    real = atomic.replace_file

    def editing(target: Path, data: bytes) -> None:
        real(target, data)
        if target == private / INTENT:
            files.write(root, {path: b"by somebody else\n"})

    monkeypatch.setattr(atomic, "replace_file", editing)
    with locked(private), pytest.raises(OutsideChange) as error:
        write_files(root, private, writes())

    assert path in error.value.message.en
    assert files.read(root) == OLD | {path: b"by somebody else\n"}
    assert not (private / INTENT).exists()


def test_what_a_crash_left_unfinished_goes(root: Path, private: Path) -> None:
    """With the next writing of the same file; what is called otherwise is not ours."""
    left = root / "taxonomy" / ".a.yaml.0123456789ab.tmp"
    others = [left.with_name(".other.yaml.0123456789ab.tmp"), left.with_name(".a.yaml.tmp")]
    for file in (left, *others):
        file.touch()

    with locked(private):
        write_files(root, private, writes())

    assert not left.exists()
    assert all(file.exists() for file in others)
