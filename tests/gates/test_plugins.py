"""What is dropped into a plug-in folder is found, and holds what its kind needs."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from stdtree import edit, export, plugins, report, rules
from stdtree.cli import commands, edit_commands
from stdtree.cli.command import Command
from stdtree.edit import Operation
from stdtree.label import Label
from stdtree.report import Look, Report
from stdtree.report.of_findings import of_findings
from stdtree.tui import commands as tui_commands
from tests.gates.files import plugin_files, shown

OPERATIONS = edit.operation_ids()
PRODUCTS = export.catalogue()


def test_every_file_is_found() -> None:
    """As many plug-ins as files: nothing to register, nothing overlooked."""
    found = [
        *rules.catalogue(),
        *OPERATIONS,
        *PRODUCTS,
        *report.formats(),
        *plugins.names(commands),
        *plugins.names(edit_commands),
        *plugins.names(tui_commands),
    ]

    assert len(found) == len(plugin_files())


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_operation(operation_id: str) -> None:
    """verb-noun; one subclass of that name; words and a way of asking for every field."""
    operation = edit.operation_type(operation_id)
    asks = operation.asks()

    assert operation_id.count("-") >= 1
    assert issubclass(operation, Operation)
    assert operation.operation_id() == operation_id
    assert isinstance(operation.title, Label)
    assert operation.summary.zh.endswith("。")
    assert operation.summary.en.endswith(".")
    assert list(asks) == list(operation.model_fields)
    assert operation.subject is None or operation.subject in asks
    assert {"apply", "describe"} <= vars(operation).keys()


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_choices_of_an_operation_have_names(operation_id: str) -> None:
    """What a form offers is called something in both languages."""
    for ask in edit.operation_type(operation_id).asks().values():
        assert (ask.kind == "choice") == bool(ask.choices)


@pytest.mark.parametrize("name", PRODUCTS)
def test_product(name: str) -> None:
    """content-format, and the file has that format."""
    exporter = PRODUCTS[name]
    endings = {"markdown": "md", "xkos": "ttl"}
    ending = name.rpartition("-")[2]

    assert exporter.of in ("release", "difference")
    assert exporter.file.endswith(f".{endings.get(ending, ending)}")


def test_products_have_files_of_their_own() -> None:
    """No product overwrites another's."""
    files = [exporter.file for exporter in PRODUCTS.values()]

    assert len(files) == len(set(files))


FOR_FINDINGS = ("github", "gitlab", "junit", "sarif")
"""Formats that refuse other reports."""


@pytest.mark.parametrize("name", report.formats())
def test_report_format(name: str) -> None:
    """`render` makes text of a report, an empty one included, in both languages."""
    nothing = of_findings((), files=0, categories=0, standards=0)
    empty = (
        (nothing,) if name in FOR_FINDINGS else (nothing, Report(Label("标题", "Title"), (), {}))
    )

    for language in ("zh", "en"):
        for told in empty:
            assert isinstance(report.render(told, name, Look(language)), str)


@pytest.mark.parametrize("package", [commands, edit_commands], ids=["commands", "edit_commands"])
def test_commands(package: object) -> None:
    """`run` is a command with both languages, examples and exit codes."""
    for name, module in plugins.discover(package).items():
        command = module.run
        assert isinstance(command, Command)
        english, chinese = (inspect.getdoc(module) or "").split("\n\n")[:2]
        assert (name, english.endswith("."), chinese.endswith("。")) == (name, True, True)
        assert command.guide.examples
        assert 0 in command.guide.all_exits


@pytest.mark.parametrize("path", plugin_files(), ids=shown)
def test_a_plugin_says_what_it_is(path: Path) -> None:
    """The first line of the file is one plain sentence."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""

    assert said.splitlines()[0].endswith((".", "。"))
