"""The sample system in a git repository, as `stdtree init --sample` makes it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shell import Shell

settings.register_profile("laws", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "laws"))
# The same examples on every machine and run, so that no change fails by chance; new ones are
# searched for with HYPOTHESIS_PROFILE=deep. A test that costs much takes a share (tests/effort.py).


@pytest.fixture(scope="session", autouse=True)
def _cache_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The cache of whoever runs the tests is not ours to fill."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STDTREE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def sample_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, to look at; whoever changes something takes `shell`."""
    folder = tmp_path_factory.mktemp("sample")
    ended = Shell(folder, tmp_path_factory.mktemp("home")).stdtree("init", "--sample", "demo")
    assert (ended.code, ended.err) == (0, "")
    return folder / "demo"


@pytest.fixture
def shell(sample_repository: Path, tmp_path: Path) -> Shell:
    """Somebody in a copy of the sample, with a home of their own."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copytree(sample_repository, tmp_path / "demo", symlinks=True)
    return Shell(tmp_path / "demo", home)
