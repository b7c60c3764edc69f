"""One run of the command line: its language, colour and folder, and how it speaks."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from stdtree.label import Label, Language, chosen_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stdtree.report import Report
    from stdtree.workspace import Workspace

Color = Literal["auto", "always", "never"]

ERROR = Label("错误：", "Error: ")
HINT = Label("提示：", "Hint: ")
WIDTH_OFF_SCREEN = 80


@dataclass
class Session:
    """What all commands share."""

    language: Language
    color: Color = "auto"
    folder: str | None = None
    """Where to look for the system; None: the current folder."""
    language_is_asked: bool = False
    """Whether stdtree was told the language, rather than took that of the machine."""
    opened: list[Workspace] = field(default_factory=list)
    """The systems that the command looked into."""

    def workspace(self) -> Workspace:
        """The system in the folder or above it. Raises StoreError if there is none."""
        from pathlib import Path

        from stdtree.workspace import Workspace

        found = Workspace.open(Path(self.folder) if self.folder else None)
        self.opened.append(found)
        if found.mended:
            paths = ", ".join(found.mended)
            self.say(
                Label(
                    f"上次保存中断，现已补写：{paths}",
                    f"the last save was cut short; written now: {paths}",
                )
            )
        return found

    def say(self, label: Label) -> None:
        """A message beside the result, on stderr."""
        _write_lines(label.in_(self.language), to_stderr=True)

    def answer(self, label: Label) -> None:
        """A line of the result, on stdout."""
        _write_lines(label.in_(self.language), to_stderr=False)

    def refuse(self, message: Label, hint: Label | None = None) -> None:
        """Why it does not go on, and the next thing to type."""
        self.say(ERROR + message)
        if hint is not None:
            self.say(HINT + hint)

    def tell(self, report: Report, fmt: str = "text", *, unfold: bool = False) -> None:
        """A report on stdout; with `unfold`, folded consequences too."""
        sys.stdout.write(self.drawn(report, fmt, unfold=unfold))

    def drawn(
        self, report: Report, fmt: str = "text", *, unfold: bool = False, wrap: bool = False
    ) -> str:
        """A report as it is to be printed; on a screen, with `wrap`, folded to its width."""
        from stdtree.report import Look, render

        wrap = wrap and sys.stdout.isatty()
        look = Look(self.language, screen_width(), self.has_color, unfold, wrap)
        return with_newline(render(report, fmt, look))

    @property
    def has_color(self) -> bool:
        """Whether what is printed has colours."""
        return wants_color(self.color, os.environ, is_terminal=sys.stdout.isatty())

    def for_file(self, report: Report, fmt: str) -> str:
        """A report as the text of a file: no colours, a fixed width."""
        from stdtree.report import Look, render

        return with_newline(render(report, fmt, Look(self.language, WIDTH_OFF_SCREEN)))


def language_of(arguments: Iterable[str], environ: Mapping[str, str]) -> Language:
    """The language asked for anywhere in the arguments, else the environment's.

    It must be known before the arguments are parsed: help and errors speak it, too.
    """
    return language_asked(arguments, environ) or chosen_language(environ)


def language_asked(arguments: Iterable[str], environ: Mapping[str, str]) -> Language | None:
    """The language that stdtree is told to speak, by --lang or STDTREE_LANG; None: it is not."""
    found: Language | None = None
    waiting = False
    for argument in arguments:
        if argument == "--":
            break
        value = argument if waiting else argument.removeprefix("--lang=")
        if (waiting or value != argument) and value in ("zh", "en"):
            found = "zh" if value == "zh" else "en"
        waiting = argument == "--lang"
    return found or (chosen_language(environ) if environ.get("STDTREE_LANG") else None)


def wants_color(color: Color, environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """--color > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > CLICOLOR=0 > TERM=dumb, no terminal."""
    if color != "auto":
        return color == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM") == "dumb":
        return False
    return is_terminal


def screen_width() -> int:
    """Columns of the terminal; 80 where the output goes elsewhere."""
    if not sys.stdout.isatty():
        return WIDTH_OFF_SCREEN
    return os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH_OFF_SCREEN


def with_newline(text: str) -> str:
    """`text` as whole lines."""
    return text if not text or text.endswith("\n") else text + "\n"


def _write_lines(text: str, *, to_stderr: bool) -> None:
    from stdtree.safe import safe

    stream = sys.stderr if to_stderr else sys.stdout
    stream.writelines(f"{safe(line)}\n" for line in text.split("\n"))
