"""`stdtree check --fix`: shows, asks, mends, and says what remains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLACE = "taxonomy/categories"


@pytest.fixture
def dirty(system: Path) -> Path:
    """The system with a title that has two stray spaces and a wide letter; its file."""
    (file,) = (path for path in (system / PLACE).rglob("*.yaml") if "AA" in path.read_text())
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("zh: 术语\n", 'zh: "Ａ 术语  "\n'), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != text
    return file


def test_without_a_terminal_it_shows_only(run: Run, dirty: Path) -> None:
    """What it would do, how to go on, exit code 1; nothing is written."""
    text = dirty.read_text(encoding="utf-8")
    ended = run("check", "--fix")

    assert ended.code == 1
    assert "Rename AA" in ended.err
    assert "stray-space" in ended.err
    assert "stdtree check --fix --yes" in ended.err
    assert dirty.read_text(encoding="utf-8") == text


def test_with_consent_it_mends_and_saves(run: Run, dirty: Path) -> None:
    """Afterwards there is nothing to mend, and each fix can be taken back."""
    ended = run("check", "--fix", "--yes")

    assert ended.code == 0
    assert "zh: A 术语" in dirty.read_text(encoding="utf-8")
    assert "2 fixes made" in ended.err
    assert "stray-space" not in ended.out
    assert run("check", "--fix").err.startswith("no finding")
    assert run("edit", "undo").code == 0
    assert "zh: Ａ 术语" in dirty.read_text(encoding="utf-8")


def test_the_result_holds_what_remains_and_nothing_else(run: Run, dirty: Path) -> None:
    """Standard output is JSON with --format json, before and after; fixes stand in it."""
    assert dirty.exists()
    before = json.loads(run("check", "--fix", "--format", "json").out)
    fixes = [found["fix"] for found in before["findings"] if "fix" in found]
    assert {"id": "terms", "name": {"zh": "A 术语  "}} in [fix["fields"] for fix in fixes]
    after = json.loads(run("check", "--fix", "--yes", "--format", "json").out)
    assert not any("fix" in found for found in after["findings"])


def test_a_release_is_never_mended(run: Run, dirty: Path) -> None:
    """An edition with a name does not change."""
    assert dirty.exists()
    ended = run("check", "1.0", "--fix")

    assert ended.code == 2
    assert "not 1.0" in ended.err


@pytest.mark.parametrize(("answer", "mended"), [("y", True), ("n", False)])
def test_on_a_terminal_it_asks(
    run: Run, dirty: Path, monkeypatch: pytest.MonkeyPatch, *, answer: str, mended: bool
) -> None:
    """Only yes is yes."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer)
    ended = run("check", "--fix")

    assert ended.code == (0 if mended else 1)
    assert ("zh: A 术语" in dirty.read_text(encoding="utf-8")) is mended
