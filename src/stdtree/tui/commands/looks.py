"""What the editor looks like: its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.store.preferences import prefer
from stdtree.tui.command import Command
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.picking import matches
from stdtree.tui.present.line import Piece, line
from stdtree.tui.terminal import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.label import Language
    from stdtree.tui.editor import EditorApp
    from stdtree.tui.screens.keyed import KeyedScreen

TITLE = Label("配色", "Colours")
IN_USE = Label("使用中", "in use")


async def choose(screen: KeyedScreen, app: EditorApp) -> None:
    """Choose a theme; it is remembered for the next start."""
    language = screen.language

    def options(typed: str) -> Sequence[Option[str]]:
        return _options(typed, app.shown_theme, language)

    chosen = await app.push_screen_wait(Choose(TITLE, options, language=language))
    if chosen is not None:
        app.show_theme(chosen)
        prefer("theme", chosen)


def _options(typed: str, used: str, language: Language) -> list[Option[str]]:
    return [
        Option(line(said.in_(language), right=_mark(name == used, language)), name)
        for name, said in THEMES.items()
        if matches(typed, (name, said.zh, said.en))
    ]


def _mark(in_use: bool, language: Language) -> tuple[Piece, ...]:  # noqa: FBT001 -- one thing to mark
    return (Piece(f" {IN_USE.in_(language)}", "dim"),) if in_use else ()


COMMANDS = tuple(
    Command(
        "theme",
        where,
        Label("更换配色…", "choose colours…"),
        ("g t", "f11"),
        run=lambda screen: screen.flow(choose(screen, screen.app)),
    )
    for where in ("main", "compare", "history")
)
