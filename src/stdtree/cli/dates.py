"""Dates on the command line: given, or today's when that is asked for; never silently the clock."""

from __future__ import annotations

from datetime import UTC, datetime

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.store import clock


def issued(date: str | None, *, today: bool) -> str:
    """YYYY-MM-DD. Raises UsageError unless there is a date, or `today` instead of one."""
    if (date is None) is not today:
        raise UsageError(
            Label("发布日期须用 --date 或 --today 之一给出", "a release needs --date or --today"),
            Label("例如 --date 2027-03-01", "for example --date 2027-03-01"),
        )
    return day(date)


def day(date: str | None) -> str:
    """YYYY-MM-DD: the date that is given, else today's. Raises UsageError if it is none."""
    if date is None:
        return clock.today()
    try:
        return datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        raise UsageError(
            Label(f"“{date}”不是日期", f"“{date}” is not a date"),
            Label("写作 --date 2027-03-01", "write --date 2027-03-01"),
        ) from None
