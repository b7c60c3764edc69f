"""What an unquoted YAML scalar means to every loader, or that loaders differ about it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_AMBIGUOUS = re.compile(
    r"""(?:
      [yYnN] | [yY]es | YES | [nN]o | NO | [oO]n | ON | [oO]ff | OFF
    | [tT]rue | TRUE | [fF]alse | FALSE
    | [nN]ull | NULL | ~
    | [-+]? [0-9][0-9_,]* | [-+]? 0 [oxXb] [0-9a-fA-F_]+
    | [-+]? [0-9][0-9_]* (?: : [0-5]?[0-9])+ (?:\.[0-9_]*)?
    | [-+]? (?: [0-9][0-9_]*\.[0-9_]* | \.[0-9][0-9_]* | [0-9][0-9_]* ) (?: [eE][-+]?[0-9]+ )?
    | [-+]? \. (?: inf|Inf|INF|nan|NaN|NAN )
    | [0-9]{4} - [0-9]{1,2} (?: - [0-9]{1,2} .* )?
    | << | =
    )""",
    re.VERBOSE,
)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_SUSPECT = frozenset("0123456789+-.yYnNtTfFoO~=<")
_UNIVERSAL: dict[str, Any] = {"": None, "null": None, "~": None, "true": True, "false": False}
AMBIGUOUS = object()
"""Says that a plain scalar has no meaning that all loaders agree on."""


@lru_cache(maxsize=4096)
def plain_value(text: str) -> Any:
    """What an unquoted scalar means to every loader, or AMBIGUOUS."""
    if text in _UNIVERSAL:
        return _UNIVERSAL[text]
    if text[0] not in _SUSPECT or not _AMBIGUOUS.fullmatch(text):
        return text
    return int(text) if _INTEGER.fullmatch(text) and text != "-0" else AMBIGUOUS
