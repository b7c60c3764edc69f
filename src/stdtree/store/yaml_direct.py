"""A fast reader of whole files: canonical text straight into model values, no plain data between.

The canonical layout of a type is one regular expression, made from the type itself: its fields in
their order, each with the pattern and limits that the model gives it. What matches therefore is
canonical *and* fits; everything else is declined and goes the one correct way (`yaml_text.read`,
`decode`). Property tests hold both equal; STDTREE_PLAIN=1 switches this one off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Any

from msgspec import NODEFAULT, inspect

from stdtree.model import ids
from stdtree.store.file_tree import MAX_BYTES
from stdtree.store.type_info import type_info
from stdtree.store.yaml_scalar import plain_value

_TEXT = re.compile("[\n -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*").fullmatch
"""Without characters that libyaml refuses, takes for a line end, or that may indent."""
_START = (
    r"""(?:[^-?:,\[\]{}#&*!|>'"%@` \n0-9+.~=<yYnNtTfFoO]"""
    r"|(?!(?i:y|n|yes|no|true|false|on|off|null)\n)[yYnNtTfFoO]"
    r"|[0-9](?=[0-9A-Za-z.]*[^0-9A-Za-z_.,:+\n-]))"
)
"""How a plain scalar starts that every loader reads alike: no word, number, time or date."""
_REST = r"[^:#\n]*+(?:(?::(?![ \n])|(?<! )#)[^:#\n]*+)*+(?<! )"
_NO_WORD = r"(?!(?:y|n|yes|no|true|false|on|off|null)[\n:,\]])"
_ENDED = {
    pattern: pattern.replace("^", "").replace(r"$(?!\n)", r"""(?=["\n:,\]])""")
    for pattern in (ids.ID_PATTERN, ids.LANGUAGE_PATTERN, ids.DATE_PATTERN, ids.RELEASE_PATTERN)
}
"""The model's patterns, to stand in a line. None lets a quote, colon, comma or space through."""
_PLAIN = {key: _NO_WORD + _ENDED[key] for key in (ids.ID_PATTERN, ids.LANGUAGE_PATTERN)}
_QUOTED = {key: _ENDED[key] for key in (ids.DATE_PATTERN, ids.RELEASE_PATTERN)}

Read = Callable[..., Any]
"""What the groups of a layout have captured → the value. Raises _DeclinedError."""


class _DeclinedError(Exception):
    """Not plainly canonical, or not valid; nothing is said about it."""


def reader(kind: type[Any]) -> Callable[[bytes], Any]:
    """What reads the bytes of a file as a value of type `kind`; it gives None when it declines."""
    # comments at the top, then the fields
    read = _struct(type_info(kind), "", head=r"(?:#[^\n]*\n)*+")

    def direct(data: bytes) -> Any:
        if len(data) > MAX_BYTES:
            return None
        try:
            text = data.decode()
            return read(text) if _TEXT(text) else None
        except (UnicodeDecodeError, _DeclinedError):
            return None

    return direct


# -- layouts: what stands after a key's colon, its groups, and how to read what one captures ------


Layout = tuple[str, int, Read | None]


def _layout(kind: Any, pad: str) -> Layout | None:
    """Of a value whose key is indented by `pad`. Without a reader the text is the value.

    None: not known here; a file that has it is declined.
    """
    return _scalar(kind) or _list(kind, f"{pad}  ") or _block(kind, f"{pad}  ")


def _scalar(kind: Any) -> Layout | None:
    match kind:
        case inspect.StrType(pattern=None, min_length=None | 0 | 1):
            return f" {_line(kind.max_length)}\n", 1, _said
        case inspect.StrType() if word := _word(kind):
            return f" ({word})\n", 1, None
        case inspect.StrType(pattern=pattern, max_length=None) if pattern in _QUOTED:
            return f' "({_QUOTED[pattern]})"\n', 1, None
        case inspect.LiteralType(values=values):
            texts = [word for word in values if isinstance(word, str) and plain_value(word) == word]
            return rf" ({'|'.join(map(re.escape, texts))})\n", 1, intern
        case inspect.IntType(ge=int(least), le=int(most)):
            return r" ([1-9][0-9]{0,8})\n", 1, _integer(least, most)
        case _:
            return None


def _list(kind: Any, pad: str) -> Layout | None:
    match kind:
        case inspect.VarTupleType(item_type=inspect.StructType() as item):
            return _lines(pad), 1, _structs(item, pad)
        case inspect.VarTupleType(item_type=inspect.StrType() as item) if word := _word(item):
            return f" {_flow(word)}\n", 1, _words
        case inspect.VarTupleType(item_type=inspect.DictType() as item) if text := _entry(item):
            return _lines(pad), 1, _texts(f"{pad}([- ]) {text}")
        case _:
            return None


def _block(kind: Any, pad: str) -> Layout | None:
    match kind:
        case inspect.StructType():
            return _lines(pad), 1, _struct(kind, pad)
        case inspect.DictType(value_type=inspect.StrType()) if text := _entry(kind):
            line = f"{pad}{text}"
            return rf"\n{line}(?:{line}((?:{pad}[^\n]*\n)*+)|)", 5, _text(line)
        case inspect.DictType(value_type=inspect.VarTupleType()) if words := _entry(kind):
            return _lines(pad), 1, _facets(f"{pad}{words}")
        case _:
            return None


def _lines(pad: str) -> str:
    """All the lines below a key, to be read by themselves."""
    return rf"\n((?:{pad}[^\n]*\n)++)"


def _line(most: int | None) -> str:
    """A text of one line and at most so many characters, plain or in quotes."""
    short = "" if most is None else rf"(?![^\n]{{{most + 1}}})"
    return rf'({short}{_START}{_REST}|"[^"\\\n]{{1,{most or ""}}}")'


def _said(line: str) -> str:
    """The text of a line that may be quoted."""
    return line[1:-1] if line[0] == '"' else line


def _word(kind: Any) -> str | None:
    """A text that the model describes by a pattern and that needs no quotes."""
    found: str | None = _PLAIN.get(kind.pattern)
    if found is None or kind.max_length is None:
        return found
    return rf'(?![^"\n:,\]]{{{kind.max_length + 1}}}){found}'


def _flow(word: str) -> str:
    """A list of words on one line."""
    return rf"\[({word}(?:, {word})*)\]"


def _entry(kind: Any) -> str | None:
    """A line of a mapping: key and value, each captured."""
    key, value = _word(kind.key_type), kind.value_type
    if isinstance(value, inspect.StrType):
        return key and f"({key}): {_line(value.max_length)}\n"
    item = _word(value.item_type)
    return key and item and f"({key}): {_flow(item)}\n"


# -- readers --------------------------------------------------------------------------------------


def _struct(info: Any, pad: str, *, head: str = "") -> Read:
    """Reads all the lines of one struct whose keys are indented by `pad`."""
    layout, make = _fields(info, pad, pad)
    match = re.compile(head + layout).fullmatch

    def read(text: str) -> Any:
        found = match(text)
        if found is None:
            raise _DeclinedError
        return make(found.groups(""))

    return read


def _structs(info: Any, pad: str) -> Read:
    """Reads all the lines of a list of structs whose dashes are indented by `pad`."""
    layout, make = _fields(info, f"{pad}- ", f"{pad}  ")
    rows = re.compile(rf"{layout}()|((?s:.+))").findall  # what is no row takes all the rest

    def read(text: str) -> Any:
        found = rows(text)
        if found[-1][-1]:
            raise _DeclinedError
        return tuple(map(make, found))

    # places in other classifications are the same in many files: one value for all of them
    flat = all(_scalar(_given(field.type)) for field in info.fields)
    return lru_cache(maxsize=4096)(read) if flat else read


def _fields(info: Any, first: str, pad: str) -> tuple[str, Callable[[tuple[str, ...]], Any]]:
    """The expression of a struct, and what makes a value of its groups; empty ones are absent.

    That is a function with one argument for each field, written for this struct: a table of fields
    to go through for each value would take three times as long.
    """
    at = 0
    layouts: list[str] = []
    arguments: list[str] = []
    names: dict[str, Any] = {"make": info.cls}
    for field in info.fields:
        lead = pad if layouts else first
        if known := _layout(_given(field.type), pad):
            layout, groups, read = known
            line = f"{lead}{field.encode_name}:{layout}"
            # "or nothing" costs a matcher less than "at most once"
            layouts.append(line if field.required else f"(?:{line}|)")
            value = ", ".join(f"row[{group}]" for group in range(at, at + groups))
            if read or not field.required:  # what may be left out says the same in many files
                names[f"read_{at}"] = read or intern
                value = f"read_{at}({value})"
            if not field.required:
                names[f"absent_{at}"] = _absent(field)
                value += f" if row[{at}] else absent_{at}"
            arguments.append(f"{field.name}={value}")
            at += groups
    make = eval(  # noqa: S307 -- of the names of our own fields; nothing that was read
        f"lambda row: make({', '.join(arguments)})", names
    )
    return "".join(layouts), make


def _absent(field: Any) -> Any:
    """The value of a field that is not there."""
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def _given(kind: Any) -> Any:
    """The type of a value that is there: without None."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    return kinds[0] if len(kinds) == 1 else None


def _integer(least: int, most: int) -> Read:
    def read(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise _DeclinedError
        return value

    return read


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


def _text(line: str) -> Read:
    """Reads a text by language: two of them at once, others line by line."""
    lines = re.compile(f"^{line}", re.MULTILINE).findall

    def read(tag: str, text: str, other: str, second: str, more: str) -> dict[str, str]:
        made = {intern(tag): text if text[0] != '"' else text[1:-1]}
        if other:
            made[intern(other)] = _said(second)
            if more:
                made.update((intern(tag), _said(text)) for tag, text in lines(more))
            if len(made) != 2 + more.count("\n"):
                raise _DeclinedError
        return made

    return read


def _texts(line: str) -> Read:
    """Reads a list of texts by language."""
    lines = re.compile(f"^{line}", re.MULTILINE).findall

    def read(block: str) -> tuple[dict[str, str], ...]:
        rows: list[dict[str, str]] = []
        for dash, tag, text in lines(block):
            if dash == "-":
                rows.append({})
            elif not rows:
                raise _DeclinedError
            rows[-1][intern(tag)] = _said(text)
        if sum(map(len, rows)) != block.count("\n"):
            raise _DeclinedError
        return tuple(rows)

    return read


def _facets(line: str) -> Read:
    """Reads words by key."""
    lines = re.compile(f"^{line}", re.MULTILINE).findall

    def read(block: str) -> dict[str, tuple[str, ...]]:
        made = {intern(key): _words(words) for key, words in lines(block)}
        if len(made) != block.count("\n"):
            raise _DeclinedError
        return made

    return read
