"""A picture of the screen as SVG, the same on every machine.

Textual's own export gives wide characters half their room, takes a font from the network, and
names its parts at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color

ACROSS, DOWN, FONT = 8.4, 17, 14
"""Pixels of a cell, and of its letters."""
FRAME = 10
_FONTS = (
    "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono',"
    " 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"
)


def picture(app: App[None], title: str) -> str:
    """The screen, with everything that lies over it."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 -- the whole screen
    width, height = ACROSS * app.size.width, DOWN * app.size.height
    ground = Color.parse(app.current_theme.background or "#000000").hex.lower()
    view = f"{-FRAME} {-FRAME} {_n(width + 2 * FRAME)} {_n(height + 2 * FRAME)}"
    font = f'font-size="{FONT}" font-family={quoteattr(_FONTS)}'
    lines = [line for row, strip in enumerate(strips) for line in _drawn(row, list(strip), ground)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" {font}>',
            f"<title>{escape(title)}</title>",
            f'<rect x="{-FRAME}" y="{-FRAME}" width="100%" height="100%" rx="8" fill="{ground}"/>',
            *lines,
            "</svg>\n",
        )
    )


def _drawn(row: int, segments: list[Segment], ground: str) -> Iterator[str]:
    """The grounds of one line, then its letters."""
    letters, column = [], 0
    for style, group in groupby(segments, key=lambda segment: segment.style):
        text = "".join(segment.text for segment in group)
        ink, paper = _colours(style or Style())
        if paper and paper != ground:
            yield (
                f'<rect x="{_n(column * ACROSS)}" y="{row * DOWN}"'
                f' width="{_n(cell_len(text) * ACROSS)}" height="{DOWN}" fill="{paper}"/>'
            )
        letters += _written(text, column, row, look=f'fill="{ink}"{_weight(style)}')
        column += cell_len(text)
    yield from letters


def _written(text: str, column: int, row: int, *, look: str) -> Iterator[str]:
    """Runs of narrow and of wide characters; each of the wide ones at a place of its own."""
    for width, run in groupby(text, key=cell_len):
        letters = "".join(run)
        shown = letters.strip()
        start = column + (len(letters) - len(letters.lstrip())) * width
        column += len(letters) * width
        if not shown:
            continue
        if width == 1:
            place = f'x="{_n(start * ACROSS)}" textLength="{_n(len(shown) * ACROSS)}"'
        else:
            nudge = (width * ACROSS - FONT) / 2
            places = [_n((start + at * width) * ACROSS + nudge) for at in range(len(shown))]
            place = f'x="{" ".join(places)}"'
        baseline = row * DOWN + DOWN - 5
        yield f'<text {place} y="{baseline}" xml:space="preserve" {look}>{escape(shown)}</text>'


def _colours(style: Style) -> tuple[str, str | None]:
    ink = style.color.get_truecolor().hex if style.color else "#c5c8c6"
    paper = style.bgcolor.get_truecolor().hex if style.bgcolor else None
    return (paper or "#000000", ink) if style.reverse else (ink, paper)


def _weight(style: Style | None) -> str:
    return ' font-weight="bold"' if style and style.bold else ""


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
