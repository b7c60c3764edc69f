"""YAML bytes → plain values, strictly: what loaders read differently is a problem, not a guess."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from stdtree.label import Label
from stdtree.store.file_tree import MAX_BYTES, Unreadable, too_large
from stdtree.store.yaml_canonical import DECLINED, read_canonical


class Problem(Struct, frozen=True):
    """Something wrong with the text itself. Lines and columns count from 1."""

    rule: str
    message: Label
    hint: Label
    line: int = 1
    column: int = 1


class Parsed(Struct, frozen=True):
    """The value of a text (None if unreadable) and what is wrong with it."""

    value: Any
    problems: tuple[Problem, ...] = ()


def read(data: bytes, *, plain: bool = False) -> Parsed:
    """The value of YAML bytes. Problems are collected; what can still be read is read.

    Text that stdtree itself wrote takes a fast way unless `plain` is set; both give the same.
    """
    problems: list[Problem] = []
    try:
        text = decode(data, problems)
    except Unreadable as error:
        return Parsed(None, (Problem("unreadable-file", error.message, error.hint),))
    value = DECLINED if plain else read_canonical(text)
    if value is DECLINED:
        from stdtree.store.yaml_events import read_events

        value = read_events(text, problems)
    return Parsed(value, tuple(problems))


def decode(data: bytes, problems: list[Problem]) -> str:
    """UTF-8 text with LF line ends; BOM and CRLF are read and noted. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise too_large(len(data))
    tidy = Label(zh="运行 stdtree fmt 可自动整理", en="stdtree fmt mends it")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        problems.append(
            Problem(
                "untidy-file",
                Label("文件以 BOM 开头", "the file starts with a byte order mark"),
                tidy,
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            Label(
                f"文件不是 UTF-8 编码（第 {line} 行，第 {error.start + 1} 字节）",
                f"the file is not UTF-8 (line {line}, byte {error.start + 1})",
            ),
            Label("请在编辑器中以 UTF-8 编码另存", "save it as UTF-8 in your editor"),
        ) from error
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(
            Problem(
                "untidy-file",
                Label("文件使用 CRLF 换行", "the file has CRLF line ends"),
                tidy,
                line,
            )
        )
    return text
