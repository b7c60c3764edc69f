"""Files that a user hands to a command: `-` is standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from stdtree.errors import UsageError
from stdtree.label import Label


def read(file: str, *, most: int = -1) -> bytes:
    """At most `most` bytes of it. Raises UsageError if it cannot be read."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(most)
        with Path(file).open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise UsageError(
            Label(f"无法读取 {file}：{error.strerror}", f"cannot read {file}: {error.strerror}"),
            Label("请检查文件名", "look at the name of the file"),
        ) from None
