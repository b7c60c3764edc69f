"""How long Hypothesis searches, always a share of what the profile in force asks for."""

from __future__ import annotations

from hypothesis import settings


def one_in(share: int) -> settings:
    """For a test whose examples cost much: one example where a cheap test has `share`.

    A number of its own would also hold with HYPOTHESIS_PROFILE=deep, and so keep it shallow.
    """
    return settings(max_examples=max(1, settings().max_examples // share))
