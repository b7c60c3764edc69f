"""Where everything lies in a repository, and what kind of file stands at a path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.correspondence import Correspondence
from stdtree.model.organization import Organizations
from stdtree.model.release import Release
from stdtree.model.system import System

TAXONOMY = "taxonomy"
SYSTEM = "taxonomy/system.yaml"
ORGANIZATIONS = "taxonomy/organizations.yaml"
CATEGORIES = "taxonomy/categories"
CONSULTATIONS = "taxonomy/consultations"
RELEASES = "taxonomy/releases"
CORRESPONDENCES = "taxonomy/correspondences"
EXPORTS = "exports"
SCHEMAS = "schemas"
SNAPSHOT = "taxonomy.json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name in `schemas/` and the model value it holds."""

    name: str
    type: type[Any]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("system", System),
        Kind("organizations", Organizations),
        Kind("category", Category),
        Kind("consultation", Consultation),
        Kind("release", Release),
        Kind("correspondence", Correspondence),
    )
}
_FOLDERS = (
    (CATEGORIES + "/", KINDS["category"]),
    (CONSULTATIONS + "/", KINDS["consultation"]),
    (RELEASES + "/", KINDS["release"]),
    (CORRESPONDENCES + "/", KINDS["correspondence"]),
)


def kind_at(path: str) -> Kind | None:
    """The kind of file at `path` (from the repository's root), None for no known kind."""
    if not path.endswith(".yaml"):
        return None
    for folder, kind in _FOLDERS:
        if path.startswith(folder):
            return kind
    if path == SYSTEM:
        return KINDS["system"]
    return KINDS["organizations"] if path == ORGANIZATIONS else None


def stem(path: str) -> str:
    """The file's name without folder and `.yaml`: the id that it should hold."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def category_path(category_id: str, beside: str | None = None) -> str:
    """Where a new category's file goes: into the folder of the file `beside`, if there is one."""
    folder = str(PurePosixPath(beside).parent) if beside else CATEGORIES
    return f"{folder}/{category_id}.yaml"


def snapshot_path(release: str) -> str:
    """Where the snapshot of a release lies."""
    return f"{EXPORTS}/{release}/{SNAPSHOT}"


def modeline(path: str, kind: str) -> str:
    """The comment by which editors find the schema of the file at `path`."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}schemas/draft-07/{kind}.schema.json"
