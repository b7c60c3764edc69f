"""Boxes, arrows and texts as SVG, in colours that follow the reader's light or dark page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

STYLE = """\
svg { background: #fff; color: #1f2933; --soft: #5b6673; --line: #8a96a3;
  --plain: #f4f6f8; --main: #dff2ee; --edge: #00796b; --warm: #fdf0dc; --amber: #b26a00; }
@media (prefers-color-scheme: dark) {
  svg { background: #1e2129; color: #e4e7eb; --soft: #a5b0bd; --line: #7b8794;
    --plain: #2a2e38; --main: #17403a; --edge: #4db6a4; --warm: #453216; --amber: #e0a14a; }
}
text { font: 14px system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  fill: currentColor; }
.strong { font-weight: 600; }
.soft { fill: var(--soft); font-size: 12.5px; }
.code { font: 12.5px ui-monospace, "Noto Sans Mono", Menlo, Consolas, monospace; }
.middle { text-anchor: middle; }
.right { text-anchor: end; }
rect { fill: var(--plain); stroke: var(--line); }
rect.main { fill: var(--main); stroke: var(--edge); }
rect.warm { fill: var(--warm); stroke: var(--amber); }
rect.gone { stroke-dasharray: 4 3; }
path { fill: none; stroke: var(--line); stroke-width: 1.4; }
path.main { stroke: var(--edge); }
path.warm { stroke: var(--amber); }
path.part { stroke-dasharray: 5 4; }
marker path { fill: var(--line); stroke: none; }
"""
ARROW = (
    '<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
)
WIDTH = 760
_WIDE = 1.0
_NARROW = 0.6


def width_of(text: str, size: float = 14) -> float:
    """About how wide a text is drawn."""
    return size * sum(
        _WIDE if unicodedata.east_asian_width(char) in "WF" else _NARROW for char in text
    )


def fitted(text: str, width: float, size: float = 14) -> str:
    """The text, ending in … where it would be wider."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


@dataclass
class Canvas:
    """A picture that grows as things are drawn on it."""

    title: str
    height: int
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, said: str, kind: str = "") -> None:
        """A line of text; y is its base line."""
        named = f' class="{kind}"' if kind else ""
        self.parts.append(f'<text x="{x:g}" y="{y:g}"{named}>{escape(said, quote=False)}</text>')

    def box(self, x: float, y: float, w: float, h: float, *lines: str, kind: str = "") -> None:
        """A box with its lines in the middle: the first strong, the others soft."""
        named = f' class="{kind}"' if kind else ""
        self.parts.append(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="5"{named}/>')
        top = y + h / 2 - (len(lines) - 1) * 9 + 5
        for number, line in enumerate(lines):
            style = "soft middle" if number else "strong middle"
            self.text(x + w / 2, top + 18 * number, fitted(line, w - 10), style)

    def line(
        self, points: Sequence[tuple[float, float]], kind: str = "", *, end: bool = True
    ) -> None:
        """A line through points, with an arrow at its end."""
        named = f' class="{kind}"' if kind else ""
        arrow = ' marker-end="url(#arrow)"' if end else ""
        path = "M" + " ".join(f"{x:g} {y:g}" for x, y in points)
        self.parts.append(f'<path d="{path}"{named}{arrow}/>')

    def curve(self, start: tuple[float, float], end: tuple[float, float], kind: str = "") -> None:
        """An arrow from left to right that leaves and arrives level."""
        (x, y), (to_x, to_y) = start, end
        middle = (x + to_x) / 2
        named = f' class="{kind}"' if kind else ""
        self.parts.append(
            f'<path d="M{x:g} {y:g} C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}"{named}'
            ' marker-end="url(#arrow)"/>'
        )

    def svg(self) -> str:
        """The whole file."""
        size = f'viewBox="0 0 {WIDTH} {self.height}" width="{WIDTH}" height="{self.height}"'
        return "\n".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
                f"<title>{escape(self.title)}</title>",
                f"<style>\n{STYLE}</style>",
                f"<defs>{ARROW}</defs>",
                *self.parts,
                "</svg>\n",
            )
        )
