"""The interpreter, and whether it starts as fast as it can."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from stdtree import __version__
from stdtree.label import Label, same
from stdtree.workspace.doctor.patient import Patient, Told, note, ok

TITLE = same("Python")


def examine(patient: Patient) -> Iterator[Told]:
    """Its version and place; compiled modules."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield ok(
        Label(
            f"{version}，位于 {sys.executable}；stdtree {__version__}",
            f"{version} at {sys.executable}; stdtree {__version__}",
        )
    )
    if patient.environ.get("PYTHONDONTWRITEBYTECODE"):
        yield note(
            Label(
                "设置了 PYTHONDONTWRITEBYTECODE，启动要慢两三倍",
                "PYTHONDONTWRITEBYTECODE is set: every start takes two or three times as long",
            ),
            same("unset PYTHONDONTWRITEBYTECODE"),
        )
