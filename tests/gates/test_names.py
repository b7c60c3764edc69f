"""What must not stand in the code: names that say nothing, unfinished work, muted tools."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.gates.files import SOURCE, functions, parsed, python_files, shown

SAY_NOTHING = {
    "base", "common", "core", "handler", "helper", "helpers", "manager", "misc", "service",
    "services", "util", "utils",
}  # fmt: skip
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|for n" + r"ow)\b")
MUTED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>[^#\n]*(?:#.*)?)$", re.MULTILINE)
REASON = re.compile(
    r"(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[a-z-]+(?:,\s*[a-z-]+)*\])\s*(?:--|#)\s*\S"
)


def _found(pattern: re.Pattern[str], *folders: str) -> list[str]:
    return [
        f"{shown(path)}: {match.group().strip()}"
        for path in python_files(*folders)
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]


def test_names_say_what_a_file_holds() -> None:
    """No drawer for odds and ends."""
    found = [
        shown(path)
        for path in python_files()
        if {path.stem.strip("_"), path.parent.name} & SAY_NOTHING
    ]

    assert found == []


def test_nothing_is_unfinished() -> None:
    """What is there works; what does not work is not there."""
    assert _found(UNFINISHED) == []


def test_what_is_abstract_is_nothing_else() -> None:
    """A method that subclasses must write is a docstring and NotImplementedError alone."""
    raised = [
        f"{shown(path)}:{function.lineno}"
        for path in python_files("src")
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id == "NotImplementedError"
        if not (len(function.body) == 2 and ast.get_docstring(function))
    ]

    assert raised == []


def test_a_muted_tool_is_muted_for_a_reason() -> None:
    """`noqa` and `type: ignore` name what they mute and say why in the same line."""
    muted = [
        f"{shown(path)}: {match.group()}"
        for path in python_files("src")
        for match in MUTED.finditer(path.read_text(encoding="utf-8"))
        if not REASON.match(match["rest"].strip())
    ]

    assert muted == []


def test_modules_hold_no_state() -> None:
    """Nothing is changed from afar: no `global`, and what a module holds is a constant."""
    found = [
        f"{shown(path)}:{line}" for path in python_files("src") for line in _mutable(parsed(path))
    ]

    assert found == []


def _mutable(module: ast.Module) -> Iterator[int]:
    for node in ast.walk(module):
        if isinstance(node, ast.Global):
            yield node.lineno
    for statement in module.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(
            statement.value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp
        ):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if any(not name.isupper() and name != "__all__" for name in names):
                yield statement.lineno


def test_every_package_says_what_belongs_there() -> None:
    """The docstring of `__init__` is the first thing that a newcomer reads."""
    silent = [
        shown(path) for path in SOURCE.rglob("__init__.py") if not ast.get_docstring(parsed(path))
    ]
    short = [path.parent.name for path in _packages() if not _says_what_it_imports(path)]

    assert (silent, short) == ([], [])


def _packages() -> list[Path]:
    return sorted(SOURCE.glob("*/__init__.py"))


def _says_what_it_imports(path: Path) -> bool:
    said = ast.get_docstring(parsed(path)) or ""
    return said.startswith(("NOUNS", "VERBS", "WIRING", "FACE")) and "import" in said.lower()
