"""The server-side hook: real pushes into a real bare repository."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ci.hosting import break_it, committed, rename
from tests.gates.files import ROOT
from tests.shell import Ended, Shell

PROGRAM = f"""\
#!/bin/sh
exec {sys.executable} -I -m stdtree "$@"
"""


@dataclass
class Server:
    """A bare repository with the hook, and somebody who pushes to it."""

    pusher: Shell
    folder: Path

    def push(self, *refs: str) -> Ended:
        """What the pusher sees."""
        return self.pusher.run("git", "push", str(self.folder), *refs)

    def setting(self, name: str, value: str) -> None:
        """The administrator sets something."""
        self.pusher.at(self.folder).git("config", f"stdtree.{name}", value)

    def tip(self, ref: str) -> str:
        """The commit of a ref on the server; empty if there is none."""
        return (
            self.pusher.at(self.folder).run("git", "rev-parse", "-q", "--verify", ref).out.strip()
        )


@pytest.fixture
def server(shell: Shell, tmp_path: Path) -> Server:
    """Main is there already."""
    folder = tmp_path / "server.git"
    shell.git("init", "--quiet", "--bare", str(folder))
    shell.git("push", "--quiet", str(folder), "main")
    (program := tmp_path / "stdtree").write_text(PROGRAM)
    program.chmod(0o755)
    shutil.copy(ROOT / "ci/git/pre-receive", folder / "hooks")
    made = Server(shell, folder)
    made.setting("program", str(program))
    made.setting("lang", "en")
    return made


def test_what_is_in_order_is_taken(server: Server) -> None:
    """Nothing is said, and nothing is left behind."""
    rename(server.pusher, "甲乙丙服务")
    commit = committed(server.pusher, "Rename")

    ended = server.push("main")

    assert (ended.code, "remote:" in ended.err) == (0, False), ended
    assert server.tip("refs/heads/main") == commit


def test_errors_are_refused_and_shown(server: Server) -> None:
    """In the pusher's terminal, with place and hint; the branch stays as it was."""
    before = server.tip("refs/heads/main")
    break_it(server.pusher)
    committed(server.pusher, "Break")

    ended = server.push("main")

    assert ended.code == 1
    assert "remote: stdtree check refuses refs/heads/main:" in ended.err
    assert "remote: taxonomy/categories/incubation/incubation.yaml:" in ended.err
    assert "dangling-parent" in ended.err
    assert server.tip("refs/heads/main") == before


def test_a_new_branch_and_its_deletion(server: Server) -> None:
    """A new branch is checked whole; deleting one needs no check."""
    server.pusher.git("switch", "--quiet", "--create", "proposal")
    assert server.push("proposal").code == 0
    assert server.push(":proposal").code == 0
    break_it(server.pusher)
    committed(server.pusher, "Break")

    assert server.push("proposal").code == 1
    assert server.tip("refs/heads/proposal") == ""


def test_tags_of_releases_are_checked_others_are_not(server: Server) -> None:
    """Annotated ones, too."""
    break_it(server.pusher)
    committed(server.pusher, "Break")
    server.pusher.git("tag", "taxonomy/2.0", "-m", "2.0")
    server.pusher.git("tag", "mine")

    assert server.push("taxonomy/2.0").code == 1
    assert server.push("mine").code == 0
    assert server.push("HEAD:refs/notes/anything").code == 0


def test_of_several_refs_each_is_judged(server: Server) -> None:
    """One that is bad refuses the push, as git does for this hook."""
    server.pusher.git("branch", "good")
    break_it(server.pusher)
    committed(server.pusher, "Break")

    ended = server.push("main", "good")

    assert ended.code == 1
    assert ended.err.count("stdtree check refuses") == 1
    assert server.tip("refs/heads/good") == ""


def test_branches_of_something_else_pass(server: Server) -> None:
    """A branch without a system; but no branch loses the one it has."""
    server.pusher.git("switch", "--quiet", "--orphan", "pages")
    (server.pusher.folder / "index.html").write_text("<p>")
    committed(server.pusher, "Pages")
    assert server.push("pages").code == 0

    ended = server.push("+pages:main")

    assert ended.code == 1
    assert "refs/heads/main would lose taxonomy/" in ended.err


def test_the_administrator_decides(server: Server) -> None:
    """Which refs, how strict; and without stdtree nothing gets in."""
    break_it(server.pusher)
    committed(server.pusher, "Break")
    server.setting("refs", "^refs/heads/main$")
    assert server.push("HEAD:refs/heads/draft").code == 0
    server.setting("program", "/nowhere/stdtree")

    ended = server.push("main")

    assert ended.code == 1
    assert "/nowhere/stdtree" in ended.err


def test_a_system_in_a_folder(server: Server) -> None:
    """Its place is a setting."""
    at = server.pusher
    at.git("rm", "-r", "--quiet", "--cached", ".")
    (at.folder / "docs").mkdir()
    for name in ("taxonomy", "exports", "schemas"):
        (at.folder / name).rename(at.folder / "docs" / name)
    committed(at, "Move")
    server.setting("path", "docs")
    assert (ended := server.push("main")).code == 0, ended
    (at.folder / "docs/taxonomy/system.yaml").write_text("id: [\n")
    committed(at, "Break")

    ended = server.push("main")

    assert ended.code == 1
    assert "remote: docs/taxonomy/system.yaml:" in ended.err


def test_what_the_baseline_knows_passes(server: Server) -> None:
    """It comes with the push, so that it can be reviewed."""
    break_it(server.pusher)
    assert server.pusher.stdtree("baseline", "create").code == 0
    committed(server.pusher, "Accept what there is")
    server.setting("baseline", ".stdtree-baseline.json")

    assert (ended := server.push("main")).code == 0, ended


def test_links_lead_nowhere(server: Server, tmp_path: Path) -> None:
    """A link that is pushed is written as text: nothing outside the push is read or written."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: secret\n")
    link = server.pusher.folder / "taxonomy/categories/secret.yaml"
    link.symlink_to(secret)
    committed(server.pusher, "Link")

    ended = server.push("main")

    assert ended.code == 1
    assert "secret.yaml:1" in ended.err
    assert secret.read_text() == "id: secret\n"
