"""`check` and `diff` in the formats of code hosts, several in one run."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Run


def test_several_in_one_run(run: Run, system: Path) -> None:
    """One on stdout, the others beside it, all of the same findings."""
    file = system / "taxonomy/categories/new.yaml"
    file.write_text("id: new\nparent: nowhere\ncode: AB\ntitle: {zh: 新, en: New}\n", "utf-8")
    names = {
        "sarif": "out.sarif",
        "gitlab": "quality.json",
        "junit": "tests.xml",
        "json": "all.json",
    }
    outputs = [part for fmt, name in names.items() for part in ("--output", f"{fmt}={name}")]
    ended = run("check", "--format", "github", *outputs)
    assert ended.code == 1
    assert all(line.startswith("::") for line in ended.out.splitlines())
    found = {
        finding["fingerprint"] for finding in json.loads(Path("all.json").read_text())["findings"]
    }
    (log,) = json.loads(Path("out.sarif").read_text())["runs"]
    told = {result["partialFingerprints"]["stdtree/v1"] for result in log["results"]}
    assert told == {entry["fingerprint"] for entry in json.loads(Path("quality.json").read_text())}
    assert told == found
    assert len(ET.parse("tests.xml").findall(".//testcase")) == len(found)  # noqa: S314 -- our own file
    assert all("help" in rule for rule in log["tool"]["driver"]["rules"])


@pytest.mark.parametrize("again", ["gitlab=out.json", "gitlab=./out.json", "out.json"])
def test_no_file_is_written_twice(run: Run, system: Path, again: str) -> None:
    """The second would take the place of the first, and nobody would notice."""
    assert (system / "taxonomy").is_dir()
    ended = run("check", "--output", "json=out.json", "--output", again)
    assert (ended.code, ended.out) == (2, "")
    assert "twice" in ended.err
    assert not Path("out.json").exists()


def test_messages_are_in_the_users_language(run: Run, system: Path) -> None:
    """--lang decides what hosts are told."""
    (system / "taxonomy/categories/new.yaml").write_text("id: new\nparent: nowhere\ncode: A9\n")
    assert (
        run("--lang", "zh", "check", "--format", "gitlab").out
        != run("check", "--format", "gitlab").out
    )


@pytest.mark.parametrize("command", [("check",), ("diff", "HEAD")])
def test_a_file_alone_is_written_instead(run: Run, system: Path, command: tuple[str, ...]) -> None:
    """Its ending tells the format, and nothing is printed; FORMAT=FILE is beside."""
    assert run("commit", "-m", "begun").code == 0
    assert (system / "taxonomy").is_dir()
    alone = run(*command, "-o", "told.md", "--output", "told.json")
    assert (alone.code, alone.out) == (0, "")
    assert Path("told.md").read_text("utf-8").startswith("# ")
    assert json.loads(Path("told.json").read_text())["format"].startswith("stdtree-")
    beside = run(*command, "--output", "github=told.log", "--output", "markdown=./a=b.md")
    assert beside.out
    assert Path("told.log").is_file()
    assert Path("a=b.md").is_file()


@pytest.mark.parametrize("command", [("check",), ("diff", "HEAD"), ("diff", "HEAD", "--match")])
@pytest.mark.parametrize("output", ["sarf=x", "json", "=x", "json="])
def test_what_looks_like_a_format_is_no_file(
    run: Run, system: Path, command: tuple[str, ...], output: str
) -> None:
    """It is refused in both commands, and no file of that name appears."""
    assert run("commit", "-m", "begun").code == 0
    before = sorted(system.iterdir())
    ended = run(*command, "--output", output)
    assert (ended.code, ended.out) == (2, "")
    assert "json" in ended.err
    assert sorted(system.iterdir()) == before


@pytest.mark.parametrize("fmt", ["sarif", "gitlab", "junit"])
def test_a_change_is_no_finding(run: Run, system: Path, fmt: str) -> None:
    """Formats that tell findings are refused with what to use instead, however they are given."""
    assert run("commit", "-m", "begun").code == 0
    before = sorted(system.iterdir())
    for given in (("--format", fmt), ("--output", f"{fmt}=x")):
        ended = run("diff", "HEAD", *given)
        assert (ended.code, ended.out) == (2, "")
        assert "github" in ended.err
        assert "stdtree check --since" in ended.err
    assert sorted(system.iterdir()) == before


def test_a_difference_as_notices(run: Run, system: Path) -> None:
    """The sum with the verdict, then events at their files."""
    assert run("commit", "-m", "begun").code == 0
    file = system / "taxonomy/categories/new.yaml"
    file.write_text("id: new\nparent: terms\ncode: AA1\ntitle: {zh: 新, en: New}\n", "utf-8")
    told = run("diff", "HEAD", "--format", "github").out.splitlines()
    assert told[0].startswith("::notice title=stdtree diff::HEAD → WORK: 1 change")
    assert "minor" in told[0]
    assert told[1].startswith("::notice file=taxonomy/categories/new.yaml,line=1,col=1,title=")
    assert run("bump", "HEAD", "--format", "github").out.startswith("::notice title=stdtree bump")
    narrowed = run("diff", "HEAD", "--format", "github", "--real")
    assert narrowed.code == 2
