"""What a user has chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.store.preferences import file, prefer, preference


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_a_choice_is_remembered_until_it_is_forgotten() -> None:
    """One beside the other, in a file that people can read."""
    assert preference("theme") is None
    prefer("theme", "light")
    prefer("panes", {"tree": 40})
    assert (preference("theme"), preference("panes")) == ("light", {"tree": 40})
    assert "light" in file().read_text(encoding="utf-8")
    prefer("theme", None)
    assert (preference("theme"), preference("panes")) == (None, {"tree": 40})


@pytest.mark.parametrize("text", ["", "{", "[1]", "[" * 100_000, "\x00", '"x"'])
def test_what_cannot_be_read_is_not_chosen(text: str) -> None:
    """And the next choice is kept all the same."""
    file().parent.mkdir(parents=True)
    file().write_text(text, encoding="utf-8")
    assert preference("theme") is None
    prefer("theme", "dark")
    assert preference("theme") == "dark"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The choice holds for this run only."""
    (tmp_path / "config").write_text("a file where the folder should be")
    prefer("theme", "dark")
    assert preference("theme") is None
