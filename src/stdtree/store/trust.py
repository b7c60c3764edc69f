"""Which repositories the user trusts to run their own programs (hooks, signing).

Kept in the user's state folder, never in a repository: what is judged cannot be its own judge.
"""

from __future__ import annotations

import json
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store.disk import replace_file


def is_trusted(repository: Path) -> bool:
    """Whether the user has said so of the repository at this very path."""
    return str(repository.resolve()) in _trusted()


def trust(repository: Path) -> None:
    """Remembers that the user trusts the repository at this path."""
    _write(_trusted() | {str(repository.resolve())})


def distrust(repository: Path) -> None:
    """Takes that back."""
    _write(_trusted() - {str(repository.resolve())})


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("stdtree", appauthor=False) / "trusted.json"


def _trusted() -> frozenset[str]:
    """What cannot be read trusts nobody."""
    try:
        paths = json.loads(_file().read_text(encoding="utf-8"))["paths"]
        return frozenset(path for path in paths if isinstance(path, str))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _write(paths: frozenset[str]) -> None:
    file = _file()
    data = json.dumps({"paths": sorted(paths)}, ensure_ascii=False, indent=2)
    try:
        replace_file(file, f"{data}\n".encode())
    except OSError as error:
        raise StoreError(
            Label(
                zh=f"无法写入 {file}：{error.strerror}", en=f"cannot write {file}: {error.strerror}"
            ),
            Label(
                zh=f"请检查权限：ls -ld {file.parent}",
                en=f"check its permissions: ls -ld {file.parent}",
            ),
        ) from error
