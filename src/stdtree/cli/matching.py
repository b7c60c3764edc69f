"""`stdtree diff A B --match`: releases, revisions or tables, matched and told."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.cli.comparing import REPORTS, refuse_unknown
from stdtree.cli.ends import previous_release
from stdtree.safe import safe
from stdtree.workspace.matching import TABLE, match_by_ids, match_unrelated, table_edition

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.model.match import Matching


def tell_matches(
    session: Session, ends: tuple[str | None, str], *, fmt: str, unfold: bool, as_csv: bool
) -> bool:
    """Prints the matches, or with `as_csv` the whole correspondence; whether there are any."""
    from stdtree.report.of_matches import of_matches

    if not as_csv:
        refuse_unknown([fmt], REPORTS)
    matching = _matching(session, *ends)
    if as_csv:
        from stdtree.export._matches_csv import render

        table = render(matching, session.language).decode("utf-8-sig")
        sys.stdout.write(safe(table.replace("\r\n", "\n"), newlines=True))
    else:
        session.tell(of_matches(matching), fmt, unfold=unfold)
    return bool(matching.matches)


def _matching(session: Session, before: str | None, after: str) -> Matching:
    """By ids, where both ends are editions of this system; else by what they hold alone."""
    opened = cache(session.workspace)  # two tables need no system around them
    before = before or previous_release(opened())
    ends = [
        table_edition(Path(name)) if name.endswith(TABLE) else opened().edition(name)
        for name in (before, after)
    ]
    tables = before.endswith(TABLE) or after.endswith(TABLE)
    return match_unrelated(*ends) if tables else match_by_ids(*ends)
