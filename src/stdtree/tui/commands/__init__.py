"""Every command of the editor: one file for each topic, found by its name.

Footer, help and palette are made from these tables; see `stdtree.tui.command` for what a command
is. Keys with a Chinese input method on: bare letters go to composition, so every command has a key
that is not a letter or is in the palette (Ctrl+P). Full-width twins of punctuation are the same
keys. Never bound: Ctrl with h i j m [ (Backspace, Tab, Enter, Escape), a b space z (tmux, screen,
job control), Alt with letters, Shift with keys that terminals do not tell apart.
"""

from __future__ import annotations

import sys
from functools import cache

from stdtree import plugins
from stdtree.tui.command import Command, Where


@cache
def every() -> tuple[Command, ...]:
    """All commands, in the order of lists."""
    topics = plugins.discover(sys.modules[__name__])
    found = (command for topic in topics.values() for command in topic.COMMANDS)
    return tuple(sorted(found, key=lambda command: command.rank))


@cache
def commands_in(wheres: tuple[Where, ...]) -> tuple[Command, ...]:
    """The commands that apply in these places, nearest place first."""
    return tuple(command for where in wheres for command in every() if command.where == where)
