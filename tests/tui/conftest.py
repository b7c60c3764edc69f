"""Real repositories to open the editor on."""

from __future__ import annotations

import pytest

from stdtree.workspace import Workspace
from tests.repos import Repo, repo
from tests.trees import sample
from tests.tui.files import opened

__all__ = ["repo"]


@pytest.fixture
def workspace(repo: Repo) -> Workspace:
    """The sample system, committed."""
    return opened(repo, sample())
