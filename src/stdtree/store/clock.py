"""The clock: faces ask it and hand the day down, so that everything below gives the same always."""

from __future__ import annotations

from datetime import UTC, datetime


def today() -> str:
    """The day it is where the user is, YYYY-MM-DD."""
    return datetime.now(UTC).astimezone().date().isoformat()
