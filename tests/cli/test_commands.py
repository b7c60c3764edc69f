"""Commands that look: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdtree.store.schema import schema_names

if TYPE_CHECKING:
    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("system")
GENERAL = Path("taxonomy/categories/general.yaml")


def break_parent() -> None:
    """Point a category at a parent that is not there."""
    path = next(Path("taxonomy/categories").glob("*terms.yaml"), None) or next(
        path for path in Path("taxonomy/categories").iterdir() if "code: AA" in path.read_text()
    )
    path.write_text(path.read_text().replace("parent: general", "parent: nowhere"))


def test_check_of_a_system_with_warnings(run: Run) -> None:
    """Warnings do not fail a check, unless it is strict."""
    loose, strict = run("check"), run("check", "--strict")

    assert (loose.code, strict.code, "missing-definition" in loose.out) == (0, 1, True)
    assert loose.out == strict.out


def test_check_of_a_system_with_errors(run: Run) -> None:
    """An error fails the check, with place and rule."""
    break_parent()

    ended = run("check", "--lang", "zh")

    assert (ended.code, ended.err) == (1, "")
    assert "error dangling-parent" in ended.out


def test_check_writes_other_formats_beside(run: Run) -> None:
    """--output puts another format into a file; stdout has only its own."""
    ended = run("check", "--output", "json=found.json", "--output", "markdown=found.md")

    findings = json.loads(Path("found.json").read_text(encoding="utf-8"))
    assert (findings["format"], ended.out.startswith("{")) == ("stdtree-findings/1", False)
    assert "missing-definition" in Path("found.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["json", "xml=a", "=a", "json="])
def test_check_refuses_an_output_it_does_not_understand(run: Run, output: str) -> None:
    """The hint names the formats."""
    ended = run("check", "--output", output)

    assert (ended.code, ended.out) == (2, "")
    assert "text, json, markdown, github, gitlab, sarif, junit" in ended.err


def test_check_into_a_folder_that_is_not_there(run: Run) -> None:
    """A file that cannot be written ends with 2 and its path."""
    ended = run("check", "--output", "json=nowhere/found.json")

    assert (ended.code, "nowhere/found.json" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("show",), "AA Terms"),
        (("show", "--lang", "zh"), "AA 术语"),
        (("show", "AA"), "definition: 术语的定义。"),
        (("show", "general"), "id: general"),
        (("show", "--at", "WORK"), "A General"),
        (("find", "术语"), "AA Terms"),
        (("find", "sy"), "AA Terms"),
        (("find", "under:A", "shuyu"), "AA Terms"),
        (("explain", "duplicate-code"), "code: BB"),
        (("explain", "duplicate-code", "--lang", "zh"), "怎么办"),
        (("rules",), "duplicate-code"),
        (("schema", "category"), "https://json-schema.org/draft/2020-12/schema"),
        (("schema", "category", "--draft", "7"), "http://json-schema.org/draft-07/schema#"),
    ],
)
def test_what_is_shown(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    """The result is on stdout, and nothing else."""
    ended = run(*arguments)

    assert (ended.code, ended.err) == (0, "")
    assert expected in ended.out


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("show",), ("show", "AA"), ("find", "术语"), ("rules",), ("status",),
     ("explain", "duplicate-code"), ("diff", "WORK", "WORK"), ("edit", "log")],
)  # fmt: skip
def test_json_is_json_in_both_languages(run: Run, arguments: tuple[str, ...]) -> None:
    """--format json prints one document that no language changes."""
    chinese = run(*arguments, "--format", "json", "--lang", "zh")
    english = run(*arguments, "--format", "json", "--lang", "en")

    assert json.loads(chinese.out)
    assert chinese.out == english.out


def test_show_of_a_name_that_does_not_exist(run: Run) -> None:
    """Did you mean …?"""
    ended = run("show", "genral")

    assert (ended.code, ended.out) == (2, "")
    assert "A General" in ended.err.splitlines()[1]


def test_find_without_a_hit(run: Run) -> None:
    """Nothing on stdout, exit 1, as grep does."""
    ended = run("find", "zzzzzz", "--lang", "zh")

    tried = "试试更短的词、拼音首字母（jszy）或编号"
    assert ended == (1, "", f"没有找到“zzzzzz”\n{tried}\n")


def test_find_by_conditions(run: Run) -> None:
    """Several words and conditions; one that is none is refused with what there is."""
    ended = run("find", "状态:有效", "sy", "rule:none")
    assert ended.code == 1
    assert "a condition less" in ended.err
    assert "AA Terms" in run("find", "under:A", "level:domain").out
    ended = run("find", "status:gone")
    assert ended.code == 2
    assert "write one of draft, active, retired" in ended.err


def test_schema_lists_the_kinds(run: Run) -> None:
    """Without a kind, all of them."""
    assert list(schema_names()) == run("schema").out.splitlines()


def test_fmt(run: Run) -> None:
    """--check names the file and leaves it; without, it is mended; then all is well."""
    run("fmt")
    written = GENERAL.read_text(encoding="utf-8")
    GENERAL.write_text(written.replace("code: A\n", "code:   'A'\n"), encoding="utf-8")

    checked = run("fmt", "--check")
    untouched = GENERAL.read_text(encoding="utf-8")
    mended = run("fmt", str(GENERAL))

    assert (1, f"{GENERAL}\n", True) == (checked.code, checked.out, "'A'" in untouched)
    assert (0, f"{GENERAL}\n", written) == (
        mended.code,
        mended.out,
        GENERAL.read_text(encoding="utf-8"),
    )
    assert run("fmt", "--check") == (0, "", "")


def test_the_screen_needs_a_terminal(run: Run) -> None:
    """Without one: exit 2 and what to use instead."""
    ended = run("tui")

    assert (ended.code, ended.out) == (2, "")
    assert "stdtree show" in ended.err


def test_colour_only_when_asked_for(run: Run) -> None:
    """Off a terminal there is none; --color always forces it."""
    assert "\x1b[" not in run("check").out
    assert "\x1b[" in run("check", "--color", "always").out


def test_another_folder(run: Run, system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """-C works before and after the command."""
    monkeypatch.chdir(system.parent)

    assert run("-C", "system", "show") == run("show", "-C", "system")
