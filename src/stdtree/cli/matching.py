"""`stdtree diff A B --match`: releases, revisions or tables, matched and told."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stdtree.cli import outputs
from stdtree.cli.comparing import NO_FINDINGS, REPORTS
from stdtree.cli.ends import previous_release
from stdtree.safe import safe
from stdtree.workspace.matching import TABLE, match_by_ids, match_unrelated, table_edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stdtree.cli.session import Session
    from stdtree.model.match import Matching


def tell_matches(session: Session, ends: tuple[str | None, str], given: Mapping[str, Any]) -> bool:
    """Prints and writes the matches, or the whole correspondence; whether there are any."""
    from stdtree.report.of_matches import of_matches

    formats = ("csv",) if given["correspondence"] else REPORTS
    fmt = given["fmt"] or formats[0]
    files = outputs.all_named(given["outputs"], formats)
    wanted = (fmt, *(file.fmt or fmt for file in files))
    outputs.refuse_unknown(wanted, formats, instead=NO_FINDINGS)
    matching = _matching(session, *ends)

    def made(fmt: str) -> str | bytes:
        return (
            _csv(session, matching) if fmt == "csv" else session.for_file(of_matches(matching), fmt)
        )

    if outputs.write_all(files, fmt, made):
        if fmt == "csv":
            table = _csv(session, matching).decode("utf-8-sig").replace("\r\n", "\n")
            sys.stdout.write(safe(table, newlines=True))
        else:
            session.tell(of_matches(matching), fmt, unfold=given["unfold"])
    return bool(matching.matches)


def _csv(session: Session, matching: Matching) -> bytes:
    from stdtree.export._matches_csv import render

    return render(matching, session.language)


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
