"""The pages for users do what they say, in both languages alike."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import click
import pytest

from stdtree.cli.main import stdtree
from stdtree.tui.commands import every
from stdtree.tui.keys import shown
from tests import sessions
from tests.gates.files import ROOT
from tests.sessions import blocks, steps

DOCS = ROOT / "docs"
PAGES = sorted(path.name.removesuffix(".en.md") for path in DOCS.glob("*.en.md"))
WITH_SESSIONS = [
    name for name in PAGES if "```console\n" in (DOCS / f"{name}.md").read_text("utf-8")
]
FILES = Path(__file__).parent / "files"
"""What somebody has in their folder who reads the page of the same name."""
SUFFIXES = {"zh": ".md", "en": ".en.md"}


def page(name: str, language: str) -> str:
    """The text of a page."""
    return (DOCS / f"{name}{SUFFIXES[language]}").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", SUFFIXES)
@pytest.mark.parametrize("name", WITH_SESSIONS)
def test_commands_print_what_is_shown(tmp_path: Path, name: str, language: str) -> None:
    """All commands of a page, one after the other, where the files are that it speaks of."""
    shell = sessions.prompt(tmp_path, language)
    if (FILES / name).is_dir():
        shutil.copytree(FILES / name, shell.folder, dirs_exist_ok=True)

    sessions.hold(page(name, language), shell)


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_show_the_same(name: str) -> None:
    """The same headings by depth, blocks by kind, pictures, and sessions of as many commands."""
    chinese, english = page(name, "zh"), page(name, "en")

    for pattern in (r"^(#+) ", r"^```(\w+)$", r"\]\(([\w/]+?)(?:\.en)?\.svg\)"):
        assert re.findall(pattern, chinese, re.MULTILINE) == re.findall(
            pattern, english, re.MULTILINE
        )
    assert len(steps(chinese)) == len(steps(english))


@pytest.mark.parametrize("language", SUFFIXES)
@pytest.mark.parametrize("name", PAGES)
def test_what_is_not_run_exists(name: str, language: str) -> None:
    """Lines of `sh` blocks that begin with stdtree name a command and options that there are."""
    for block in blocks(page(name, language), "sh"):
        for line in block.splitlines():
            words = line.partition("#")[0].split()
            if words[:1] == ["stdtree"]:
                command = _command(words[1:])
                given = {word.partition("=")[0] for word in words if word.startswith("-")}
                known = {option for param in command.params for option in param.opts}
                assert given <= known, line


def _command(words: list[str]) -> click.Command:
    """The command that the words after `stdtree` name, sub-commands and all."""
    found: click.Command = stdtree
    for word in words:
        inner = (
            found.get_command(click.Context(found), word)
            if isinstance(found, click.Group)
            else None
        )
        found = inner or found
    assert found is not stdtree, words
    return found


@pytest.mark.parametrize("name", ["drafters", "concepts"])
def test_keys_exist(name: str) -> None:
    """Keys that the pages name are bound in the editor."""
    bound = {shown(keys) for command in every() for keys in command.keys}
    named = {
        key
        for language in SUFFIXES
        for key in re.findall(r"`(F\d+|Ctrl\+\S|[↑↓→←⏎]|[a-z])`", page(name, language))
    }

    assert named - bound == set()


@pytest.mark.parametrize("name", PAGES)
def test_links_stay_in_the_language(name: str) -> None:
    """English pages link to the English of a page where there is one, Chinese ones never do."""
    linked = {
        language: re.findall(r"\]\((\w+)(\.en)?\.md", page(name, language)) for language in SUFFIXES
    }

    assert [other for other, english in linked["zh"] if english] == []
    assert [other for other, english in linked["en"] if not english and other in PAGES] == []
