"""A system in a folder of a larger repository: hosts want its paths, people want theirs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.shell import Shell

FOLDER = "docs/std"
CATEGORY = "taxonomy/categories/technology-transfer/technology-transfer.yaml"
WHOLE = f"{FOLDER}/{CATEGORY}"


@pytest.fixture
def monorepo(shell: Shell) -> Shell:
    """At the root of a repository that has the sample in docs/std/, with an error in it."""
    shutil.rmtree(shell.folder / ".git")
    root = shell.folder.parent / "project"
    (root / "docs").mkdir(parents=True)
    shell.folder.rename(root / FOLDER)
    (root / "README.md").write_text("A project that has other things, too.\n")
    here = shell.at(root).speaking("en")
    here.git("init", "--quiet")
    here.git("add", "--all")
    here.git("commit", "--quiet", "--message", "all of it")
    file = root / WHOLE
    file.write_text(
        file.read_text("utf-8").replace("parent: key-domains", "parent: key-domain"), "utf-8"
    )
    return here


def outputs(shell: Shell, *options: str) -> dict[str, str]:
    """What each format says of the error."""
    names = ("github", "gitlab", "sarif", "junit", "json", "markdown", "text")
    given = [part for name in names for part in ("--output", f"{name}=out.{name}")]
    ended = shell.stdtree(*options, "check", *given)
    assert (ended.code, ended.err) == (1, "")
    return {name: (shell.folder / f"out.{name}").read_text("utf-8") for name in names}


@pytest.mark.parametrize("inside", ["", "docs", FOLDER, f"{FOLDER}/taxonomy/categories"])
def test_hosts_are_told_paths_from_the_root_of_the_repository(monorepo: Shell, inside: str) -> None:
    """Wherever stdtree is called, and whatever -C says."""
    options = ("-C", FOLDER) if not inside else ("-C", "std") if inside == "docs" else ()
    told = outputs(monorepo.at(monorepo.folder / inside), *options)
    assert f"::error file={WHOLE},line=" in told["github"]
    assert f"::{WHOLE}:" in told["github"]
    assert {entry["location"]["path"] for entry in json.loads(told["gitlab"])} >= {WHOLE}
    results = json.loads(told["sarif"])["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert {place["artifactLocation"]["uri"] for place in places} >= {WHOLE}
    assert all((monorepo.folder / place["artifactLocation"]["uri"]).is_file() for place in places)
    names = [test.get("name") or "" for test in ET.fromstring(told["junit"]).iter("testcase")]  # noqa: S314 -- our own
    assert any(name.startswith(f"{WHOLE}:") for name in names)
    found = json.loads(told["json"])["findings"]
    assert {entry["place"]["file"] for entry in found if entry.get("place")} >= {WHOLE}


@pytest.mark.parametrize(
    ("inside", "options", "path"),
    [
        ("", ("-C", FOLDER), WHOLE),
        ("docs", ("-C", "std"), f"std/{CATEGORY}"),
        (FOLDER, (), CATEGORY),
        (f"{FOLDER}/taxonomy/categories", (), "technology-transfer/technology-transfer.yaml"),
    ],
)
def test_people_are_told_paths_from_where_they_are(
    monorepo: Shell, inside: str, options: tuple[str, ...], path: str
) -> None:
    """As other checkers do: the path can be opened as it stands there."""
    here = monorepo.at(monorepo.folder / inside)
    lines = here.stdtree(*options, "check").out.splitlines()
    (line,) = (line for line in lines if " dangling-parent " in line)
    assert line.startswith(f"{path}:")
    assert (here.folder / path).is_file()


def test_people_elsewhere_are_told_the_whole_path(monorepo: Shell) -> None:
    """There is no short way to it."""
    told = monorepo.at(monorepo.home).stdtree("-C", str(monorepo.folder / FOLDER), "check").out
    assert f"\n{(monorepo.folder / WHOLE).resolve()}:" in f"\n{told}"


def test_ranges_and_differences(monorepo: Shell) -> None:
    """What git knows from its root, stdtree knows from its own."""
    here = monorepo.at(monorepo.folder / FOLDER)
    ended = here.stdtree("check", "--since", "HEAD")
    assert (ended.code, " dangling-parent " in ended.out) == (1, True)
    assert here.stdtree("check", "--staged").code == 0
    here.git("add", "--all")
    staged = here.stdtree("check", "--staged")
    assert (staged.code, f"{CATEGORY}:" in staged.out) == (1, True)
    changes = json.loads(here.stdtree("diff", "HEAD", "--format", "json").out)["changes"]
    assert [change["place"]["file"] for change in changes] == [WHOLE]
    assert f"::notice file={WHOLE}," in here.stdtree("diff", "HEAD", "--format", "github").out


def test_what_stands_in_no_file(monorepo: Shell) -> None:
    """It is shown at the head of the system, where hosts find it."""
    (monorepo.folder / WHOLE).unlink()
    told = outputs(monorepo, "-C", FOLDER)
    system = Path(FOLDER) / "taxonomy/system.yaml"
    lost = [e for e in json.loads(told["gitlab"]) if e["check_name"] == "lost-category"]
    assert [entry["location"]["path"] for entry in lost] == [system.as_posix()]
