"""Files that a command writes beside or instead of what it prints: `--output FORMAT=FILE`."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from stdtree.cli.options import option
from stdtree.errors import StoreError, UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

ENDINGS = {"md": "markdown", "txt": "text", "ttl": "xkos", "xml": "junit"}
"""Endings of files that are not called like their format."""
OUTPUT = option(
    "--output",
    "-o",
    "outputs",
    metavar="[FORMAT=]FILE",
    multiple=True,
    said=Label(
        "另存一种格式到文件；可重复。只写文件名时，格式看扩展名，屏幕上不再输出。",
        "Write a format to a file, too; may be repeated. With FILE alone, its ending tells the"
        " format, and nothing is printed.",
    ),
)
_WORD = re.compile("[a-z]+")
"""Before the `=`, what is meant as a format; other files with a `=` are written ./a=b."""


class Output(NamedTuple):
    """A file to write."""

    fmt: str | None
    """None: neither said nor told by the ending."""
    path: Path
    beside: bool
    """Whether it is written beside what is printed, not instead."""


def all_named(given: Iterable[str], formats: Collection[str]) -> list[Output]:
    """All files that are asked for. Raises UsageError for one that would be written twice."""
    found = [_named(output, formats) for output in given]
    paths = Counter(os.path.realpath(output.path) for output in found)
    for output in found:
        if paths[os.path.realpath(output.path)] > 1:
            raise UsageError(
                Label(
                    f"--output 两次写同一文件 {output.path}",
                    f"--output would write {output.path} twice",
                ),
                Label("为每种格式各取一个文件名", "give each format a file of its own"),
            )
    return found


def _named(output: str, formats: Collection[str]) -> Output:
    """FORMAT=FILE, or FILE alone, whose ending may tell the format.

    Raises UsageError for no file. Whether there is such a format is for `refuse_unknown` to say.
    """
    fmt, equals, path = output.partition("=")
    if output in formats or (equals and (_WORD.fullmatch(fmt) or not fmt)):
        if not path or not fmt:
            raise UsageError(
                Label(f"--output 不认识“{output}”", f"--output does not understand “{output}”"),
                Label("写作 格式=文件，格式有：", "write FORMAT=FILE; the formats are: ")
                + same(", ".join(formats)),
            )
        return Output(fmt, Path(path), beside=True)
    ending = output.rpartition(".")[2].casefold()
    known = ENDINGS.get(ending, ending)
    return Output(known if known in formats else None, Path(output), beside=False)


def refuse_unknown(wanted: Iterable[str], formats: Collection[str], *, instead: Label) -> None:
    """Raises UsageError for a format that there is not, or not here: then `instead` says why."""
    from stdtree.report import formats as of_reports

    for fmt in sorted(set(wanted).difference(formats)):
        there = Label("格式有：", "there are: ") + same(", ".join(formats))
        raise UsageError(
            Label(f"此处没有格式 {fmt}", f"there is no format {fmt} here"),
            instead + there if fmt in of_reports() else there,
        )


def write_all(files: Iterable[Output], fmt: str, made: Callable[[str], Any]) -> bool:
    """Writes what `made` makes of each format; whether what has the format `fmt` is printed, too.

    Raises StoreError for a file that cannot be written.
    """
    beside = True
    for file in files:
        write(file.path, made(file.fmt or fmt))
        beside = beside and file.beside
    return beside


def write(path: Path, text: str | bytes) -> None:
    """Write the file. Raises StoreError with its path if that cannot be."""
    try:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    except OSError as error:
        raise StoreError(
            Label(f"不能写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"),
            Label("换一个文件夹，或先建立它", "take another folder, or make it first"),
        ) from error
