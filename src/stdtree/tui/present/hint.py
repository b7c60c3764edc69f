"""The hint of a finding for one who sees forms: without commands to type and files to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdtree.label import Label, Language

_COMMAND = re.compile(
    r"(?: ?[:：（(] ?)?stdtree edit [a-z-]+(?: [\w.-]+)?(?: --[a-z-]+ [\w.-]+)*[)）]?", re.ASCII
)
_DEFINITION = re.compile(r"definition: \{(\w+): …\}", re.ASCII)
_VALUE = re.compile(r": …", re.ASCII)


def hint_shown(hint: Label, language: Language) -> str:
    """What to do, in words.

    登记标准或拟制定的标准：stdtree edit add-standard x  →  登记标准或拟制定的标准
    """
    text = _COMMAND.sub("", hint.in_(language))
    definition = r"\1 定义" if language == "zh" else r"a definition in \1"
    return _VALUE.sub("", _DEFINITION.sub(definition, text))
