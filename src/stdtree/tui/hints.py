"""Hints in the words of the editor: the engines' hints name options, operations and commands.

请给出以 C 开头的编号（--code）   →   请给出以 C 开头的编号（“新编号”）
先提交：stdtree commit            →   先提交：“提交到 git…” c
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from stdtree.edit import Operation, operation_ids, operation_type
from stdtree.label import Label, Language
from stdtree.tui.commands import every
from stdtree.tui.keys import shown

_OPTION = re.compile(r"--([a-z][a-z-]*)")
_COMMAND = re.compile(
    r"stdtree (commit|check|release|pull|push|draft|status)\b(?: --(?:strict|new))?(?: 名称| NAME)?"
)
_HERE = {"check": "findings", "draft": "drafts", "status": "git"}
"""Commands of the command line that are called otherwise here."""


def in_form_words(hint: Label, fields: Mapping[str, Label] | None = None) -> Label:
    """`hint` with options as fields, ids of operations as titles, and commands as keys.

    `fields` are those of the form it is shown in; another one is named with an operation that has
    it.
    """
    return Label(_said(hint.zh, "zh", fields or {}), _said(hint.en, "en", fields or {}))


def fields_of(operation: type[Operation]) -> dict[str, Label]:
    """What the fields of the form of an operation are called."""
    return {name: ask.label for name, ask in operation.asks().items()}


def _said(text: str, language: Language, own: Mapping[str, Label]) -> str:
    text = _COMMAND.sub(lambda found: _command(found[1], language), text)
    if "-" not in text:
        return text
    titles = {one: operation_type(one).title.in_(language) for one in operation_ids()}
    fields = _fields(own, language)
    text = _OPTION.sub(lambda found: fields.get(found[1], found[0]), text)
    return re.sub(
        rf"(?<![\w-])({'|'.join(titles)})(?![\w-])",
        lambda found: _quoted(titles[found[1]], language),
        text,
        flags=re.ASCII,
    )


def _fields(own: Mapping[str, Label], language: Language) -> Mapping[str, str]:
    """What each option is called in the form; options of other forms with the name of theirs."""
    found = {
        name.replace("_", "-"): _quoted(label.in_(language), language)
        for name, label in own.items()
    }
    for one in map(operation_type, operation_ids()):
        for name, ask in one.asks().items():
            field = _quoted(ask.label.in_(language), language)
            title = _quoted(one.title.in_(language), language)
            told = Label(f"{title}的{field}", f"{field} of {title}").in_(language)
            found.setdefault(name.replace("_", "-"), told)
    return found


def _command(name: str, language: Language) -> str:
    command = next(one for one in every() if one.id == _HERE.get(name, name))
    return f"{_quoted(command.label.in_(language), language)} {shown(command.keys[0])}"


def _quoted(text: str, language: Language) -> str:
    return f"“{text}”" if language == "zh" else f'"{text}"'
