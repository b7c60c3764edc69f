"""The colours: dark, light, high contrast. Tests compute the contrast of all that is drawn in them.

Text reaches 4.5:1 on whatever it stands on (WCAG 2.2, 1.4.3), under high contrast 7:1 (1.4.6).
"""

from __future__ import annotations

from textual.theme import Theme

from stdtree.tui.terminal import THEMES

PREFIX = "stdtree-"
"""Before the name of a theme as Textual knows it."""

_DARK = Theme(
    name=f"{PREFIX}dark",
    primary="#0b66b3",
    secondary="#1d4a6b",
    accent="#ffc473",
    warning="#ffc473",
    error="#b3324f",
    success="#2f8a4e",
    foreground="#e6e6e6",
    background="#121212",
    surface="#1e1e1e",
    panel="#242f38",
    variables={
        "text": "#f2f2f2",
        "text-muted": "#b4b4b4",
        "text-primary": "#80bff5",
        "text-accent": "#ffc473",
        "text-warning": "#ffc473",
        "text-success": "#8ad4a1",
        "text-error": "#ff9aa8",
        "primary-muted": "#0c304c",
        "button-color-foreground": "#ffffff",
        "cursor": "#0b5ea6",
        "cursor-text": "#ffffff",
        "cursor-left": "#2d2d2d",
        "frame": "#7d8b97",
        "frame-focus": "#5fb0f2",
    },
)
_LIGHT = Theme(
    name=f"{PREFIX}light",
    primary="#0a5594",
    secondary="#c9d6e2",
    accent="#7a4700",
    warning="#7a4700",
    error="#a3122f",
    success="#17602f",
    foreground="#1a1a1a",
    background="#fafafa",
    surface="#f0f1f2",
    panel="#e2e6ea",
    dark=False,
    variables={
        "text": "#111111",
        "text-muted": "#4a4f54",
        "text-primary": "#004f8a",
        "text-accent": "#7a4700",
        "text-warning": "#7a4700",
        "text-success": "#17602f",
        "text-error": "#a3122f",
        "primary-muted": "#cfe3f5",
        "button-color-foreground": "#ffffff",
        "cursor": "#0a5594",
        "cursor-text": "#ffffff",
        "cursor-left": "#d9dfe5",
        "frame": "#5a6671",
        "frame-focus": "#0a5594",
    },
)
_CONTRAST = Theme(
    name=f"{PREFIX}contrast",
    primary="#ffe100",
    secondary="#ffffff",
    accent="#ffe100",
    warning="#ffd75e",
    error="#ff9aa8",
    success="#5ef08a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    variables={
        "text": "#ffffff",
        "text-muted": "#e0e0e0",
        "text-primary": "#8fd0ff",
        "text-accent": "#ffe100",
        "text-warning": "#ffd75e",
        "text-success": "#5ef08a",
        "text-error": "#ffb3bd",
        "primary-muted": "#00304f",
        "button-color-foreground": "#000000",
        "cursor": "#ffe100",
        "cursor-text": "#000000",
        "cursor-left": "#262626",
        "frame": "#c0c0c0",
        "frame-focus": "#ffe100",
    },
)

ALL = dict(zip(THEMES, (_DARK, _LIGHT, _CONTRAST), strict=True))
"""The themes by the names that people use."""
