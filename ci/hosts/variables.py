"""What the host tells by variables of the environment."""

from __future__ import annotations

import os


def variable(name: str, otherwise: str = "") -> str:
    """A variable; `otherwise` where it is missing or empty, which hosts do not tell apart."""
    return os.environ.get(name) or otherwise
