"""Dates as people type them, and the one form in which they are kept: YYYY, YYYY-MM, YYYY-MM-DD."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_PARTS = re.compile(
    r"(?P<year>[0-9]{4})(?:(?:[-/.年 ]+)(?P<month>[0-9]{1,2})"
    r"(?:(?:[-/.月 ]+)(?P<day>[0-9]{1,2})日?|月)?|年)?"
)
_SOLID = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?")
_DAYS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "昨天": -1, "yesterday": -1}
_FULL, _TO_MONTH = len("2026-03-01"), len("2026-03")
_DECEMBER = 12


def parse_date(text: str, today: str) -> str | None:
    """The kept form of a date in any usual form; '' for an empty text; None if it is no date.

    2026-3-1, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日, 2026年3月, 2026, 今天, tomorrow.
    """
    typed = unicodedata.normalize("NFKC", text).strip().casefold()
    if not typed:
        return ""
    if typed in _DAYS:
        return (date.fromisoformat(today) + timedelta(_DAYS[typed])).isoformat()
    found = _PARTS.fullmatch(typed) or _SOLID.fullmatch(typed)
    if found is None:
        return None
    year, month, day = (found[name] for name in ("year", "month", "day"))
    kept = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    try:
        date.fromisoformat(kept + "-01-01"[len(kept) - len("2026") :])
    except ValueError:
        return None
    return kept


def stepped(text: str, steps: int, today: str) -> str:
    """The date so many days on; months or years on where it says no more; today for none."""
    kept = parse_date(text, today)
    if not kept:
        return today
    try:
        if len(kept) == _FULL:
            return (date.fromisoformat(kept) + timedelta(steps)).isoformat()
        if len(kept) == _TO_MONTH:
            year, month = divmod(int(kept[:4]) * _DECEMBER + int(kept[5:]) - 1 + steps, _DECEMBER)
            return date(year, month + 1, 1).isoformat()[:_TO_MONTH]
        return date(int(kept) + steps, 1, 1).isoformat()[:4]
    except (OverflowError, ValueError):
        return kept  # there is no calendar beyond
