"""Help of every command, in both languages, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from stdtree.cli import help as texts
from stdtree.cli.command import Command
from stdtree.cli.main import stdtree
from stdtree.cli.session import Session
from stdtree.label import LANGUAGES, Language

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
HEAVY = {
    "git", "jsonschema", "msgspec", "pydantic", "pypinyin", "rapidfuzz", "rich", "textual", "yaml",
}  # fmt: skip


def contexts(language: Language) -> list[click.Context]:
    """A context for each command, sub-commands included."""
    found = [click.Context(stdtree, info_name="stdtree", obj=Session(language), terminal_width=80)]
    for context in found:
        group = context.command
        if isinstance(group, click.Group):
            for name in group.list_commands(context):
                command = group.get_command(context, name)
                assert command is not None
                found.append(click.Context(command, parent=context, info_name=name))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_every_command_is_complete(language: Language) -> None:
    """First line, usage, examples, exit codes and the shared options, in this language."""
    for context in contexts(language):
        command = context.command
        assert isinstance(command, Command)
        told = command.get_help(context)
        expected = [
            texts.USAGE.in_(language),
            command.guide.summary.in_(language),
            *(f"{each.in_(language)}" for each in (texts.EXAMPLES, texts.EXIT_CODES)),
            texts.COMMON_OPTIONS.in_(language),
            *(example.line for example in command.guide.examples),
            *(str(code) for code in command.guide.all_exits),
        ]

        missing = [part for part in expected if part.replace("\n", "") not in _unfolded(told)]
        assert (context.command_path, []) == (context.command_path, missing)


def _unfolded(text: str) -> str:
    """The text with lines joined: first lines may be folded."""
    return (
        text
        + " ".join(line.strip() for line in text.splitlines())
        + "".join(line.strip() for line in text.splitlines())
    )


def test_both_languages_say_everything() -> None:
    """Chinese is Chinese, English is English, and neither is empty."""
    for context in contexts("zh"):
        command = context.command
        assert isinstance(command, Command)
        said = [command.guide.summary, *(example.what for example in command.guide.examples)]
        said += [getattr(param, "said", None) or texts.NOTHING_SAID for param in command.params]
        for label in said:
            assert (label, True) == (label, any(char >= "\u4e00" for char in label.zh))
            assert (label, False) == (label, any(char >= "\u4e00" for char in label.en))
            assert label.en


def test_examples_name_commands_and_options_that_exist() -> None:
    """Each example parses as a command line of the command that it belongs to."""
    import shlex

    root = contexts("en")[0]
    for context in contexts("en"):
        command = context.command
        assert isinstance(command, Command)
        for example in command.guide.examples:
            words = shlex.split(example.line.split(" > ")[0])
            assert words.pop(0) == "stdtree"
            _parse(root, words)


def _parse(root: click.Context, words: list[str]) -> None:
    context = root
    while isinstance(context.command, click.Group):
        while words and words[0] == "-C":
            del words[:2]
        if not words:
            return
        if words[0].startswith("-"):
            break
        name = words.pop(0)
        command = context.command.get_command(context, name)
        assert (name, True) == (name, command is not None)
        assert command is not None
        context = click.Context(command, parent=context, info_name=name)
    if "--help" not in words:
        context.command.parse_args(context, words)


def test_help_imports_nothing_heavy() -> None:
    """`--help` starts fast: it loads no command and none of the libraries that commands need."""
    code = (
        "import sys\nfrom stdtree.cli.main import main\nmain(['--help'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    modules = set(done.stderr.split())
    assert set() == modules & HEAVY
    assert [name for name in modules if name.startswith("stdtree.cli.commands.")] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help", "--lang", "zh"), "用法：stdtree"),
        (("check", "--lang=zh", "--help"), "用法：stdtree check"),
        (("--lang", "zh", "edit", "--help"), "用法：stdtree edit"),
        (("edit", "move-category", "--help"), "Usage: stdtree edit move-category"),
    ],
)
def test_language_of_help_may_be_anywhere(
    run: Run, arguments: tuple[str, ...], expected: str
) -> None:
    """--lang before or after the command, before or after --help."""
    ended = run(*arguments)

    assert (ended.code, ended.out.startswith(expected), ended.err) == (0, True, "")


def test_the_manual_is_fresh() -> None:
    """docs/commands.md is what the commands say."""
    tool = ROOT / "tools" / "write_commands_doc.py"

    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "")
