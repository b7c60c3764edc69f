"""Help texts: what a command says about itself, and how that is laid out in the chosen language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stdtree.label import Label, Language
from stdtree.wrapping import cells, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTHING_SAID = Label("", "")
GOES_WELL = Label("完成。", "Done.")
CANNOT_GO_ON = Label(
    "无法继续：用法有误、文件读不出或版本不存在；错误信息会给出下一步要输入的命令。",
    "Cannot go on: wrong usage, unreadable files or an unknown release; the message says what to"
    " type next.",
)
ALWAYS: Mapping[int, Label] = {
    2: CANNOT_GO_ON,
    70: Label(
        "程序缺陷：详情写入日志文件，并打印其路径。",
        "A bug: details go to a log file whose path is printed.",
    ),
    130: Label("已中断（Ctrl-C）。", "Interrupted (Ctrl-C)."),
    141: Label(
        "读取输出的程序已先行结束（如 head）。", "Whoever read the output, such as head, is gone."
    ),
}
"""Exit codes that every command may end with."""

USAGE = Label("用法", "Usage")
ARGUMENTS = Label("参数", "Arguments")
OPTIONS = Label("选项", "Options")
COMMON_OPTIONS = Label("通用选项", "Options of every command")
COMMANDS = Label("命令", "Commands")
EXAMPLES = Label("示例", "Examples")
EXIT_CODES = Label("退出码", "Exit codes")
REQUIRED = Label("（必填）", " (required)")


class Example(NamedTuple):
    """A command line that works, and what it does."""

    line: str
    what: Label


class Help(NamedTuple):
    """What a command says about itself."""

    doc: str | None
    """The module docstring: the first line in English, after an empty line the same in Chinese."""
    examples: tuple[Example, ...]
    exits: Mapping[int, Label] = {0: GOES_WELL}
    """What its exit codes mean; those of `ALWAYS` are added."""
    text: Label = NOTHING_SAID
    """What follows the first line."""

    @property
    def summary(self) -> Label:
        """The first line."""
        return summary_of((self.doc or "").splitlines())

    @property
    def all_exits(self) -> dict[int, Label]:
        """Its exit codes and the one for "cannot go on"."""
        return dict(sorted({2: CANNOT_GO_ON, **self.exits}.items()))


def summary_of(lines: list[str]) -> Label:
    """The first line of help, from the first three lines of a command's docstring."""
    english, _, chinese = (*lines, "", "", "")[:3]
    return Label(chinese.strip(), english.strip())


class Layout:
    """Lays help out in one language and width."""

    def __init__(self, language: Language, width: int) -> None:
        self.language = language
        self.width = max(width, 40)

    def heading(self, label: Label) -> str:
        """A heading as a line of its own."""
        return label.in_(self.language) + Label("：", ":").in_(self.language)

    def usage(self, command: str, pieces: Iterable[str]) -> str:
        """The usage line."""
        start = self.heading(USAGE) + Label("", " ").in_(self.language)
        return start + " ".join([command, *pieces])

    def paragraphs(self, text: str) -> Iterator[str]:
        """Running text, folded."""
        return fold(text, self.width)

    def examples(self, examples: Iterable[Example]) -> Iterator[str]:
        """Each example below a comment, ready to be copied."""
        for line, what in examples:
            yield from (f"  # {row}" for row in fold(what.in_(self.language), self.width - 4))
            yield f"  {line}"

    def columns(self, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Two columns; a first cell that is too wide gets a line of its own."""
        table = list(rows)
        narrow = min(28, max((cells(first) for first, _ in table), default=0))
        for first, second in table:
            folded = list(fold(second, max(self.width - narrow - 4, 20)))
            if cells(first) > narrow:
                yield f"  {first}"
                first = ""  # noqa: PLW2901  # the first column is spent, the second one follows
            yield f"  {first}{' ' * (narrow - cells(first))}  {folded[0]}".rstrip()
            yield from (f"{' ' * (narrow + 4)}{row}".rstrip() for row in folded[1:])
