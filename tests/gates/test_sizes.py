"""How long things may become before they must be divided."""

from __future__ import annotations

from pathlib import Path

from tests.gates.files import functions, plugin_files, python_files, shown

FILE = 300
PLUGIN = 100
FUNCTION = 40


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_are_short() -> None:
    """A file is read in one go."""
    long = {shown(path): _lines(path) for path in python_files() if _lines(path) > FILE}

    assert long == {}


def test_plugins_are_shorter() -> None:
    """One rule, operation, product or command is one short file."""
    short = [path for path in plugin_files() if path.parent.name != "report"]
    long = {shown(path): _lines(path) for path in short if _lines(path) > PLUGIN}

    assert len(short) > 50
    assert long == {}


def test_functions_fit_on_a_screen() -> None:
    """What a function does, its docstring included, is seen at once."""
    long = {
        f"{shown(path)}:{function.lineno} {function.name}": length
        for path in python_files()
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.body[0].lineno + 1) > FUNCTION
    }

    assert long == {}
