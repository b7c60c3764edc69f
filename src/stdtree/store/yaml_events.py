"""YAML text → plain values by libyaml's events: the one correct way, for all YAML there is.

Built on the event stream of PyYAML's C parser, never on its object construction: no tags, aliases
or merge keys to exploit, a limit on depth, and every problem has a place.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from stdtree.label import Label
from stdtree.store.yaml_scalar import AMBIGUOUS, plain_value
from stdtree.store.yaml_syntax import syntax_problem
from stdtree.store.yaml_text import Problem

MAX_DEPTH = 64
LONGEST_SHOWN = 40
"""How much of a value a message quotes."""


_SEPARATORS = re.compile("[\x85\u2028\u2029]")
"""Line ends to a loader of YAML 1.1, ordinary characters to one of YAML 1.2."""


def read_events(text: str, problems: list[Problem]) -> Any:
    """The value of a text; what is wrong with it is added to `problems`."""
    problems += [_separator_problem(text, found.start()) for found in _SEPARATORS.finditer(text)]
    try:
        return _Builder(text, problems).document()
    except yaml.YAMLError as error:
        problems.append(syntax_problem(text, error))
    except _TooDeepError as error:
        problems.append(error.problem)
    return None


class _TooDeepError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class _Builder:
    """Turns events into dicts, lists and scalars. One per text."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.next = CParser(text).get_event
        self.problems = problems

    def document(self) -> Any:
        """The first document; a second one is a problem."""
        self.next()  # stream start
        if isinstance(self.next(), StreamEndEvent):
            return None
        value = self.node(self.next(), 1)
        self.next()  # document end
        event = self.next()
        if not isinstance(event, StreamEndEvent):
            self.unsupported(
                event,
                Label("一个文件只能有一个 YAML 文档", "a file holds one YAML document only"),
                Label(
                    "删除这里的 --- 及其后的内容，或另存为新文件",
                    "delete the --- here and what follows, or move it to a file of its own",
                ),
            )
        return value

    def node(self, event: Any, depth: int) -> Any:
        """The value that starts with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(
                self.problem_at(
                    event,
                    "unreadable-file",
                    Label(f"嵌套超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels"),
                    Label("请检查缩进", "check the indentation"),
                )
            )
        if kind is AliasEvent:
            self.unsupported(event, *_ANCHOR)
            return None
        self.reject_properties(event)
        if kind is MappingStartEvent:
            return self.mapping(depth)
        items = []
        event = self.next()
        while type(event) is not SequenceEndEvent:
            items.append(self.node(event, depth + 1))
            event = self.next()
        return items

    def mapping(self, depth: int) -> dict[str, Any]:
        """A mapping; its keys are texts and each occurs once."""
        found: dict[str, Any] = {}
        event = self.next()
        while type(event) is not MappingEndEvent:
            if type(event) is ScalarEvent:
                key = self.scalar(event)
                if not isinstance(key, str):
                    self.ambiguous(event)
                    key = event.value
            else:
                self.node(event, depth + 1)
                self.unsupported(
                    event,
                    Label("键必须是文字", "a key must be a text"),
                    Label("请改用普通的键", "use a plain key"),
                )
                self.node(self.next(), depth + 1)
                event = self.next()
                continue
            if key in found:
                self.problems.append(
                    self.problem_at(
                        event,
                        "duplicate-key",
                        Label(f"键“{key}”重复出现", f'the key "{key}" occurs twice'),
                        Label("保留其中一个", "keep one of them"),
                    )
                )
            value = self.node(self.next(), depth + 1)
            found.setdefault(key, value)
            event = self.next()
        return found

    def scalar(self, event: Any) -> Any:
        """A scalar: quoted ones are texts, plain ones what every loader reads."""
        if event.anchor is not None or event.tag is not None:
            self.reject_properties(event)
        text: str = event.value
        if not event.implicit[0]:
            return text
        value = plain_value(text)
        if value is AMBIGUOUS:
            self.ambiguous(event)
            return text
        return value

    def ambiguous(self, event: Any) -> None:
        """A scalar that loaders read differently."""
        text = (
            event.value if len(event.value) <= LONGEST_SHOWN else f"{event.value[:LONGEST_SHOWN]}…"
        )
        self.problems.append(
            self.problem_at(
                event,
                "ambiguous-value",
                Label(
                    f"“{text}”没有引号，不同的程序会读成不同的值",
                    f"{text} without quotes is read differently by different programs",
                ),
                Label(f'加上引号："{text}"', f'quote it: "{text}"'),
            )
        )

    def reject_properties(self, event: Any) -> None:
        """Anchors and tags."""
        if event.anchor is not None:
            self.unsupported(event, *_ANCHOR)
        if event.tag is not None:
            self.unsupported(
                event,
                Label(
                    f"不支持 YAML 标签（{event.tag}）", f"YAML tags are not supported ({event.tag})"
                ),
                Label("请删除标签", "delete the tag"),
            )

    def unsupported(self, event: Any, message: Label, hint: Label) -> None:
        """A feature of YAML that these files do not use."""
        self.problems.append(self.problem_at(event, "unsupported-yaml", message, hint))

    def problem_at(self, event: Any, rule: str, message: Label, hint: Label) -> Problem:
        """A problem where `event` starts."""
        mark = event.start_mark
        return Problem(rule, message, hint, mark.line + 1, mark.column + 1)


def _separator_problem(text: str, at: int) -> Problem:
    written = f"\\u{ord(text[at]):04x}"
    return Problem(
        "unsupported-yaml",
        Label(
            f"此处有特殊的换行符（{written}），不同的程序会读成不同的值",
            f"a line separator ({written}) stands here, which programs read differently",
        ),
        Label(
            f'请删除，或写在双引号中："{written}"',
            f'delete it, or write it inside double quotes: "{written}"',
        ),
        text.count("\n", 0, at) + 1,
        at - text.rfind("\n", 0, at),
    )


_ANCHOR = (
    Label(
        "不支持 YAML 锚点与别名（& 和 *）", "YAML anchors and aliases (& and *) are not supported"
    ),
    Label(
        "请写出完整内容；以 & 或 * 开头的文字要加引号",
        "write it out; quote a text that starts with & or *",
    ),
)
