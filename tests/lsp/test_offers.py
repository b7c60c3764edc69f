"""What is offered in a system that is too large to offer all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.lsp import offers
from stdtree.lsp.spots import Spot
from stdtree.workspace import Workspace


def _words(root: Path, entity: str, word: str) -> tuple[list[str], bool]:
    spot = Spot(("parent",), word, 0, 0, len(word))
    kind = "category" if entity == "category" else "standard"
    found, is_cut = offers.of_things(Workspace.open(root), kind, spot)
    return [offer.word for offer in found], is_cut


def test_of_many_those_that_fit(sample_repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By code, title or pinyin; the editor is told to ask again when more is typed."""
    everything, all_of_it = _words(sample_repository, "category", "")
    monkeypatch.setattr(offers, "_MANY", 10)

    assert (len(everything) > 100, all_of_it) == (True, False)
    for word in ("BD", "技术推广", "jstg", "technology-prom"):
        found, is_cut = _words(sample_repository, "category", word)
        assert ("technology-promotion" in found, is_cut) == (True, True)
        assert len(found) <= 20
    assert _words(sample_repository, "standard", "34670") == (["gbt-34670-2017"], True)


def test_of_many_the_top_before_anything_is_typed(
    sample_repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something to begin with; of standards there is no top."""
    monkeypatch.setattr(offers, "_MANY", 10)
    roots = [one.id for one in Workspace.open(sample_repository).taxonomy.children(None)]

    assert _words(sample_repository, "category", "") == (roots, True)
    assert _words(sample_repository, "standard", "") == ([], True)
