"""`stdtree fmt` over a whole system: what changes, what is left alone and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import UsageError
from stdtree.workspace import Workspace
from stdtree.workspace.formatting import format_files
from tests.store import files
from tests.workspace.systems import contents

UNTIDY = "id: terms  # 标识\ncode: A1\nparent: basics\ntitle: {zh: 术语}\n"
TERMS = files.path("terms")


@pytest.fixture
def untidy(folder: Path) -> Path:
    """The sample with one file by hand, one broken, one with a comment that has no place."""
    files.write(
        folder,
        {
            TERMS: UNTIDY.encode(),
            files.path("methods"): b"id: methods\ntitle: {\n",
            files.path("fields"): b"id: fields\ntitle:\n  zh: x\nincludes: [] # later\n",
            "taxonomy/notes.txt": b"x",
        },
    )
    return folder


def run(folder: Path, *paths: str, check: bool = False) -> dict[str, tuple[bool, bool]]:
    """By path: whether it changes, and whether it is left alone."""
    found = format_files(Workspace.open(folder), paths, check=check)
    return {path: (changes, refusal is not None) for path, changes, refusal in found}


def test_check_says_and_does_not(untidy: Path) -> None:
    """What would change, what cannot; canonical files are not mentioned, nothing is written."""
    before = contents(untidy)

    assert run(untidy, check=True) == {
        TERMS: (True, False),
        files.path("methods"): (False, True),
        files.path("fields"): (False, True),
    }
    assert contents(untidy) == before


def test_writes_what_it_said(untidy: Path) -> None:
    """Afterwards only what cannot be formatted is left, and no other file was touched."""
    before = contents(untidy)

    run(untidy)

    after = contents(untidy)
    assert [path for path in before if before[path] != after[path]] == [TERMS]
    assert after.keys() == before.keys()
    text = (untidy / TERMS).read_text(encoding="utf-8")
    assert "id: terms  # 标识\n" in text
    assert "title:\n  zh: 术语\n" in text
    assert TERMS not in run(untidy, check=True)


def test_only_the_given_paths(untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders, from where one stands."""
    assert run(untidy, str(untidy / TERMS), check=True) == {TERMS: (True, False)}
    monkeypatch.chdir(untidy / "taxonomy" / "categories")
    assert run(untidy, "terms.yaml", check=True) == {TERMS: (True, False)}
    assert len(run(untidy, ".", check=True)) == 3
    assert run(untidy, "../notes.txt", check=True) == {"taxonomy/notes.txt": (False, True)}


@pytest.mark.parametrize("path", ["nowhere.yaml", "/etc/passwd", ".."])
def test_a_path_outside_is_refused(
    untidy: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of the keyboard formats nothing."""
    monkeypatch.chdir(untidy)

    with pytest.raises(UsageError, match="taxonomy"):
        run(untidy, path)
