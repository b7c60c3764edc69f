"""What a user has chosen for all systems: colours, sizes of panes. Nothing depends on it.

One small JSON file in the user's folder for settings. What cannot be read counts as not chosen, and
what cannot be written is chosen for this run only: a preference is never worth an error.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from stdtree.store.disk import replace_file

Choice: TypeAlias = "str | int | float | bool | list[Choice] | dict[str, Choice] | None"
"""What JSON can hold."""


def preference(name: str) -> Choice:
    """What the user chose under `name`; None if nothing was."""
    return _all().get(name)


def prefer(name: str, choice: Choice) -> None:
    """Remembers a choice for the next start; None forgets it."""
    chosen = _all()
    if chosen.get(name) == choice:
        return
    chosen[name] = choice
    kept = {key: value for key, value in sorted(chosen.items()) if value is not None}
    data = json.dumps(kept, ensure_ascii=False, indent=2)
    with suppress(OSError):
        replace_file(file(), f"{data}\n".encode())


def file() -> Path:
    """Where they are kept."""
    from platformdirs import user_config_path

    return user_config_path("stdtree", appauthor=False) / "preferences.json"


def _all() -> dict[str, Choice]:
    try:
        chosen = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return chosen if isinstance(chosen, dict) else {}
