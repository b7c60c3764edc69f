"""Looks at what stdtree works with: programs, repository, terminal, files. One file per check.

A check is a module with a TITLE and `examine(patient)`, which tells what it found. Nothing is
mended here, and nothing of the repository is run: git is asked as `check` asks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from stdtree.errors import StdtreeError
from stdtree.label import Label
from stdtree.model.output_doctor import Checkup
from stdtree.workspace.doctor import (
    cache,
    canonical,
    editors,
    file_names,
    git,
    python,
    releases,
    repository,
    system,
    terminal,
)
from stdtree.workspace.doctor.patient import Patient, trouble

CHECKS: tuple[ModuleType, ...] = (
    python,
    git,
    terminal,
    cache,
    system,
    repository,
    releases,
    canonical,
    editors,
    file_names,
)
"""In the order in which they are told: what all else rests on comes first."""


def examine(patient: Patient) -> Iterator[Checkup]:
    """Everything that was looked at; what keeps checks from looking is told once, as trouble."""
    kept_from: set[Label] = set()
    for check in CHECKS:
        name = check.__name__.rpartition(".")[2].replace("_", "-")
        try:
            told = list(check.examine(patient))
        except StdtreeError as error:
            told = [] if error.message in kept_from else [trouble(error.message, error.hint)]
            kept_from.add(error.message)
        for health, said, fix in told:
            yield Checkup(name, check.TITLE, health, said, fix)
