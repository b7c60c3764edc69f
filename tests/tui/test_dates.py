"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.tui.dates import parse_date, stepped

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-3-1", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("2026.3.1", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026年3月1日", "2026-03-01"),
        ("２０２６－３－１", "2026-03-01"),
        ("2026年3月", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026年", "2026"),
        ("2026", "2026"),
        ("今天", TODAY),
        ("Tomorrow", "2026-11-23"),
        ("", ""),
        ("2026-13", None),
        ("2026-02-30", None),
        ("26-3-1", None),
        ("明年", None),
    ],
)
def test_usual_forms(typed: str, kept: str | None) -> None:
    """Year alone and year with month stay as little as they say."""
    assert parse_date(typed, TODAY) == kept


@given(st.dates(min_value=date(1900, 1, 1)))
def test_what_is_kept_is_read_as_itself(day: date) -> None:
    """Normalising twice is normalising once."""
    assert parse_date(day.isoformat(), TODAY) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "steps", "there"),
    [
        ("2026-02-28", 1, "2026-03-01"),
        ("2026-01-01", -1, "2025-12-31"),
        ("2026-12", 1, "2027-01"),
        ("2026-01", -1, "2025-12"),
        ("2026", 1, "2027"),
        ("", 1, TODAY),
        ("明年", 1, TODAY),
        ("9999-12-31", 1, "9999-12-31"),
        ("9999-12", 1, "9999-12"),
        ("9999", 1, "9999"),
    ],
)
def test_steps(typed: str, steps: int, there: str) -> None:
    """By days, months or years, whichever is the last that is said."""
    assert stepped(typed, steps, TODAY) == there
