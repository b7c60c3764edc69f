"""A program that does a scenario again and again, each time with something else going wrong.

It forks for each: starting anew would take half a second. What each child has to say is left
beside the folder it worked in, named for the call that went wrong.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from stdtree.errors import StdtreeError
from tests.safety.boundaries import Call, watched
from tests.safety.scenarios import SCENARIOS

_ERRORS = (errno.ENOSPC, errno.EROFS, errno.EIO)
_REFUSING = 'cat >/dev/null; echo "fatal: write error: $0" >&2; exit 128'
_UNHEARD = '"$@"; exit 137'


class Fault:
    """Something that goes wrong at the k-th call that changes the disk."""

    def __init__(self, kind: str, at: int) -> None:
        self.kind = kind
        self.at = at
        self.calls: list[str] = []

    def __call__(self, call: Call) -> Sequence[str] | None:
        """Before each call."""
        number = len(self.calls)
        self.calls.append(f"{call.name} {call.path}")
        if self.at < 0 or number < self.at or (number > self.at and self.kind != "gone"):
            return None
        if self.kind == "die":
            os._exit(9)
        if self.kind == "unheard":
            return ["sh", "-c", _UNHEARD, "sh", *call.command] if call.command else None
        code = _ERRORS[self.at % len(_ERRORS)]
        if call.command:
            return ["sh", "-c", _REFUSING, os.strerror(code)]
        raise OSError(code, os.strerror(code), call.path)


def attempt(scenario: str, root: Path, fault: Fault) -> dict[str, object]:
    """Does it; what came of it."""
    said, bug = "", ""
    try:
        with watched(fault):
            SCENARIOS[scenario].act(root)
    except StdtreeError as error:
        said = f"{error.message.en}\n{error.hint.en if error.hint else ''}"
    except BaseException:  # noqa: BLE001 -- whatever it is, the test is told
        bug = traceback.format_exc()
    return {"said": said, "bug": bug, "calls": fault.calls}


def points(kind: str, calls: Sequence[str], most: int) -> list[int]:
    """Which calls go wrong: all that can matter, or `most` of them, evenly spread."""
    if kind == "unheard":
        found = [at for at, call in enumerate(calls) if call.startswith("git ")]
    elif kind == "die":  # an fsync changes nothing that a process could see
        before = ["", *calls]
        found = [at for at, call in enumerate(before) if not call.startswith("fsync ")]
    else:
        found = list(range(len(calls)))
    return found[:: max(1, -(-len(found) // most))]


def main(scenario: str, kind: str, template: str, folder: str, most: int) -> None:
    """Once nothing goes wrong (-1), then at most `most` times something does."""
    calls = _attempt_in_child(scenario, kind, template, root=Path(folder) / "-1")
    for at in points(kind, calls, most):
        _attempt_in_child(scenario, kind, template, root=Path(folder) / f"{at}")


def _attempt_in_child(scenario: str, kind: str, template: str, *, root: Path) -> list[str]:
    """The calls it made; none if it died."""
    shutil.copytree(template, root, symlinks=True)
    report = root.with_name(f"{root.name}.json")
    if (child := os.fork()) == 0:
        fault = Fault(kind, int(root.name))
        report.write_text(json.dumps(attempt(scenario, root, fault)), encoding="utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    return json.loads(report.read_text("utf-8"))["calls"] if report.exists() else []


if __name__ == "__main__":
    main(*sys.argv[1:5], int(sys.argv[5]))
