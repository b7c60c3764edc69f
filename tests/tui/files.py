"""Writing a taxonomy to the files of a repository."""

from __future__ import annotations

import msgspec

from stdtree.model.taxonomy import Taxonomy
from stdtree.store.save import canonical_text
from stdtree.workspace import Workspace
from tests.repos import Repo


def opened(repo: Repo, taxonomy: Taxonomy) -> Workspace:
    """The workspace on a repository whose last commit holds `taxonomy`."""
    write_system(repo, taxonomy)
    repo.commit_all("1.0")
    return Workspace.open(repo.root)


def write_system(repo: Repo, taxonomy: Taxonomy) -> None:
    """Every file of the system."""
    _write(repo, "taxonomy/system.yaml", taxonomy.system)
    bodies = {"organizations": tuple(taxonomy.organizations.values())}
    _write(repo, "taxonomy/organizations.yaml", bodies)
    for category in taxonomy.categories.values():
        _write(repo, f"taxonomy/categories/{category.id}.yaml", category)


def _write(repo: Repo, path: str, value: object) -> None:
    repo.write(path, canonical_text(path, msgspec.to_builtins(value)))
