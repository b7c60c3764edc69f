"""A fast reader for the YAML that stdtree itself writes; it declines everything else.

One pass of a regular expression instead of libyaml's events: about four times as fast. Whatever is
not plainly canonical makes it return DECLINED, and `yaml_text.read` goes the one correct way. A
property test holds both equal; STDTREE_PLAIN=1 switches this one off.
"""

from __future__ import annotations

import re
from typing import Any

from stdtree.store.yaml_scalar import AMBIGUOUS, plain_value

DECLINED = object()
"""The text is not plainly canonical; nothing is said about it."""

_START = r"""[^-?:,\[\]{}#&*!|>'"%@` \n0-9+.~=<]"""
_WORDS = "y|n|yes|no|true|false|on|off|null"
_LINES = re.compile(
    r"^((?:  )*)(- )?(?:([A-Za-z_][A-Za-z0-9_-]*):(?: (?=[^ \n])|$))?"
    rf"""(?:((?!(?i:{_WORDS})$){_START}[^:#\n]*(?<! )$)|"([^"\\\n]+)"$|(.*)$)""",
    re.MULTILINE,
)
"""Indent, dash, key; then a text that every loader reads alike, or one in quotes, or the rest."""
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that libyaml refuses, takes for a line end, or that may indent."""
_PLAIN = re.compile(
    rf"(?:{_START}|[0-9+.~=<]|-(?=[0-9]))(?:[^:#]|:(?! |$)|(?<! )#)*(?<! )"
).fullmatch
_ITEM = _START + r"""[^\[\]{}"'#&*!|>%@`:,?]*"""
_FLOW = re.compile(rf"\[({_ITEM}(?:, {_ITEM})*)\]").fullmatch


def read_canonical(text: str) -> Any:
    """The mapping that `text` holds, or DECLINED."""
    if _ODD.search(text):
        return DECLINED
    start = 0
    while text.startswith("#", start):
        start = text.find("\n", start) + 1
        if not start:
            return DECLINED
    if not text.endswith("\n"):
        return DECLINED
    root: dict[str, Any] = {}
    if not _fill(root, _LINES.findall(text, start, len(text) - 1)) or not root:
        return DECLINED
    return root


def _fill(  # noqa: C901, PLR0912 -- one pass; a call for each line would cost as much again
    root: dict[str, Any], lines: list[tuple[str, str, str, str, str, str]]
) -> bool:
    """Fills `root` from lines split by `_LINES`; False if it cannot."""
    stack: list[tuple[int, Any]] = []
    level = 0
    current: Any = root
    waiting = ""
    for indent, dash, key, simple, quoted, rest in lines:
        depth = len(indent)
        if waiting:
            if depth != level + 2:
                return False
            stack.append((level, current))
            opened: Any = [] if dash else {}
            current[waiting] = opened
            level, current, waiting = depth, opened, ""
        else:
            while depth < level:
                level, current = stack.pop()
        if depth != level or bool(dash) != (type(current) is list):
            return False
        value = simple or quoted or (_rest(rest) if rest else None)
        if value is DECLINED:
            return False
        if not key:
            if value is None or not dash:
                return False
            current.append(value)
            continue
        if dash:
            item: dict[str, Any] = {}
            current.append(item)
            stack.append((level, current))
            level, current = depth + 2, item
        if key in current or key in _WORDS_AS_KEYS:
            return False
        if value is None:
            waiting = key
        else:
            current[key] = value
    return not waiting


_WORDS_AS_KEYS = frozenset(
    shape for word in _WORDS.split("|") for shape in (word, word.upper(), word.capitalize())
)


def _rest(text: str) -> Any:
    """The value of a number, a text with a colon or a list on one line, or DECLINED."""
    if _PLAIN(text):
        value = plain_value(text)
        return DECLINED if value is AMBIGUOUS or value is None else value
    if match := _FLOW(text):
        items: list[str] = match[1].split(", ")
        if all(plain_value(item) == item and item[-1] != " " for item in items):
            return items
    return DECLINED
