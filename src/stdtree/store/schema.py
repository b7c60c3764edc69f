"""The JSON Schemas that ship with stdtree, and what they say of a value in both languages.

The model's own decoder accepts what fits; only a value that does not is shown to `jsonschema`,
for messages with a path. A property test holds the two verdicts equal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model import ids
from stdtree.model.names import listed
from stdtree.model.nearest import did_you_mean
from stdtree.model.system import PLAIN_PATTERN

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


class Mismatch(Struct, frozen=True):
    """One way in which a value is not what its schema asks for."""

    path: tuple[str | int, ...]
    message: Label
    hint: Label
    key: str | None = None
    """The key of `path` that should not be there."""

    @property
    def where(self) -> tuple[str | int, ...]:
        """The path, with the key that should not be there."""
        return self.path if self.key is None else (*self.path, self.key)


def folder() -> Path:
    """Where the schemas lie: in the installed package, or at the root of the source tree."""
    packaged = Path(str(sys.modules["stdtree"].__file__)).parent / "schemas"
    return packaged if packaged.is_dir() else packaged.parents[2] / "schemas"


def schema_names() -> tuple[str, ...]:
    """Names of all schemas: category, system, …"""
    return tuple(sorted(path.name.partition(".")[0] for path in folder().glob("*.schema.json")))


def schema_text(name: str, draft7: bool = False) -> str:  # noqa: FBT001, FBT002 -- two editions of one file
    """The text of one schema. Raises UsageError for an unknown name."""
    if name not in schema_names():
        known = ", ".join(schema_names())
        raise UsageError(
            Label(f"没有名为 {name} 的 JSON Schema", f"there is no JSON Schema called {name}"),
            Label(f"可选：{known}", f"there are: {known}"),
        )
    base = folder() / "draft-07" if draft7 else folder()
    return (base / f"{name}.schema.json").read_text(encoding="utf-8")


@cache
def _validator(name: str) -> Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.exceptions import NoSuchResource

    def deny(uri: str) -> Any:
        # a schema never reaches for the network
        raise NoSuchResource(ref=uri)  # type: ignore[call-arg]  # untyped attrs alias

    registry: Any = Registry(retrieve=deny)  # type: ignore[call-arg]  # untyped attrs alias
    return Draft202012Validator(json.loads(schema_text(name)), registry=registry)


def mismatches(name: str, value: Any) -> tuple[Mismatch, ...]:
    """All the ways in which a value does not fit, by path."""
    found = [m for error in _validator(name).iter_errors(value) for m in _explained(error)]
    unique = {(m.path, m.key, m.message.en): m for m in found}
    return tuple(sorted(unique.values(), key=lambda m: ([str(p) for p in m.path], m.key or "")))


def unexplained(said: str) -> Mismatch:
    """A mismatch that only the decoder sees, in its own words."""
    return Mismatch((), Label(f"内容不符合格式：{said}", f"does not fit the format: {said}"), _SEE)


_SEE = Label(
    "字段说明见 docs/formats.md，或运行 stdtree schema",
    "see docs/formats.en.md, or run stdtree schema",
)


def _explained(error: Any) -> Iterator[Mismatch]:
    """What one `jsonschema.ValidationError` says, in our words."""
    if error.validator == "anyOf" and error.context:
        for inner in _meant(error):
            yield from _explained(inner)
        return
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema["properties"])
        for key in sorted(set(error.instance) - set(known)):
            yield Mismatch(
                path,
                Label(f"没有名为“{key}”的字段", f'there is no field "{key}"'),
                _nearest(key, known),
                key,
            )
    elif error.validator == "required":
        # one error for each missing field, which only its message names
        missing = (key for key in error.validator_value if key not in error.instance)
        key = next(key for key in missing if repr(key) in error.message)
        yield Mismatch(
            path,
            Label(f"缺少字段“{key}”", f'the field "{key}" is missing'),
            Label(f"补上 {key}:", f"add {key}:"),
        )
    elif error.validator == "propertyNames" or "propertyNames" in error.absolute_schema_path:
        yield Mismatch(
            path,
            Label(f"“{error.instance}”不能作键", f'"{error.instance}" cannot be a key here'),
            _nearest(str(error.instance), [str(one) for one in error.validator_value])
            if error.validator == "enum"
            else PATTERNS.get(str(error.validator_value), _SEE),
            str(error.instance),
        )
    else:
        yield Mismatch(path, *_of_value(error))


def _meant(error: Any) -> list[Any]:
    """Of "this or that", what is wrong with the one that was meant: not null, and of this type."""
    found = [inner for inner in error.context if inner.schema.get("type") != "null"]
    whole = isinstance(error.instance, dict | list)
    others = {
        inner.schema_path[0]
        for inner in found
        if not inner.path and (inner.validator == "type" or (whole and inner.validator == "enum"))
    }
    return [inner for inner in found if inner.schema_path[0] not in others] or found


def _of_value(error: Any) -> tuple[Label, Label]:
    shown = json.dumps(error.instance, ensure_ascii=False)[:60]
    wanted = error.validator_value
    match error.validator:
        case "type":
            zh, en = _TYPES.get(str(wanted), (str(wanted), str(wanted)))
            message = Label(f"应为{zh}，而不是 {shown}", f"should be {en}, not {shown}")
            return message, _as_type(str(wanted), error.instance, shown)
        case "enum" | "const":
            values = wanted if isinstance(wanted, list) else [wanted]
            known = [str(value) for value in values]
            return (
                Label(
                    f"{shown} 不是可选值（{'、'.join(known)}）",
                    f"{shown} is none of {', '.join(known)}",
                ),
                _NEWER
                if list(error.absolute_path) == ["format"]
                else _nearest(str(error.instance), known),
            )
        case "pattern":
            return Label(
                f"{shown} 的写法不对", f"{shown} is not written as it should be"
            ), PATTERNS.get(str(wanted), _SEE)
        case "minLength" | "minItems":
            return Label("不能为空", "must not be empty"), Label(
                "填写内容，或删除此字段", "fill it in, or delete the field"
            )
        case "maxLength":
            return Label(
                f"过长：最多 {wanted} 个字符", f"too long: at most {wanted} characters"
            ), Label("请缩短", "shorten it")
        case _:
            return Label(f"{shown} 超出范围", f"{shown} is out of range"), _SEE


def _as_type(wanted: str, given: Any, shown: str) -> Label:
    """How to write a value of another type than the one given."""
    if wanted == "string" and not isinstance(given, dict | list | None):
        return Label(f'加上引号："{shown}"', f'quote it: "{shown}"')
    return _SEE


_TYPES = {
    "string": ("文字", "a text"),
    "object": ("“键: 值”", "a mapping (key: value)"),
    "array": ("列表", "a list"),
    "integer": ("整数", "a whole number"),
    "boolean": ("true 或 false", "true or false"),
    "null": ("空", "empty"),
}


_NEWER = Label("请安装更新版本的 stdtree", "install a newer stdtree")
PATTERNS = {
    ids.ID_PATTERN: Label(
        "标识用小写字母、数字和单个连字符，以字母开头",
        "an id has small letters, digits and single hyphens, and starts with a letter",
    ),
    ids.LANGUAGE_PATTERN: Label(
        "语言写作 zh、en 或 zh-Hant", "write a language as zh, en or zh-Hant"
    ),
    ids.DATE_PATTERN: Label(
        '日期写作 "2026"、"2026-02" 或 "2026-02-10"',
        'write a date as "2026", "2026-02" or "2026-02-10"',
    ),
    ids.RELEASE_PATTERN: Label(
        '版本号写作 "1.0" 或 "1.0.1"', 'write a release as "1.0" or "1.0.1"'
    ),
    PLAIN_PATTERN: Label(
        r"编号格式用字母、数字、\. 和 [A-Z] 这样的字符类，可加 {2} 或 {1,2}",
        r"a pattern has letters, digits, \. and classes such as [A-Z], also with {2} or {1,2}",
    ),
    ids.DIGEST_PATTERN: Label(
        "摘要为 sha256: 加 64 位十六进制数", "a digest is sha256: and 64 hexadecimal digits"
    ),
}
"""How to write what a pattern of the model asks for."""


def _nearest(word: str, known: list[str]) -> Label:
    return did_you_mean(word, known) or Label("可用：", "there are: ") + listed(map(same, known))
