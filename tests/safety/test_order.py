"""What must be on disk before what: content before its name, objects before the branch."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety.boundaries import Call, watched
from tests.safety.scenarios import SCENARIOS

STRACE = shutil.which("strace")
MOVES = "rename,renameat,renameat2,link,linkat"
MOVED = re.compile(r"(?:rename|link)\w*\(.*?\"(?P<old>[^\"]+)\".*?\"(?P<new>[^\"]+)\"(?!.*= -1)")
SYNCED = re.compile(r"f(?:data)?sync\(\d+<(?P<path>[^>]+)>(?!.*= -1)")


def calls_of(scenario: str, root: Path) -> list[Call]:
    """All calls of a scenario that change the disk."""
    SCENARIOS[scenario].prepare(root)
    calls: list[Call] = []
    with watched(calls.append):
        SCENARIOS[scenario].act(root)
    return calls


def synced(calls: list[Call], root: Path) -> set[str]:
    """What is synced in these calls, from the git folder."""
    git = root / ".git"
    return {
        Path(call.path).relative_to(git).as_posix()
        for call in calls
        if call.name == "fsync" and Path(call.path).is_relative_to(git)
    }


def at(calls: list[Call], command: str) -> int:
    """Where git is started with a command for the last time."""
    return max(number for number, call in enumerate(calls) if call.path == command)


def test_commit(tmp_path: Path) -> None:
    """Objects, then the index, then the branch; each with its name before the next begins."""
    calls = calls_of("commit", tmp_path / "root")
    moving = at(calls, "update-ref")
    made, moved = (
        synced(calls[:moving], tmp_path / "root"),
        synced(calls[moving:], tmp_path / "root"),
    )

    assert {"objects", "."} <= made
    assert len([path for path in made if re.fullmatch(r"objects/../.{38}", path)]) >= 4
    assert {f"objects/{path[8:10]}" for path in made if len(path) > 40} <= made
    assert {"refs/heads", "refs", "."} <= moved


def test_release(tmp_path: Path) -> None:
    """Its note before its files, its files before the commit; the tag and its name at last."""
    calls = calls_of("release", tmp_path / "root")
    names = [Path(call.target).name for call in calls]
    tagged = synced(calls[at(calls, "tag") :], tmp_path / "root")

    assert names.index("release.json") < names.index("intent.json") < names.index("1.1.yaml")
    assert names.index("1.1.yaml") < at(calls, "update-ref") < at(calls, "tag")
    assert {"objects", "refs/tags/taxonomy", "refs/tags", "refs", "."} <= tagged
    gone = [number for number, call in enumerate(calls) if call.name == "unlink"]
    assert calls[gone[-1]].path.endswith("release.json")
    assert gone[-1] > at(calls, "tag")


@pytest.mark.parametrize("scenario", ["commit", "release"])
def test_git_is_told_to_sync(scenario: str, tmp_path: Path) -> None:
    """Every git that writes, whatever it writes."""
    commands = [call.command for call in calls_of(scenario, tmp_path / "root") if call.command]

    assert commands
    assert all("core.fsync=committed,reference,index" in command for command in commands)


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("scenario", ["save-several", "commit", "release"])
def test_nothing_is_renamed_unsynced(scenario: str, tmp_path: Path) -> None:
    """As the kernel saw it, git's calls too: content is synced before it gets its name."""
    root, trace = tmp_path / "root", tmp_path / "trace"
    SCENARIOS[scenario].prepare(root)
    options = ("-f", "-y", "-s", "4096", "-e", f"trace=fsync,fdatasync,{MOVES}", "-o", str(trace))
    program = (
        "import sys; from pathlib import Path; from tests.safety.scenarios import SCENARIOS;"
        f"SCENARIOS[{scenario!r}].act(Path(sys.argv[1]))"
    )
    command = (str(STRACE), *options, sys.executable, "-c", program, str(root))
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("this system does not let processes be traced")
    assert done.returncode == 0, done.stderr

    safe, moved = set(), []
    for line in trace.read_text("utf-8").splitlines():
        if found := SYNCED.search(line):
            safe.add(found["path"])
        elif found := MOVED.search(line):
            new = str(root / found["new"])
            moved.append(new)
            assert str(root / found["old"]) in safe, line
            safe.add(new)
    last = "brokers.yaml" if scenario == "save-several" else ".git/refs/heads/main"
    assert any(path.endswith(last) for path in moved)
