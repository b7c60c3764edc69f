"""The cache of earlier results: whole and for its own key, or nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import stdtree
from stdtree.store import cache
from stdtree.store.cache import Drawer, engine

KEY = b"k" * 32
ROOT = Path("/some/system")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_gives_back_what_was_put() -> None:
    """Under its name, for its key and its system; a newer one takes its place."""
    Drawer(ROOT).put("check", KEY, b"found")

    assert Drawer(ROOT).get("check", KEY) == b"found"
    assert Drawer(ROOT).get("diff", KEY) is None
    assert Drawer(ROOT).get("check", b"x" * 32) is None
    assert Drawer(Path("/another")).get("check", KEY) is None
    Drawer(ROOT).put("check", b"x" * 32, b"newer")
    assert Drawer(ROOT).get("check", KEY) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 68), damage=st.binary(max_size=4), cut=st.booleans())
def test_takes_only_what_is_whole(place: Path, at: int, damage: bytes, *, cut: bool) -> None:
    """Whatever happens to the bytes: the same again, or nothing."""
    Drawer(ROOT).put("check", KEY, b"found")
    (entry,) = place.iterdir()
    data = entry.read_bytes()
    damaged = data[:at] + damage + (b"" if cut else data[at + len(damage) :])
    entry.write_bytes(damaged)

    assert Drawer(ROOT).get("check", KEY) == (b"found" if damaged == data else None)


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").touch()
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file"))

    Drawer(ROOT).put("check", KEY, b"found")

    assert Drawer(ROOT).get("check", KEY) is None


@pytest.mark.parametrize("variable", [(cache.VARIABLE, "off"), ("STDTREE_PLAIN", "1")])
def test_can_be_switched_off(
    variable: tuple[str, str], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept, nothing is given."""
    monkeypatch.setenv(*variable)

    Drawer(ROOT).put("check", KEY, b"found")

    assert not place.exists()
    assert Drawer(ROOT).get("check", KEY) is None


def test_the_oldest_go_when_room_is_short(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All entries together stay below the limit."""
    monkeypatch.setattr(cache, "MOST_BYTES", 1000)
    for number in range(8):
        Drawer(Path(f"/system/{number}")).put("check", KEY, b"x" * 300)
        newest = max(place.iterdir(), key=lambda entry: entry.stat().st_ctime_ns)
        os.utime(newest, ns=(number, number))

    Drawer(ROOT).put("check", KEY, b"x" * 300)

    assert sum(entry.stat().st_size for entry in place.iterdir()) <= 1000
    assert Drawer(ROOT).get("check", KEY)
    assert Drawer(Path("/system/0")).get("check", KEY) is None


def test_another_program_has_another_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any file of the package that is edited, comes or goes makes older results worthless."""
    package = tmp_path / "stdtree"
    (package / "rules").mkdir(parents=True)
    (package / "schemas").mkdir()
    rule = package / "rules/duplicate_code.py"
    rule.write_text("RULE = 1")
    monkeypatch.setattr(stdtree, "__file__", str(package / "__init__.py"))
    assert engine.__wrapped__() is None, "it was written just now"
    later = time.time_ns() + 10**10
    monkeypatch.setattr(cache.time, "time_ns", lambda: later)
    seen = {engine.__wrapped__()}

    assert seen == {engine.__wrapped__()}
    rule.write_text("RULE = 22")
    seen.add(engine.__wrapped__())
    (package / "schemas/category.schema.json").write_text("{}")
    seen.add(engine.__wrapped__())
    rule.unlink()
    seen.add(engine.__wrapped__())
    assert len(seen - {None}) == 4
