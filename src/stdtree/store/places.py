"""Where stdtree keeps what is not content (journal, intents, locks), and where a system lies."""

from __future__ import annotations

import hashlib
from pathlib import Path

from stdtree.store import layout


def private_folder(root: Path, git_dir: Path | None) -> Path:
    """The folder for journal and locks of the system in `root`: `<git-dir>/stdtree/`.

    Without git it is a folder of the user's state, by the path of `root`. Never in the work tree.
    """
    if git_dir is not None:
        return git_dir / "stdtree"
    import platformdirs

    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return Path(platformdirs.user_state_dir("stdtree")) / "systems" / name


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds taxonomy/."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / layout.SYSTEM).exists() or (folder / layout.CATEGORIES).is_dir():
            return folder
    return None
