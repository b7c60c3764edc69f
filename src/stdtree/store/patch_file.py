"""Patches as files: written as canonical JSON, read as what a stranger may have sent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model.output_patch import PatchChange, PatchDocument
from stdtree.safe import HIDDEN
from stdtree.store import schema

FORMATS = ("stdtree-patch/1", "stdtree-difference/1")
LARGEST = 256 * 1024 * 1024
"""Bytes; a patch that touches everything in 100,000 categories has a quarter of that."""
DEEPEST = 64
_MAKE = Label("制作补丁：", "make a patch: ") + same("stdtree diff A B --format patch")


def encode_patch(patch: PatchDocument) -> str:
    """A patch as a file, one change a line."""
    heads = {"format": patch.format, "from": patch.from_, "to": patch.to}
    changes = ",\n".join(_plain(change) for change in patch.changes)
    parts = [f'"{name}": {_plain(value)}' for name, value in heads.items()]
    parts.append(f'"changes": [\n{changes}\n]' if changes else '"changes": []')
    return "{" + ",\n".join(parts) + "}\n"


def decode_patch(data: bytes, name: str) -> PatchDocument:
    """The patch in a file called `name`. Raises UsageError, saying what in it is wrong."""
    if len(data) > LARGEST:
        raise _refused(name, Label("文件过大", "the file is too large"))
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _refused(name, Label("不是 UTF-8 文本", "it is not UTF-8 text")) from None
    except RecursionError:
        raise _refused(name, _TOO_DEEP) from None
    except ValueError as error:
        told = f"{error.lineno}" if isinstance(error, json.JSONDecodeError) else "?"
        raise _refused(name, Label(f"第 {told} 行不是 JSON", f"line {told} is not JSON")) from None
    _refuse_format(plain, name)
    try:
        patch = msgspec.convert(plain, PatchDocument)
    except msgspec.ValidationError as error:
        raise _mismatched(plain, name, str(error)) from None
    _refuse_odd(patch, name)
    return patch


_TOO_DEEP = Label("嵌套过深", "it is nested too deeply")


def _plain(value: object) -> str:
    """One value as JSON, with spaces for readers; nothing in it steers a terminal."""
    text = json.dumps(msgspec.to_builtins(value, str_keys=True), ensure_ascii=False)
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _no_number(text: str) -> None:
    message = f"{text} is no JSON"
    raise ValueError(message)


def _refuse_format(plain: Any, name: str) -> None:
    found = plain.get("format") if isinstance(plain, Mapping) else None
    if found in FORMATS:
        return
    kind, _, version = str(found or "").partition("/")
    if version and f"{kind}/1" in FORMATS:
        raise _refused(
            name,
            Label(
                f"格式为 {found}，此版 stdtree 只认识 {kind}/1",
                f"its format is {found}; this stdtree knows {kind}/1",
            ),
            Label("请安装更新版本的 stdtree", "install a newer stdtree"),
        )
    raise _refused(name, Label("不是 stdtree 补丁", "it is no patch of stdtree"))


def _refuse_odd(patch: PatchDocument, name: str) -> None:
    """What a schema cannot say: each leaf changes once, and nothing nests without end."""
    keys = Counter((one.kind, one.entity, one.id, one.lang, one.field) for one in patch.changes)
    twice = next((key for key, count in keys.items() if count > 1), None)
    if twice is not None:
        told = " ".join(part for part in twice if part)
        raise _refused(name, Label(f"重复的变更：{told}", f"a change stands twice: {told}"))
    if any(_is_deep(one) for one in patch.changes):
        raise _refused(name, _TOO_DEEP)


def _is_deep(change: PatchChange) -> bool:
    level: list[Any] = [change.from_, change.to, change.value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _mismatched(plain: Any, name: str, otherwise: str) -> UsageError:
    """What the schema objects to first, where it stands and how to mend it."""
    rows = plain.get("changes")
    found = schema.mismatches("patch", _head(plain) if isinstance(rows, list) else plain)
    where = ""
    for number, row in enumerate(rows if isinstance(rows, list) else (), 1):
        if found:
            break
        found = schema.mismatches("patch", {**_head(plain), "changes": [row]})
        where = f"changes[{number}]"
    first = found[0] if found else schema.unexplained(otherwise)
    inside = first.path[2:] if where else first.path
    where = ".".join([*([where] if where else []), *(str(part) for part in inside)])
    spot = Label(f"{where}：", f"{where}: ") if where else same("")
    return _refused(name, spot + first.message, first.hint)


def _head(plain: Any) -> dict[str, Any]:
    """A patch without its changes: they are looked at one by one, until one is wrong."""
    return {**plain, "changes": []}


def _refused(name: str, why: Label, hint: Label = _MAKE) -> UsageError:
    shown = Label("标准输入", "standard input") if name == "-" else same(name)
    said = Label("读不懂补丁 ", "cannot use the patch ") + shown
    return UsageError(said + Label("：", ": ") + why, hint)
