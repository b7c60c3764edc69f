"""What changes can mean: GSIM's item changes (as Statistics Canada lists them), and ours."""

from __future__ import annotations

from typing import Literal

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
