"""A hosted repository and its host's API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ci.forge import Forge, serving
from tests.ci.hosting import host

__all__ = ["forge", "host"]


@pytest.fixture
def forge() -> Iterator[Forge]:
    """The host's API."""
    with serving() as made:
        yield made
