"""Text that was decoded in the wrong encoding, and reading it back where that is certain."""

from __future__ import annotations

import re
from functools import cache

LOST = re.compile(r"\ufffd+|锟斤拷|烫{3,}|屯{3,}")
"""What readers and compilers leave for bytes that they could not read: nothing brings it back."""

_MOST = 4
"""A text is hardly ever misread more often than this."""


@cache
def _misread() -> re.Pattern[str]:
    """What may be UTF-8 that was read as Windows-1252 or as GBK; made when it is needed."""
    tail = f"[{_class_of(0x80, 0xC0)}]"
    two, three, four = (
        f"[{_class_of(first, last)}]{tail}{{{more}}}"
        for first, last, more in ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    )
    return re.compile(rf"(?:{two}|{three}|{four})+|[\u3400-\u9fff\ue000-\uf8ff]{{3,}}")


def _class_of(first: int, last: int) -> str:
    """What bytes become when they are read as Windows-1252, or as Latin-1."""
    made = {bytes((code,)).decode("cp1252", "ignore") or chr(code) for code in range(first, last)}
    return re.escape("".join(sorted(made | {chr(code) for code in range(first, last)})))


def reread(text: str) -> str:
    """The text with what was misread put right; unchanged if nothing was."""
    for _ in range(_MOST):
        mended = _misread().sub(_right, text)
        if mended == text:
            break
        text = mended
    return text


def _right(found: re.Match[str]) -> str:
    misread = found[0]
    if misread[0] < "\u3400":
        return _decoded(b"".join(_byte(character) for character in misread)) or misread
    try:
        right = _decoded(misread.encode("gbk"))
        right.encode("gb2312")
    except UnicodeEncodeError:
        return misread
    # two characters of GBK are UTF-8 by chance now and then; three that give Chinese ones are not
    is_chinese = re.fullmatch(r"[\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]+", right)
    return right if is_chinese else misread


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
