"""Longer than the screen: the pager of the user's environment, as git does."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from stdtree.wrapping import cells

if TYPE_CHECKING:
    from collections.abc import Mapping


def page(text: str, *, color: bool, wanted: bool) -> None:
    """Prints the text, through a pager if it is `wanted` and the text is longer than a screen.

    The pager is PAGER of the environment, else less; no configuration of a repository chooses it.
    """
    if wanted and sys.stdout.isatty() and not _is_off(os.environ) and is_longer(text):
        import click

        click.echo_via_pager(text, color=None if color else False)  # None: as less can show them
        return
    sys.stdout.write(text)


def is_longer(text: str) -> bool:
    """Whether the text does not fit on the screen."""
    size = os.get_terminal_size(sys.stdout.fileno())
    lines = 0
    for line in text.splitlines():
        lines += max(1, -(-cells(line) // max(size.columns, 1)))
        if lines >= size.lines > 0:
            return True
    return False


def _is_off(environ: Mapping[str, str]) -> bool:
    """PAGER=cat, or set to nothing: the user wants none."""
    return environ.get("PAGER") in ("", "cat") or environ.get("TERM") == "dumb"
