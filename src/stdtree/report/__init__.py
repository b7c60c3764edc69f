"""VERBS, telling: results in, text out. of_*.py turn values into a Report, as_*.py that into text.

A Report is what a person is told, in both languages at once, without colours or widths: those
belong to the format. `data` is what a machine is told (a published schema each) and is never
translated. Imports only `model` and `plugins`; `as_text` may import rich.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from msgspec import Struct

from stdtree import plugins
from stdtree.label import Label, Language
from stdtree.model.finding import Severity

Style = Literal["plain", "good", "bad", "warn", "dim", "strong", "added", "removed", "changed"]


class Cell(Struct, frozen=True):
    """One piece of text with what it means; a format chooses the colour."""

    text: Label
    style: Style = "plain"
    was: Label | None = None
    """What it said before; a format shows word by word what went and what came."""


class Heading(Struct, frozen=True):
    """Title of a section, level 2 to 4; 1 repeats the report's title where a format shows none."""

    text: Label
    level: int = 2


class Paragraph(Struct, frozen=True):
    """A line or more of running text."""

    text: Label
    style: Style = "plain"


class Item(Struct, frozen=True):
    """A line of a list with what hangs below it (folded consequences, before and after)."""

    cells: tuple[Cell, ...]
    below: tuple[Item, ...] = ()
    folded: bool = False
    """What is below are mere consequences: shown when opened or asked for."""
    counts: int = 0
    """How many changes, events or findings it tells itself; what is left out is counted by them."""
    rank: int = 0
    """Where not all lines fit, those of a lower rank are kept, whatever their order."""


class Listing(Struct, frozen=True):
    """Lines, possibly nested."""

    items: tuple[Item, ...]


class Table(Struct, frozen=True):
    """Columns and rows; `numeric` holds the indices of columns aligned right.

    With `cut`, each row is one line: where there is no room, these columns end in an ellipsis.
    """

    columns: tuple[Label, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    cut: tuple[int, ...] = ()


Block = Heading | Paragraph | Listing | Table


class Explained(Protocol):
    """What a validation rule says about itself."""

    @property
    def severity(self) -> Severity:
        """How severe its findings are by default."""

    @property
    def title(self) -> Label:
        """The offence in a few words."""

    @property
    def why(self) -> Label:
        """Why it is an offence."""

    @property
    def fix(self) -> Label:
        """What to do about it."""


class Report(Struct, frozen=True):
    """What is told, for people (`blocks`) and for machines (`data`, plain values)."""

    title: Label
    blocks: tuple[Block, ...]
    data: Any = None
    limit: int | None = None
    """Characters that a document of it may have; what is more is left out and counted."""
    nowhere: str = "taxonomy/system.yaml"
    """Where code hosts show what stands in no file, such as a file that is gone."""
    legend: Callable[[], Mapping[str, Explained]] | None = None
    """The rules by id, for a format that explains them; the others need not wait for them."""


class Look(Struct, frozen=True):
    """How a format shows a report: language, width in cells, colour, folded items opened."""

    language: Language = "zh"
    width: int = 80
    color: bool = False
    unfold: bool = False
    wrap: bool = False
    """Whether long lines of a list are folded to the width, for a screen."""


Render = Callable[[Report, Look], str]


def formats() -> tuple[str, ...]:
    """Names of all formats: json, markdown, text, …"""
    return plugins.names(sys.modules[__name__], prefix="as_")


def render(report: Report, fmt: str, look: Look) -> str:
    """The report in one format. Raises ModuleNotFoundError for an unknown one."""
    module = plugins.load(sys.modules[__name__], fmt, prefix="as_")
    text: str = module.render(report, look)
    return text
