"""`stdtree diff` in every format, to the screen, to files and through filters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdtree.cli.comparing import formats
from stdtree.cli.filtering import KINDS
from stdtree.model.change import BASE_KINDS, EVENT_KINDS

if TYPE_CHECKING:
    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("committed")
NAMES = ("--name", "zh=通用基础", "--name", "en=General part")
RENAME = ("edit", "rename-category", "A", *NAMES)


@pytest.fixture
def committed(system: Path, run: Run) -> Path:
    """The system in a commit, and the current folder is there."""
    assert run("-C", str(system), "commit", "-m", "start").code == 0
    return system


@pytest.fixture
def changed(committed: Path, run: Run) -> None:
    """A category that is called something else than in the last commit."""
    assert run("-C", str(committed), *RENAME).code == 0


def test_formats_are_found_by_name() -> None:
    """Every exporter of the changes or of the correspondence is a format; nothing is registered."""
    assert {"text", "markdown", "json", "patch", "html", "xlsx", "docx"} <= set(formats("changes"))
    assert {"csv", "markdown", "json", "xkos"} <= set(formats("correspondence"))


def test_kinds_are_those_of_the_model() -> None:
    """Help names them without waiting for the model."""
    assert (*BASE_KINDS, *EVENT_KINDS) == KINDS


@pytest.mark.usefixtures("changed")
def test_several_formats_in_one_run(run: Run) -> None:
    """Files beside what is printed, each in its format."""
    ended = run(
        "diff", "HEAD", "--output", "markdown=changes.md", "-o", "html=changes.html",
        "-o", "xlsx=changes.xlsx",
    )  # fmt: skip
    assert (ended.code, ended.err, "General part" in ended.out) == (0, "", True)
    document = Path("changes.md").read_text(encoding="utf-8")
    assert document.startswith("# ")
    assert "--all" not in document
    assert Path("changes.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert Path("changes.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.md", "# "), ("a.patch", "{"), ("a.txt", "HEAD")]
)
def test_a_file_alone_takes_the_place_of_the_screen(run: Run, name: str, start: str) -> None:
    """Its ending tells the format."""
    ended = run("diff", "HEAD", "-o", name)
    assert (ended.code, ended.out) == (0, "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.usefixtures("changed")
def test_json_and_patch(run: Run) -> None:
    """Both are complete; the patch is what applying needs."""
    whole = json.loads(run("diff", "HEAD", "--format", "json").out)
    patch = json.loads(run("diff", "HEAD", "--format", "patch").out)
    assert whole["format"] == "stdtree-difference/1"
    assert [change["id"] for change in whole["changes"]] == [c["id"] for c in patch["changes"]]
    assert whole["summary"]["entities"]["category"] == whole["summary"]["changes"]


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("filters", "is_told"),
    [
        (("--kind", "renamed"), True),
        (("--kind", "name-change"), True),
        (("--kind", "moved"), False),
        (("--virtual",), True),
        (("--real",), False),
        (("--under", "A"), True),
        (("--level", "part"), True),
        (("--level", "领域"), False),
    ],
)
def test_filters(run: Run, filters: tuple[str, ...], is_told: bool) -> None:  # noqa: FBT001  # a case
    """What fits is told, what does not is not, and how many there are of how many."""
    ended = run("diff", "HEAD", *filters)
    assert (ended.code, ended.err) == (0, "")
    assert ("General part" in ended.out) is is_told
    assert ("No change fits" in ended.out) is not is_told


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--level", "nowhere"), "there is no level nowhere"),
        (("--owner", "nobody"), "there is no body nobody"),
        (("--under", "AX"), "no category has the code or id AX"),
        (("--format", "json", "--kind", "moved"), "json is always complete"),
        (("--correspondence", "--format", "docx"), "there is no format docx here"),
        (("-o", "markdown="), "write FORMAT=FILE"),
        (("-o", "nowhere/a.md"), "cannot write"),
    ],
)
def test_refusals_say_what_to_type(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """Nothing is printed that could be taken for the answer."""
    ended = run("diff", "HEAD", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.usefixtures("changed")
def test_counts_only(run: Run) -> None:
    """--stat: figures of the changes and statistics of both sides, no names."""
    ended = run("diff", "HEAD", "--stat")
    assert "Total" in ended.out
    assert "Standards: Level" in ended.out
    assert "General part · " not in ended.out


@pytest.mark.usefixtures("changed")
def test_the_correspondence_in_its_formats(run: Run) -> None:
    """CSV unless asked otherwise."""
    assert run("diff", "HEAD", "--correspondence").out.startswith("Source code,")
    told = run("diff", "HEAD", "--correspondence", "--format", "xkos").out
    assert "xkos:Correspondence" in told


def test_exit_code(run: Run) -> None:
    """1 only where asked for and only where they differ."""
    assert run("diff", "HEAD", "--exit-code").code == 0
    run(*RENAME)
    assert (run("diff", "HEAD").code, run("diff", "HEAD", "--exit-code").code) == (0, 1)
