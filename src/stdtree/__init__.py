"""stdtree: edit, check, compare and release a standards system (标准体系) kept as YAML in git.

The public Python API mirrors the command line; every function looks for the system in `folder`
(default: the current one) or above it. Importing it is cheap: each function imports what it needs.

    import stdtree

    for finding in stdtree.check():
        print(finding.place, finding.rule, finding.message.en)

    difference = stdtree.compare("1.0", "1.1")
    print([event.kind for event in difference.events])

    for depth, category in stdtree.load("1.1").taxonomy.walk():
        print("  " * depth, category.code, category.title["zh"])

    system = stdtree.open()
    system.apply(RenameCategory(id="incubation", name={"zh": "孵化服务"}))
    system.save()

What cannot go on raises `stdtree.errors.StdtreeError` with a message and a hint in both languages;
what is wrong *in the data* is a finding. The values are those of `stdtree.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from stdtree.model.difference import Difference
    from stdtree.model.finding import Finding
    from stdtree.workspace import Edition, Workspace

    Folder = str | PathLike[str]

__all__ = ["check", "compare", "load", "open", "products"]
__version__ = "0.1.0"

_WORK = "WORK"


def open(folder: Folder = ".") -> Workspace:  # noqa: A001 -- as in stdtree.open(): it opens a system
    """The system in `folder`, to edit, save, commit and release it. Raises StoreError.

    >>> open("demo").names()
    ('1.0', '1.1', 'WORK')
    """
    from pathlib import Path

    from stdtree.workspace import Workspace

    return Workspace.open(Path(folder))


def load(name: str = _WORK, *, folder: Folder = ".") -> Edition:
    """The system as it is in the files now, or as it was in a release or git revision.

    Raises UsageError for an unknown name and StoreError for a release that was changed.

    >>> load("1.0", folder="demo").taxonomy.categories["basics"].code
    'A'
    """
    return open(folder).edition(name)


def check(*, folder: Folder = ".", today: str = "") -> tuple[Finding, ...]:
    """All findings in the files now, each with its place; errors and all else, sorted by place.

    `today` (YYYY-MM-DD) is the day by which plans and dates are judged; without it they are not.

    >>> [finding.rule for finding in check(folder="demo") if finding.severity == "error"]
    []
    """
    return open(folder).check(today=today)


def compare(before: str, after: str = _WORK, *, folder: Folder = ".") -> Difference:
    """What turns one release or revision into another: changes, events, correspondence.

    >>> compare("1.0", "1.1", folder="demo").required
    'minor'
    """
    return open(folder).compare(before, after)


def products(name: str, *, against: str | None = None, folder: Folder = ".") -> Mapping[str, bytes]:
    """The published files of a release, or with `against` of what changed since, by path.

    Writes nothing; `stdtree.open().export(...)` does. It is not called `export`, since a package of
    stdtree has that name.

    >>> sorted(products("1.1", folder="demo"))[-1]
    'exports/1.1/taxonomy.json'
    """
    from stdtree.workspace.exporting import planned

    where, files = planned(open(folder), name, against=against, only=None)
    return {f"{where}/{file.path}": file.data for file in files}
