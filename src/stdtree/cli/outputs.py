"""Files that a command writes beside what it prints: `--output FORMAT=FILE`."""

from __future__ import annotations

from pathlib import Path

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label


def target(output: str) -> tuple[str, Path]:
    """Format and file. Raises UsageError for anything but FORMAT=FILE with a known format."""
    from stdtree.report import formats

    fmt, _, path = output.partition("=")
    if not path or fmt not in formats():
        known = ", ".join(formats())
        raise UsageError(
            Label(f"--output 不认识“{output}”", f"--output does not understand “{output}”"),
            Label(
                f"写作 格式=文件，格式有：{known}", f"write FORMAT=FILE; the formats are: {known}"
            ),
        )
    return fmt, Path(path)


def write(path: Path, text: str) -> None:
    """Write the file. Raises StoreError with its path if that cannot be."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(
            Label(f"不能写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"),
            Label("换一个文件夹，或先建立它", "take another folder, or make it first"),
        ) from error
