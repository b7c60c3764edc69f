"""The power may go between any two calls: what was said to be done is there all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from stdtree.store.atomic import finish
from stdtree.workspace import Workspace
from tests.safety.aftermath import visible
from tests.safety.boundaries import Call, watched
from tests.safety.disk import Disk, lay_out
from tests.safety.scenarios import SCENARIOS, told


@dataclass(frozen=True)
class Rehearsal:
    """A scenario done once, with notes: each call, and what the user had been told before it."""

    top: Path
    disk: Disk
    before: dict[str, str]
    meant: dict[str, str]
    calls: list[tuple[Call, tuple[str, ...]]]

    @classmethod
    def of(cls, scenario: str, top: Path) -> Rehearsal:
        """In `top`/root."""
        root = top / "root"
        SCENARIOS[scenario].prepare(root)
        disk, before = Disk.holding(top), visible(root)
        calls: list[tuple[Call, tuple[str, ...]]] = []
        with watched(lambda call: calls.append((call, tuple(told(root))))):
            SCENARIOS[scenario].act(root)
        calls.append((Call("end", ""), tuple(told(root))))
        return cls(top, disk, before, visible(root), calls)

    def cuts(self) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
        """After every power cut: the folder, where it was cut, what the user had been told."""
        seen = set()
        at = self.top.parent / "cut"
        for number, (call, said) in enumerate(self.calls):
            for held in self.disk.cuts():
                key = (said, tuple(sorted(held.items())))
                if key not in seen:
                    seen.add(key)
                    lay_out(held, self.top, at)
                    yield at / "root", f"before call {number}: {call.name} {call.path}", said
            self.disk.take(call)


def test_files(tmp_path: Path) -> None:
    """Several files written at once are all old or all new."""
    rehearsal = Rehearsal.of("files", tmp_path / "top")
    count = 0
    for root, where, _ in rehearsal.cuts():
        count += 1
        for path, data in visible(root).items():
            assert data in (rehearsal.before.get(path), rehearsal.meant.get(path)), (path, where)
        finish(root, root.with_name("root-private"))
        assert visible(root) in (rehearsal.before, rehearsal.meant), where
    assert count > 5
    assert visible(root) == rehearsal.meant, "a call that returned has done it"


@pytest.mark.parametrize("scenario", ["save-one", "save-several"])
def test_save(scenario: str, tmp_path: Path) -> None:
    """A save that returned is there; so is every edit that was reported before."""
    rehearsal = Rehearsal.of(scenario, tmp_path / "top")
    count = 0
    for root, where, said in rehearsal.cuts():
        count += 1
        for path, data in visible(root).items():
            assert data in (rehearsal.before.get(path), rehearsal.meant.get(path)), (path, where)
        workspace = Workspace.open(root)
        if "saved" in said:
            assert visible(root) == rehearsal.meant, where
        if workspace.recoverable():
            workspace.recover()
            workspace.save()
        found = Workspace.open(root).taxonomy.categories
        for category, _, title in (line.partition("=") for line in said if "=" in line):
            assert found[category].title["zh"] == title, where
    assert count > 5


def test_the_disk_of_these_tests_forgets(tmp_path: Path) -> None:
    """Without an fsync of content or folder the same tests would fail."""
    file = tmp_path / "a"
    file.write_bytes(b"old")
    careless = [
        Call("open", f"{file}.tmp"),
        Call("write", f"{file}.tmp", data=b"new"),
        Call("rename", f"{file}.tmp", target=str(file)),
    ]
    careful = [*careless[:2], Call("fsync", f"{file}.tmp"), careless[2]]
    for calls, expected in (
        (careless, {b"old", b"new", b""}),
        (careful, {b"old", b"new"}),
        ([*careful, Call("fsync", str(tmp_path))], {b"new"}),
    ):
        disk = Disk.holding(tmp_path)
        for call in calls:
            disk.take(call)
        assert {held[str(file)] for held in disk.cuts()} == expected
