"""What a start costs: libraries are imported where they are needed, and importing does nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gates.files import SOURCE

HEAVY = {
    "jsonschema", "pydantic", "pypinyin", "rapidfuzz", "rich", "textual", "watchfiles",
}  # fmt: skip
LOADED = "import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
COMMAND = "from stdtree.cli.main import main\nmain({arguments})"


def modules_after(code: str, folder: Path) -> set[str]:
    """What is imported once `code` has run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(code=code)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["diff"]])
def test_checking_and_comparing_import_little(
    arguments: list[str], sample_repository: Path
) -> None:
    """What runs on every commit starts fast; a system in order needs no explanations."""
    modules = modules_after(COMMAND.format(arguments=arguments), sample_repository)

    assert "stdtree.model.taxonomy" in modules
    assert set() == modules & HEAVY


def test_the_package_itself_imports_nothing(tmp_path: Path) -> None:
    """`import stdtree` costs nothing until something of it is called."""
    modules = modules_after("import stdtree", tmp_path)

    assert {name for name in modules if name.startswith("stdtree")} == {"stdtree"}
    assert set() == modules & (HEAVY | {"click", "msgspec", "yaml"})


def test_importing_does_nothing(tmp_path: Path) -> None:
    """No module of the package prints, warns or writes when it is imported."""
    names = sorted(
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCE.rglob("*.py")
        if path.name != "__main__.py"
    )
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *names],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
