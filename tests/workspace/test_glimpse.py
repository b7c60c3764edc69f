"""The picture of the top of a large tree that stands in while the system is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.systems import category

from stdtree.model.taxonomy import Taxonomy
from stdtree.workspace.glimpse import LARGE, glimpse, keep_glimpse
from tests import trees


@pytest.fixture
def large() -> Taxonomy:
    """A tree that is large enough."""
    rows = (category(number, see=0) for number in range(LARGE))
    return Taxonomy(trees.sample().system, rows)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of a system, with a cache of its own."""
    monkeypatch.delenv("STDTREE_PLAIN", raising=False)
    monkeypatch.setenv("STDTREE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "system"


def test_the_top_comes_back(large: Taxonomy, kept: Path) -> None:
    """Roots and their children in order, each knowing whether it can be opened."""
    keep_glimpse(kept, large)

    seen = glimpse(kept)

    assert seen is not None
    (root,) = seen.children(None)
    assert [one.id for one in seen.children(root.id)] == [one.id for one in large.children(root.id)]
    for one in seen.children(root.id):
        assert bool(seen.children(one.id)) == bool(large.children(one.id))
    assert seen.system == large.system
    assert len(seen.categories) < 100


def test_small_trees_are_read_at_once(kept: Path) -> None:
    """Nothing is kept of them."""
    keep_glimpse(kept, trees.sample())

    assert glimpse(kept) is None


@pytest.mark.parametrize("variable", ["STDTREE_CACHE", "STDTREE_PLAIN"])
def test_switched_off(
    large: Taxonomy, kept: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """As all that is remembered."""
    keep_glimpse(kept, large)
    monkeypatch.setenv(variable, "off")

    assert glimpse(kept) is None


def test_a_broken_one_is_none(large: Taxonomy, kept: Path, tmp_path: Path) -> None:
    """Whatever stands in the cache."""
    keep_glimpse(kept, large)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(file.read_bytes()[:-9])

    assert glimpse(kept) is None
