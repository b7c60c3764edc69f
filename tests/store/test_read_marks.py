"""What was read of a comparison, from one run to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.store.read_marks import FILE, KEPT, keep_marks, read_marks


def test_each_pair_has_its_own(tmp_path: Path) -> None:
    """And forgets what is no longer marked."""
    keep_marks(tmp_path / "new", "1.0..1.1", {"category:a": "1"})
    keep_marks(tmp_path / "new", "1.1..WORK", {"category:b": "2"})
    assert read_marks(tmp_path / "new", "1.0..1.1") == {"category:a": "1"}
    keep_marks(tmp_path / "new", "1.0..1.1", {})
    assert read_marks(tmp_path / "new", "1.0..1.1") == {}
    assert read_marks(tmp_path / "new", "1.1..WORK") == {"category:b": "2"}


def test_only_the_last_pairs_are_kept(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    for number in range(KEPT + 5):
        keep_marks(tmp_path, f"{number}..WORK", {"category:a": "1"})
    assert read_marks(tmp_path, "4..WORK") == {}
    assert read_marks(tmp_path, "5..WORK")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"1.0..1.1": 3}', "[" * 100_000])
def test_what_cannot_be_read_counts_as_not_marked(tmp_path: Path, text: str) -> None:
    """And is written anew."""
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_marks(tmp_path, "1.0..1.1") == {}
    keep_marks(tmp_path, "1.0..1.1", {"category:a": "1"})
    assert read_marks(tmp_path, "1.0..1.1") == {"category:a": "1"}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "here").write_text("", encoding="utf-8")
    keep_marks(tmp_path / "here", "1.0..1.1", {"category:a": "1"})
    assert read_marks(tmp_path / "here", "1.0..1.1") == {}
