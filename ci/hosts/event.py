"""What a run of GitHub Actions is about, told from the file that describes its event.

https://docs.github.com/webhooks/webhook-events-and-payloads
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Occasion(NamedTuple):
    """What is compared with what, as far as the event says."""

    base: str | None = None
    """Commit on which the changes are to land, or from which a push came."""
    head: str | None = None
    """Last commit of a pull request; what is checked out may be its merge into the base."""
    number: int | None = None
    """Of the pull request."""


def occasion(event: Mapping[str, Any]) -> Occasion:
    """The occasion of any event; an empty one where there is nothing to compare with."""
    match event:
        case {"pull_request": {"number": number, "base": base, "head": head}}:
            return Occasion(base["sha"], head["sha"], number)
        case {"merge_group": {"base_sha": base}}:
            return Occasion(base)
        case {"before": str(before)} if before.strip("0"):
            return Occasion(before)
        case _:
            return Occasion()
