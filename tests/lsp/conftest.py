"""A copy of the sample, open in an editor."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.lsp.editor import Editor, editing


@pytest.fixture
def root(sample_repository: Path, tmp_path: Path) -> Path:
    """The sample, to be changed at will."""
    folder = tmp_path / "体系"
    shutil.copytree(sample_repository, folder, symlinks=True)
    return folder.resolve()


@pytest_asyncio.fixture
async def alone(root: Path) -> AsyncIterator[Editor]:
    """An English editor on the sample, for one test."""
    async with editing(root, locale="en") as opened:
        yield opened


@pytest.fixture(scope="module")
def as_it_is(sample_repository: Path) -> Path:
    """The sample, to be looked at."""
    return sample_repository.resolve()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(as_it_is: Path) -> AsyncIterator[Editor]:
    """An English editor on the sample, in which nothing is saved."""
    async with editing(as_it_is, locale="en") as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def editor(shared: Editor) -> AsyncIterator[Editor]:
    """The same, with nothing open; for tests that wait for no finding that others cause, too.

    It lives in the loop of its module: `pytestmark = pytest.mark.asyncio(loop_scope="module")`.
    """
    yield shared
    for path in sorted(shared.opened):
        shared.close(path)
