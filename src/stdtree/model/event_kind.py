"""What happens, and what it means: item changes of GSIM (Statistics Canada's list), and ours."""

from __future__ import annotations

from typing import Literal

BaseKind = Literal[
    "added", "removed", "retired", "reinstated", "moved", "recoded", "renamed", "field"
]
EventKind = Literal[
    "creation",
    "deletion",
    "merger",
    "take-over",
    "breakdown",
    "split-off",
    "replacement",
    "regrouping",
    "transfer",
    "code-change",
    "name-change",
    "redefinition",
    "code-reused",
    "new-edition",
    "status-change",
    "re-homed",
]
