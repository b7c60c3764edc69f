"""What people do that writes, each as one session from opening to the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from stdtree.store.atomic import locked, write_files
from stdtree.workspace import Workspace
from stdtree.workspace.branches import switch
from stdtree.workspace.sharing import pull
from tests import trees
from tests.repos import Repo, repository
from tests.store import files, rewriting
from tests.workspace.systems import BROKERS, add, put, release, rename, replace, revise

DATE = "2027-03-01"
STAGED = "NOTES.txt"
_unwatched_open = open


@dataclass(frozen=True)
class Scenario:
    """How a folder is made ready, and what is then done in it."""

    prepare: Callable[[Path], None]
    act: Callable[[Path], None]


def _system(root: Path) -> None:
    """A system with a release and a change after it; a file of somebody else is staged."""
    repo = repository(root)
    put(root, trees.sample())
    repo.commit_all("the system")
    release(repo, "1.0")
    revise(repo)
    repo.write(STAGED, "staged by somebody else\n")
    repo.git("add", STAGED)
    repo.write(STAGED, "and edited since\n")
    shutil.rmtree(root / ".git/hooks")  # samples; and packed objects: it is copied very often
    repo.git("repack -a -d -q")


def _edited_by_hand(root: Path) -> None:
    """The same with three files changed: one edited, one new, one gone."""
    _system(root)
    replace(root, BROKERS, "类目brokers", "手改")
    Repo(root).write("taxonomy/categories/手/fresh.yaml", "id: fresh\ntitle: {zh: 新}\n")
    (root / "taxonomy/categories/promotion.yaml").unlink()


def told(root: Path) -> list[str]:
    """What the session in `root` reported done before it ended."""
    file = root.with_name(f"{root.name}.told")
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def _edits(root: Path, titles: dict[str, str]) -> None:
    """Renames categories, or adds them, and saves; reports each step as a screen would."""
    workspace = Workspace.open(root)
    with _unwatched_open(root.with_name(f"{root.name}.told"), "w", encoding="utf-8") as screen:
        for category, title in titles.items():
            known = category in workspace.taxonomy.categories
            workspace.apply(rename(category, title) if known else add(title, "fields", category))
            print(f"{category}={title}", file=screen, flush=True)
        workspace.save()
        print("saved", file=screen, flush=True)


def _save_one(root: Path) -> None:
    _edits(root, {"brokers": "改名"})


def _save_several(root: Path) -> None:
    _edits(root, {"brokers": "改名", "terms": "改名二", "added": "新增"})


def _commit(root: Path) -> None:
    Workspace.open(root).commit("手工修改")


def _release(root: Path) -> None:
    Workspace.open(root).release("1.1", date=DATE)


def _another_branch(root: Path) -> None:
    """The same with a second branch: files edited, new and gone, one of them not of stdtree."""
    _system(root)
    repo = Repo(root)
    repo.git("branch", "draft")
    repo.git("stash", "--quiet")  # what is staged
    repo.git("switch", "--quiet", "draft")
    replace(root, BROKERS, "类目brokers", "草案")
    repo.write("taxonomy/categories/手/fresh.yaml", "id: fresh\ntitle: {zh: 新}\n")
    (root / "taxonomy/categories/promotion.yaml").unlink()
    repo.write("README.md", "about the draft\n")
    repo.commit_all("the draft")
    repo.git("switch", "--quiet", "main")
    repo.git("stash", "pop", "--quiet", "--index")
    repo.git("repack -a -d -q")


def _switch(root: Path) -> None:
    switch(Workspace.open(root), "draft")


def _behind(root: Path) -> None:
    """The same where the second branch is what others have pushed."""
    _another_branch(root)
    repo, hub = Repo(root), root.with_name("hub.git")
    repo.git("init", "--quiet", "--bare", str(hub))
    repo.git("remote", "add", "origin", str(hub))
    repo.git("push --quiet origin main")
    repo.git("push --quiet origin draft:main")
    repo.git("fetch --quiet")
    repo.git("branch --quiet --set-upstream-to=origin/main main")
    repo.git("branch --quiet -D draft")


def _pull(root: Path) -> None:
    pull(Workspace.open(root), trusted=True)


def _files(root: Path) -> None:
    files.write(root, rewriting.OLD)


def _write_files(root: Path) -> None:
    private = root.parent / f"{root.name}-private"
    with locked(private):
        write_files(root, private, rewriting.writes())


SCENARIOS = {
    "files": Scenario(_files, _write_files),
    "save-one": Scenario(_system, _save_one),
    "save-several": Scenario(_system, _save_several),
    "commit": Scenario(_edited_by_hand, _commit),
    "release": Scenario(_system, _release),
    "switch": Scenario(_another_branch, _switch),
    "pull": Scenario(_behind, _pull),
}
