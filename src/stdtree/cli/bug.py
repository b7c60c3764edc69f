"""The end of a run that met a bug: the details go to a log file, its path to the screen."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from stdtree import __version__
from stdtree.label import Label

if TYPE_CHECKING:
    from pathlib import Path

    from stdtree.cli.session import Session

KEPT = "bug.log"
"""Each bug replaces the one before: what people send in is what they have just seen."""


def report_bug(session: Session, error: Exception) -> None:
    """Write the traceback into a log file and say where; onto stderr if that cannot be."""
    details = _details(error)
    try:
        path = _write(details)
    except OSError:
        sys.stderr.write(details)
        session.refuse(Label("stdtree 出现缺陷", "stdtree met a bug"))
        return
    session.refuse(
        Label("stdtree 出现缺陷", "stdtree met a bug"),
        Label(f"报告缺陷时请附上 {path}", f"please report it together with {path}"),
    )


def _details(error: Exception) -> str:
    version = sys.version.replace("\n", " ")
    return (
        f"stdtree {__version__}, Python {version}, {sys.platform}\n"
        f"{' '.join(sys.argv)}\n\n{''.join(traceback.format_exception(error))}"
    )


def _write(details: str) -> Path:
    from platformdirs import user_log_path

    path = user_log_path("stdtree", appauthor=False, ensure_exists=True) / KEPT
    path.write_text(details, encoding="utf-8", errors="backslashreplace")
    return path
