"""How far a fetch or push has come, in one line on a terminal that is written over and over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.store.transfer import Progress, Watch

_CLEAR = "\r\x1b[K"


@contextmanager
def watched(session: Session) -> Iterator[Watch]:
    """What to hand to a transfer; Ctrl+C ends it in good order."""
    from stdtree.store.transfer import Watch

    shown = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if shown:
            phase = progress.phase.in_(session.language)
            sys.stderr.write(f"{_CLEAR}{phase} {progress.percent}%")
            sys.stderr.flush()

    try:
        yield Watch(tell)
    finally:
        if shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
