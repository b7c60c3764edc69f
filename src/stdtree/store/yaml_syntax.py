"""What is wrong with a text that is no YAML, in words, and at the line that has to be mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.store.yaml_text import Problem

if TYPE_CHECKING:
    from yaml import YAMLError

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
"""What git writes around the two sides of a conflict."""
_NO_SPACE = re.compile(r"\s*(?:- )?[A-Za-z_-]+:\S")
_NO_COLON = "could not find expected ':'"
_NO_END = "found unexpected end of stream"
_BEGUN_EARLIER = (_NO_COLON, _NO_END)
"""Seen only after the line, or the quote, that has to be mended."""
_TAB = Label("缩进不能用制表符（Tab）", "tabs cannot indent")
_MEND = Label("改正此行后再运行 stdtree check", "mend this line and run stdtree check again")
_SYNTAX = {
    "mapping values are not allowed": Label(
        "此处不能出现冒号：上一行缩进不对，或文字中的“: ”没有加引号",
        "a colon is not allowed here: wrong indentation above, or an unquoted text with ': '",
    ),
    _NO_COLON: Label(
        "缺少冒号：每行应为“键: 值”", "a colon is missing: a line should read 'key: value'"
    ),
    "found character '\\t'": _TAB,
    "found a tab character": _TAB,
    "did not find expected node content": Label(
        "此处缺少内容：括号没有闭合，或多了逗号",
        "a value was expected here: a bracket is not closed, or a comma is too many",
    ),
    "found incompatible YAML document": Label(
        "不支持这一 YAML 版本：请删除 %YAML 一行", "YAML of this version: delete the line %YAML"
    ),
    "invalid Unicode character escape": Label(
        "此转义（\\u…）不是字符", "this escape (\\u…) is no character"
    ),
    "found character that cannot start any token": Label(
        "文字不能以此字符（如 @ ` %）开头", "a text cannot start with this character (@ ` %)"
    ),
    "did not find expected key": Label(
        "此处应为键：请检查缩进与引号", "a key was expected here: check indentation and quotes"
    ),
    _NO_END: Label("引号没有闭合", "a quote is not closed"),
    "did not find expected ',' or": Label(
        "括号没有闭合，或缺少逗号", "a bracket is not closed, or a comma is missing"
    ),
    "did not find expected '-' indicator": Label(
        "列表的缩进不一致", "the list's indentation is uneven"
    ),
    "control characters are not allowed": Label(
        "文件中有控制字符", "the file holds control characters"
    ),
}


def syntax_problem(text: str, error: YAMLError) -> Problem:
    """The problem that made the parser give up on a text."""
    if conflict := _CONFLICT.search(text):
        return Problem("unreadable-file", *_IN_CONFLICT, *_line_column(text[: conflict.start()]))
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    line, column = _place(text, error, said)
    written = "".join(text.split("\n")[line - 1 : line])  # none where the end is the place
    message = next((label for start, label in _SYNTAX.items() if start in said), None)
    if message is None:
        message = Label(f"YAML 语法错误：{said}", f"YAML syntax: {said}")
    hint = _MEND
    if written[column - 1 : column] == "\t":
        message, hint = _TAB, Label("改用空格缩进", "indent with spaces")
    elif _NO_COLON in said and "：" in written:
        message, hint = _FULL_WIDTH
    elif _NO_COLON in said and _NO_SPACE.match(written):
        message, hint = _CLOSE
    return Problem("unreadable-file", message, hint, line, column)


_IN_CONFLICT = (
    Label("此处的合并冲突尚未解决", "a merge conflict stands here, unresolved"),
    Label(
        "留下要的内容，删去 <<<<<<<、=======、>>>>>>> 各行",
        "keep what you want, delete the lines with <<<<<<<, ======= and >>>>>>>",
    ),
)
_FULL_WIDTH = (
    Label("此处的冒号是全角的“：”", "the colon of this line is the full-width “：”"),
    Label("改为半角冒号加空格：“键: 值”", "write a plain colon and a space: 'key: value'"),
)
_CLOSE = (
    Label("冒号之后没有空格", "no space follows the colon"),
    Label("冒号后加一个空格：“键: 值”", "put a space after it: 'key: value'"),
)


def _place(text: str, error: YAMLError, said: str) -> tuple[int, int]:
    """Line and column; a ReaderError only counts the bytes before what it objects to."""
    begun = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or begun
    if begun is not None and any(one in said for one in _BEGUN_EARLIER):
        mark = begun
    if mark is not None:
        return mark.line + 1, mark.column + 1
    before = text.encode()[: getattr(error, "position", 0)]
    return _line_column(before.decode(errors="replace"))


def _line_column(before: str) -> tuple[int, int]:
    """The place at which a text goes on."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
