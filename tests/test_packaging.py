"""What `pip install .` and `pipx install .` put in place works from any folder, by itself."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gates.files import ROOT, shown, tracked
from tests.shell import Shell


def run(*command: str | Path, at: Path) -> None:
    """Run a program; fail with what it says."""
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def build(kind: str, source: Path, target: Path) -> Path:
    """The wheel or sdist of a source tree, built without a network."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target, at=source)
    (built,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this source tree."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel is installed; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    options = ("--quiet", "--no-index", "--no-deps", "--no-compile", "--target", folder)
    run(sys.executable, "-m", "pip", "install", *options, wheel, at=folder)
    return folder


@pytest.fixture
def stranger(installed: Path, tmp_path: Path) -> Shell:
    """Somebody with stdtree installed, elsewhere."""
    (tmp_path / "home").mkdir()
    return Shell(tmp_path, tmp_path / "home", extra={"PYTHONPATH": str(installed)})


def _belongs() -> Iterator[str]:
    """What must be in the wheel, by the path in this source tree and in the wheel."""
    for path in tracked():
        name = shown(path)
        if name.startswith("src/stdtree/"):
            yield name.removeprefix("src/")
        elif name.startswith(("schemas/", "docs/rules.")):
            yield f"stdtree/{name}"
        elif name.startswith(("taxonomy/", "exports/")):
            yield f"stdtree/sample/{name}"


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    """Code, styles, types, schemas, the page of rules and the sample; no tests, no tools."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert names == set(_belongs())
    assert {"stdtree/py.typed", "stdtree/tui/app.tcss"} <= names


def test_installed_it_needs_no_source_tree(stranger: Shell) -> None:
    """The code, the schemas and the sample come from where it is installed."""
    code = "import stdtree; from stdtree.store.schema import folder; print(stdtree, folder())"
    told = stranger.run(sys.executable, "-c", code)
    version = stranger.stdtree("--version")

    assert told.code == 0
    assert str(ROOT) not in told.out
    assert (version.code, version.out.startswith("stdtree ")) == (0, True)


def test_the_installed_sample_is_in_order(stranger: Shell) -> None:
    """A repository with two releases, from any folder; checked, compared and fresh."""
    made = stranger.stdtree("init", "--sample", "demo")
    at = stranger.at(stranger.folder / "demo")

    assert (made.code, made.err) == (0, "")
    assert at.git("tag").split() == ["taxonomy/1.0", "taxonomy/1.1"]
    assert at.git("status", "--short") == ""
    assert at.stdtree("check", "--strict").code == 0
    assert at.stdtree("diff", "1.0", "1.1").code == 0
    assert at.stdtree("export", "1.1", "--check") == (0, "", "")
    assert at.stdtree("schema", "category").out.startswith("{")


GUARD = """\
import socket

def refuse(*_, **__):
    raise SystemExit("a connection was asked for")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


def test_nothing_is_asked_of_the_network(stranger: Shell, tmp_path: Path) -> None:
    """Help, checking, comparing and exporting work where no connection can be opened.

    tools/try_installation.sh does the same in a network namespace of its own.
    """
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    path = f"{tmp_path}:{stranger.extra['PYTHONPATH']}"
    cut_off = replace(stranger, extra={"PYTHONPATH": path})
    asking = "import urllib.request; urllib.request.urlopen('http://localhost')"
    assert "a connection was asked for" in cut_off.run(sys.executable, "-c", asking).err
    assert cut_off.stdtree("init", "--sample", "demo").code == 0
    at = cut_off.at(tmp_path / "demo")

    for command in ("--help", "check", "diff 1.0 1.1", "export 1.1 --check", "doctor"):
        ended = at.stdtree(*command.split())
        assert (ended.code, ended.err) == (0, ""), command


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Whoever has only the sdist loses nothing."""
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if (path / "pyproject.toml").is_file())

    again = build("wheel", source, tmp_path / "again")

    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_the_command_is_declared() -> None:
    """`stdtree` and `python -m stdtree` are one."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["scripts"]["stdtree"].partition(":")

    assert f"from {module} import {name}" in (ROOT / "src/stdtree/__main__.py").read_text()
