"""Files of a small system, as bytes, and the folders to put them in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stdtree.model.category import Category
from stdtree.model.finding import Finding, Subject
from stdtree.model.organization import Organizations
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.file_tree import DiskTree, MemoryTree
from stdtree.store.load import Loaded, load
from stdtree.store.save import canonical_text
from tests.trees import SYSTEM as DEMO

SYSTEM_PATH = layout.SYSTEM
SYSTEM = canonical_text(layout.SYSTEM, DEMO).encode()


def path(category_id: str) -> str:
    """Where the file of a category lies."""
    return layout.category_path(category_id)


def of(taxonomy: Taxonomy) -> dict[str, bytes]:
    """Canonical files of a taxonomy's system, organizations and categories."""
    values: dict[str, Any] = {
        layout.SYSTEM: taxonomy.system,
        layout.ORGANIZATIONS: Organizations(organizations=tuple(taxonomy.organizations.values())),
    }
    values |= {path(category.id): category for category in taxonomy.categories.values()}
    return {place: canonical_text(place, value).encode() for place, value in values.items()}


def write(root: Path, files: dict[str, bytes]) -> None:
    """Puts files into a folder."""
    for place, data in files.items():
        file = root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def read(root: Path) -> dict[str, bytes]:
    """All the files below taxonomy/, whatever they are called."""
    found = (file for file in sorted((root / layout.TAXONOMY).rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


def opened(root: Path) -> Loaded:
    """What a folder holds."""
    return load(DiskTree(root))


def loaded(**texts: str) -> Loaded:
    """A system whose categories are these texts, by id; written with `_` for `-`."""
    named = {name.replace("_", "-"): text for name, text in texts.items()}
    return load(
        MemoryTree(
            {SYSTEM_PATH: SYSTEM, **{path(key): text.encode() for key, text in named.items()}}
        )
    )


def said(found: Loaded) -> list[tuple[str, str]]:
    """Rule and place of each finding."""
    return [(finding.rule, str(finding.place)) for finding in found.findings]


def only(found: Loaded, rule: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = [finding for finding in found.findings if finding.rule == rule]
    return finding


def subject(category: Category) -> Subject:
    """A category as the subject of a finding."""
    return Subject("category", category.id)
