"""A home of one's own for every test here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import isolate


@pytest.fixture(autouse=True)
def _isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the settings in it are seen."""
    isolate(monkeypatch, tmp_path / "own-home")
