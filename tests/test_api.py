"""The public Python API: small, documented, and what its documentation says."""

from __future__ import annotations

import doctest
import inspect
from pathlib import Path

import pytest

import stdtree
from stdtree.errors import StoreError, UsageError
from stdtree.model.finding import Finding
from tests.shell import Shell


@pytest.fixture
def demo(sample_repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample; the current folder is the one above."""
    monkeypatch.chdir(sample_repository.parent)
    return sample_repository


@pytest.mark.usefixtures("demo")
def test_what_the_docstrings_show() -> None:
    """Every function has an example that is executed."""
    ended = doctest.testmod(stdtree, globs={**vars(stdtree)})

    assert (ended.failed, ended.attempted >= len(stdtree.__all__)) == (0, True)


def test_everything_public_is_documented() -> None:
    """First line one sentence; nothing public that is not listed; more than two by keyword."""
    public = {
        name: value
        for name, value in vars(stdtree).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }

    assert sorted(public) == sorted(stdtree.__all__)
    for function in public.values():
        said = inspect.getdoc(function) or ""
        assert said.split("\n")[0].endswith(".")
        assert ">>>" in said
        kinds = [parameter.kind for parameter in inspect.signature(function).parameters.values()]
        assert kinds.count(inspect.Parameter.POSITIONAL_OR_KEYWORD) <= 2


def test_loading(demo: Path) -> None:
    """The files now, a release and a revision are editions alike."""
    now, release, revision = (stdtree.load(name, folder=demo) for name in ("WORK", "1.1", "HEAD"))

    assert now.digest == release.digest == revision.digest
    assert len(list(now.taxonomy.walk())) == len(now.taxonomy.categories)


def test_checking(shell: Shell) -> None:
    """What is wrong in the data is a finding with a place, not an exception."""
    path = shell.folder / "taxonomy/categories/technology-transfer/technology-transfer.yaml"
    path.write_text(path.read_text("utf-8").replace("key-domains", "nowhere"), "utf-8")

    (finding,) = (f for f in stdtree.check(folder=shell.folder) if f.severity == "error")

    assert isinstance(finding, Finding)
    assert (finding.rule, finding.subject.id) == ("dangling-parent", "technology-transfer")
    assert finding.place is not None
    assert finding.place.path.endswith("technology-transfer.yaml")


def test_comparing(demo: Path) -> None:
    """What the command line tells."""
    difference = stdtree.compare("1.0", "1.1", folder=demo)

    assert {"breakdown", "merger", "split-off"} <= {event.kind for event in difference.events}
    assert not stdtree.compare("1.1", folder=demo)


def test_products_are_what_is_published(demo: Path) -> None:
    """The same bytes as in exports/, and nothing is written."""
    release = stdtree.products("1.1", folder=demo)
    changes = stdtree.products("1.1", against="1.0", folder=demo)
    made = {**release, **changes}

    assert len(made) > 5
    assert {path: (demo / path).read_bytes() for path in made} == made


def test_refusals_have_a_hint(demo: Path) -> None:
    """Errors carry a message and the next thing to type, in both languages."""
    with pytest.raises(UsageError) as unknown:
        stdtree.load("9.9", folder=demo)
    with pytest.raises(StoreError) as nowhere:
        stdtree.open(demo.parent)

    assert unknown.value.hint is not None
    assert "1.1" in unknown.value.hint.zh
    assert nowhere.value.hint is not None
    assert "stdtree init" in nowhere.value.hint.en


def test_editing(shell: Shell) -> None:
    """An operation is a value; it is applied, saved and taken back through the opened system."""
    from stdtree.edit.rename_category import RenameCategory

    system = stdtree.open(shell.folder)
    system.apply(RenameCategory(id="technology-transfer", name={"zh": "技术转移服务"}))
    system.save()

    titles = stdtree.load(folder=shell.folder).taxonomy.categories["technology-transfer"].title
    assert titles["zh"] == "技术转移服务"
    assert system.undo() is not None
    assert system.save()
    assert not stdtree.compare("1.1", folder=shell.folder)
