"""Starting: a new system is in order from the first minute; the sample has its history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store.schema import folder as schemas
from stdtree.workspace import Workspace
from stdtree.workspace.formatting import format_files
from stdtree.workspace.starting import start, start_sample
from tests.repos import Repo
from tests.workspace.systems import contents

SAMPLE = Path(__file__).parents[2] / "taxonomy"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ({"zh": "示例标准体系", "en": "Example system"}, "example-system"),
        ({"zh": "示例标准体系"}, "system"),
        ({"fr": "Système"}, "system"),
    ],
)
def test_a_new_system_is_in_order(tmp_path: Path, title: dict[str, str], name: str) -> None:
    """No finding, canonical, with the schemas that its files refer to, in a git repository."""
    written = start(tmp_path / "new", title)

    workspace = Workspace.open(tmp_path / "new")
    assert set(written) == set(contents(tmp_path / "new"))
    assert workspace.taxonomy.system.id == name
    assert workspace.taxonomy.system.languages == tuple(title)
    assert [str(f.place) for f in workspace.loaded.findings] == []
    assert [f.rule for f in workspace.check() if f.severity == "error"] == []
    assert list(format_files(workspace, (), check=True)) == []
    assert workspace.repository is not None
    for path in schemas().rglob("*.json"):
        copied = tmp_path / "new" / "schemas" / path.relative_to(schemas())
        assert copied.read_bytes() == path.read_bytes()


def test_a_system_is_not_overwritten(folder: Path) -> None:
    """Neither by a new one nor by the sample."""
    before = contents(folder)

    with pytest.raises(StoreError, match="taxonomy"):
        start(folder, {"zh": "x"})
    with pytest.raises(StoreError, match="taxonomy"):
        start_sample(folder)

    assert contents(folder) == before


@pytest.mark.parametrize("begin", [lambda where: start(where, {"zh": "x"}), start_sample])
def test_a_place_that_cannot_be_written(
    tmp_path: Path, begin: Callable[[Path], tuple[str, ...]]
) -> None:
    """A file where the folder should be: said, without a traceback."""
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot write"):
        begin(tmp_path / "taken")


def test_inside_a_repository_that_is_there(repo: Repo) -> None:
    """No repository inside a repository."""
    start(repo.root / "体系", {"zh": "x"})

    assert not (repo.root / "体系" / ".git").exists()
    assert Workspace.open(repo.root / "体系").repository is not None


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="no sample in this source tree")
def test_the_sample_has_its_history(tmp_path: Path) -> None:
    """A commit and a tag for each release; nothing is left to save, to commit or to mend."""
    written = start_sample(tmp_path / "demo")

    repo = Repo(tmp_path / "demo")
    workspace = Workspace.open(repo.root)
    releases = sorted(workspace.taxonomy.releases)
    assert releases
    assert set(written) == set(contents(repo.root))
    assert [f"taxonomy/{name}" for name in releases] == sorted(repo.git("tag", "--list").split())
    assert repo.git("status", "--porcelain") == ""
    assert len(repo.git("log", "--format=%h").split()) == len(releases)
    assert [f for f in workspace.check() if f.severity in ("error", "warning")] == []
    for name in releases:
        assert workspace.edition(name).digest == workspace.taxonomy.releases[name].digest
