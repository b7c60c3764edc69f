"""Values kept from run to run: the same values again, or none."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from stdtree.model.category import Category
from stdtree.store import cache, rows
from stdtree.store.cache import Drawer
from stdtree.store.rows import Rows, maker
from tests import trees
from tests.store.styles import edited
from tests.store.test_yaml_direct import FULL

KEY = b"k" * 32
ROOT = Path("/some/system")
MAKE = maker(Category)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def opened(key: bytes = KEY) -> Rows:
    """The values of one system, as the next run sees them."""
    return Rows(Drawer(ROOT), key, Category)


def numbered(*numbers: int) -> dict[bytes, Category]:
    """Some values."""
    return {bytes([number]) * 32: trees.category(f"c{number}") for number in numbers}


def again(category: Category) -> Category:
    """What becomes of a value that is kept."""
    made: Category = MAKE(msgspec.msgpack.decode(msgspec.msgpack.encode(category)))
    return made


@given(edited(FULL))
def test_makes_the_same_value(category: Category) -> None:
    """With the same types all the way down, which their text shows."""
    assert again(category) == category
    assert repr(again(category)) == repr(category)


def test_makes_values_for_every_field_there_is() -> None:
    """Each field of the model is filled in one of these, so none can be made another way."""
    everything = [FULL, *trees.sample().categories.values()]

    assert [again(category) for category in everything] == everything


def test_shares_what_is_the_same_in_many() -> None:
    """Parents and places in other classifications are one object, as where files are read."""
    one, other = again(FULL), again(msgspec.structs.replace(FULL, id="other"))

    assert one.parent is other.parent
    assert one.maps is other.maps


def test_gives_back_what_was_kept() -> None:
    """From all segments; of what is not there, nothing."""
    opened().keep(numbered(1, 2), ())
    opened().keep(numbered(3), ())

    assert opened().find(numbered(1, 3, 4)) == numbered(1, 3)
    assert opened().raw().keys() == numbered(1, 2, 3).keys()


def test_many_small_segments_become_one(place: Path) -> None:
    """Nothing that is used is lost on the way."""
    every: dict[bytes, Category] = {}
    for number in range(3 * rows.SMALL):
        opened().keep(numbered(number), every)
        every |= numbered(number)

        assert opened().find(every) == every
        assert len(list(place.iterdir())) <= rows.SMALL + 2


def test_what_nobody_uses_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it is more than a few times what is used."""
    monkeypatch.setattr(rows, "PART", 2)
    opened().keep(numbered(*range(10)), ())

    opened().keep(numbered(10), numbered(0, 1))

    assert opened().raw().keys() == numbered(0, 1, 10).keys()


def test_another_program_reads_nothing_and_takes_the_room() -> None:
    """What older code has kept is not for newer code."""
    opened().keep(numbered(1), ())

    assert opened(b"x" * 32).find(numbered(1)) == {}
    opened(b"x" * 32).keep(numbered(2), ())
    assert opened().raw() == {}


@pytest.mark.parametrize("cut", [0, 10, 33, 70, -1])
def test_a_damaged_segment_is_none(cut: int, place: Path) -> None:
    """However much of it is left."""
    opened().keep(numbered(1), ())
    (entry,) = place.iterdir()
    entry.write_bytes(entry.read_bytes()[:cut])

    assert opened().find(numbered(1)) == {}


def test_a_segment_that_goes_away_in_between_is_none(place: Path) -> None:
    """Another process makes one of many."""
    opened().keep(numbered(1), ())
    seen = opened()
    for entry in place.iterdir():
        entry.unlink()

    assert seen.find(numbered(1)) == {}
