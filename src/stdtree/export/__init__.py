"""VERBS, publishing: a release or a difference in, files out. One file = one product.

An exporter module is named content_format (`standards_table_csv.py`, id `standards-table-csv`) and
holds `EXPORTER`. No clock, no environment: same input, same bytes. Imports only `model`, `plugins`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stdtree import plugins
from stdtree.errors import UsageError
from stdtree.label import LANGUAGES, Label, Language
from stdtree.model.difference import Difference
from stdtree.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class File:
    """A product: path below its folder, and bytes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Source:
    """What an exporter works from."""

    name: str
    """Release or revision."""
    taxonomy: Taxonomy
    """Its content; for a difference, that of the newer side."""
    date: str = ""
    digest: str = ""
    difference: Difference | None = None
    document: Callable[[str, Language], str] | None = None
    """The difference as a document: format (`markdown`, `json`) and language to text."""

    correspondence: Callable[[str, Language], str] | None = None
    """Its correspondence alone, likewise."""

    def changes(self) -> Difference:
        """The difference. Raises UsageError if the product is of a release alone."""
        if self.difference is None:
            raise _needs_two(self.name)
        return self.difference

    def told(self, fmt: str, language: Language) -> str:
        """The difference as a document. Raises UsageError if there is none."""
        if self.document is None:
            raise _needs_two(self.name)
        return self.document(fmt, language)

    def associated(self, fmt: str, language: Language) -> str:
        """The correspondence as a document. Raises UsageError if there is none."""
        if self.correspondence is None:
            raise _needs_two(self.name)
        return self.correspondence(fmt, language)


@dataclass(frozen=True, slots=True)
class Exporter:
    """What an exporter module holds as `EXPORTER`."""

    of: Literal["release", "difference"]
    title: Label
    file: str
    """File name; `{lang}` in it makes one file in each language of the interface."""
    render: Callable[[Source, Language], bytes]


_ARCHIVES = (".docx", ".xlsx")


def _needs_two(name: str) -> UsageError:
    return UsageError(
        Label(
            f"这项成果说明两个版本之间的变更，而这里只有 {name}。",
            f"This product tells what changed between two releases; there is only {name}.",
        ),
        Label("请同时指定较早的版本。", "Name the older release as well."),
    )


@cache
def catalogue() -> Mapping[str, Exporter]:
    """All exporters by id."""
    package = sys.modules[__name__]
    return {name: module.EXPORTER for name, module in plugins.discover(package).items()}


def render(exporter: Exporter, source: Source) -> Iterator[File]:
    """The files of one product."""
    if "{lang}" not in exporter.file:
        yield File(exporter.file, exporter.render(source, "zh"))
        return
    for language in LANGUAGES:
        yield File(exporter.file.format(lang=language), exporter.render(source, language))


def is_up_to_date(file: File, found: bytes) -> bool:
    """Whether what was found is the product: its bytes, or an archive of the same contents."""
    if found == file.data or not file.path.endswith(_ARCHIVES):
        return found == file.data
    from stdtree.export._office.archive import contents

    return contents(found) == contents(file.data)
