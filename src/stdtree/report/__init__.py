"""VERBS, telling: results in, text out. of_*.py turn values into a Report, as_*.py that into text.

A Report is what a person is told, in both languages at once, without colours or widths: those
belong to the format. `data` is what a machine is told (a published schema each) and is never
translated. Imports only `model` and `plugins`; `as_text` may import rich.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from stdtree import plugins
from stdtree.label import Label, Language

Style = Literal["plain", "good", "bad", "warn", "dim", "strong", "added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One piece of text with what it means; a format chooses the colour."""

    text: Label
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """Title of a section, level 2 to 4; 1 repeats the report's title where a format shows none."""

    text: Label
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or more of running text."""

    text: Label
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list with what hangs below it (folded consequences, before and after)."""

    cells: tuple[Cell, ...]
    below: tuple[Item, ...] = ()
    folded: bool = False
    """What is below are mere consequences: shown when opened or asked for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines, possibly nested."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; `numeric` holds the indices of columns aligned right."""

    columns: tuple[Label, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Report:
    """What is told, for people (`blocks`) and for machines (`data`, plain values)."""

    title: Label
    blocks: tuple[Block, ...]
    data: Any = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a format shows a report: language, width in cells, colour, folded items opened."""

    language: Language = "zh"
    width: int = 80
    color: bool = False
    unfold: bool = False


Render = Callable[[Report, Look], str]


def formats() -> tuple[str, ...]:
    """Names of all formats: json, markdown, text, …"""
    return plugins.names(sys.modules[__name__], prefix="as_")


def render(report: Report, fmt: str, look: Look) -> str:
    """The report in one format. Raises ModuleNotFoundError for an unknown one."""
    module = plugins.load(sys.modules[__name__], fmt, prefix="as_")
    text: str = module.render(report, look)
    return text
