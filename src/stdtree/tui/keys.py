"""From key presses to commands: names of keys, full-width twins, chords."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from stdtree.tui.command import Command, Where
from stdtree.tui.commands import commands_in

if TYPE_CHECKING:
    from textual.events import Key

_FULL_WIDTH = {code + 0xFEE0: chr(code) for code in range(ord("!"), ord("~") + 1)}
TWINS = _FULL_WIDTH | str.maketrans("、。【】《》“”‘’￥·", "/.[]<>\"\"''$`")
"""What a Chinese input method types instead of a character of the keyboard."""
_WIDE_SPACE = "\u3000"

_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "⌫",
    "insert": "Ins",
    "delete": "Del",
}


@dataclass(frozen=True, slots=True)
class Pending:
    """The first key of a chord was pressed."""

    prefix: str


def token(event: Key) -> str:
    """The key as the table of commands names it: the character typed, else Textual's name."""
    character = event.character
    if character is not None and character.isprintable() and character != " ":
        return character.translate(TWINS)
    return "space" if character == _WIDE_SPACE else event.key


def shown(keys: str) -> str:
    """A key as people read it: "gg", "Ctrl+R", "F2"."""
    return "".join(_one(part) for part in keys.split(" "))


class Keymap:
    """Finds the command for a key; remembers the first key of a chord and nothing else."""

    def __init__(self) -> None:
        self.prefix = ""

    def press(self, key: str, wheres: tuple[Where, ...]) -> Command | Pending | None:
        """What `key` does in these places; the nearest place wins."""
        table = _table(wheres)
        sequence = f"{self.prefix} {key}" if self.prefix else key
        self.prefix = ""
        if sequence in table:
            return table[sequence]
        if any(keys.startswith(f"{sequence} ") for keys in table):
            self.prefix = sequence
            return Pending(sequence)
        return None


@lru_cache(maxsize=32)
def _table(wheres: tuple[Where, ...]) -> dict[str, Command]:
    table: dict[str, Command] = {}
    for command in commands_in(wheres):
        for keys in command.keys:
            table.setdefault(keys, command)
    return table


def _one(key: str) -> str:
    if key in _SHOWN:
        return _SHOWN[key]
    held, plus, rest = key.rpartition("+")
    if plus and rest:
        return f"{held.capitalize()}+{_one(rest) if len(rest) > 1 else rest.upper()}"
    return key.upper() if len(key) > 1 else key
