"""Files that a command writes beside or instead of what it prints: `--output FORMAT=FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Collection

ENDINGS = {"md": "markdown", "txt": "text", "ttl": "xkos"}
"""Endings of files that are not called like their format."""


def target(output: str, formats: Collection[str] = ()) -> tuple[str, Path]:
    """Format and file. Raises UsageError for anything but FORMAT=FILE with a known format."""
    if not formats:
        from stdtree.report import formats as of_reports

        formats = of_reports()
    fmt, _, path = output.partition("=")
    if not path or fmt not in formats:
        known = ", ".join(formats)
        raise UsageError(
            Label(f"--output 不认识“{output}”", f"--output does not understand “{output}”"),
            Label(
                f"写作 格式=文件，格式有：{known}", f"write FORMAT=FILE; the formats are: {known}"
            ),
        )
    return fmt, Path(path)


class Output(NamedTuple):
    """A file to write."""

    fmt: str | None
    """None: neither said nor told by the ending."""
    path: Path
    beside: bool
    """Whether it is written beside what is printed, not instead."""


def named(output: str, formats: Collection[str]) -> Output:
    """FORMAT=FILE, or FILE alone, whose ending may tell the format. Raises UsageError."""
    fmt, equals, path = output.partition("=")
    if equals and (fmt in formats or not path):
        return Output(*target(output, formats), beside=True)
    ending = output.rpartition(".")[2].casefold()
    known = ENDINGS.get(ending, ending)
    return Output(known if known in formats else None, Path(output), beside=False)


def write(path: Path, text: str | bytes) -> None:
    """Write the file. Raises StoreError with its path if that cannot be."""
    try:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    except OSError as error:
        raise StoreError(
            Label(f"不能写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"),
            Label("换一个文件夹，或先建立它", "take another folder, or make it first"),
        ) from error
