"""What the documents point to exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gates.files import ROOT, functions, shown, tracked

DOCUMENTS = [
    path
    for path in tracked()
    if path.suffix == ".md" and "golden" not in path.parts and "exports" not in path.parts
]
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)(?P<path>[^)#]*)(?:#(?P<anchor>[^)]*))?\)")
PATH = re.compile(r"`(?P<path>(?:src|docs|tests|tools|taxonomy|schemas|benchmarks)/[^`\s]*)`")
TEST = re.compile(r"`(?P<path>tests/[^`:\s]+\.py)::(?P<name>test_\w+)`")


def headings(path: Path) -> set[str]:
    """The anchors of a document, as forges make them."""
    lines = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_links_lead_somewhere(document: Path) -> None:
    """Every relative link is to a file that is there, every anchor to a heading."""
    for found in LINK.finditer(document.read_text(encoding="utf-8")):
        target = (document.parent / found["path"]).resolve() if found["path"] else document
        assert target.exists(), found.group()
        if found["anchor"] and target.suffix == ".md":
            assert found["anchor"] in headings(target), found.group()


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_paths_exist(document: Path) -> None:
    """Every path in code style is there; `<name>` stands for any."""
    for found in PATH.finditer(document.read_text(encoding="utf-8")):
        path = found["path"].partition("::")[0]
        if "<" in path or "*" in path:
            path = str(Path(path).parent).partition("<")[0].partition("*")[0]
        assert (ROOT / path).exists(), found.group()


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_tests_that_are_named_exist(document: Path) -> None:
    """`tests/…::test_…` is a test."""
    for found in TEST.finditer(document.read_text(encoding="utf-8")):
        assert found["name"] in {test.name for test in functions(ROOT / found["path"])}, (
            found.group()
        )


def test_make_targets_exist() -> None:
    """Whoever types `make …` as a document says gets something made."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        word
        for document in DOCUMENTS
        for word in re.findall(r"(?:`|^)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }

    assert {"run", "test", "check"} <= named
    assert named <= targets


def test_the_changelog_has_a_place_for_what_comes() -> None:
    """Keep a Changelog: Unreleased comes first, and its sections have the known names."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## (.*)$", text, re.MULTILINE)
    kinds = set(re.findall(r"^### (.*)$", text, re.MULTILINE))

    assert sections[0] == "[Unreleased]"
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_decision_is_listed() -> None:
    """The list of decisions is complete."""
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in folder.glob("0*.md") if path.name not in listed] == []


def test_the_architecture_names_every_package() -> None:
    """The tree on the page is the tree on disk."""
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [path.parent.name for path in (ROOT / "src" / "stdtree").glob("*/__init__.py")]

    assert [name for name in packages if f"{name}/" not in page] == []
