"""The colours: whatever is drawn can be read, in every theme."""

from __future__ import annotations

import os

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from stdtree.store.preferences import preference
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.terminal import THEMES, Look, look, set_environment
from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage

READABLE = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""WCAG 2.2, 1.4.3 and 1.4.6."""
FRAMES = 3.0
"""WCAG 2.2, 1.4.11: what is no text."""
_FRAME = set("─│╭╮╰╯├└▌▐▎▊▔▁▀▄█▃▅▆▇▂▉▋▍▏▕╲╱━┃═║╔╗╚╝ ")


def contrast(style: Style) -> float:
    """Of the text to what is behind it, 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    front, back = (_luminance(one) for one in (style.color, style.bgcolor))
    return (max(front, back) + 0.05) / (min(front, back) + 0.05)


def _luminance(colour: RichColor) -> float:
    parts = [part / 255 for part in Color.from_rich_color(colour).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def poor(editor: Stage, theme: str) -> set[tuple[str, str, float]]:
    """What on the screen is hard to read: text, style, contrast."""
    found = set()
    for segment in segments(editor):
        text, style = segment.text.strip(), segment.style
        if not text or style is None:
            continue
        least = FRAMES if set(text) <= _FRAME else READABLE[theme]
        if set(text) <= set("▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▔▕▀▐ "):
            continue  # scroll bars and edges of buttons: colours of surfaces
        if (reached := contrast(style)) < least:
            found.add((text, str(style), round(reached, 2)))
    return found


def segments(editor: Stage) -> list[Segment]:
    """Every piece of the picture; of a dialog only what is inside it, the rest is out of use."""
    screen = editor.app.screen
    area = screen.query_one("#frame").region if isinstance(screen, Dialog) else screen.region
    strips = screen._compositor.render_strips()[area.y : area.bottom]  # noqa: SLF001 -- all of it
    return [segment for strip in strips for segment in strip.crop(area.x, area.right)]


@pytest.mark.parametrize("theme", THEMES)
async def test_everything_can_be_read(workspace: Workspace, theme: str) -> None:
    """Main screen, details, palette, help, forms, questions, comparison."""
    async with stage(workspace, look=Look(theme=theme)) as editor:
        await editor.settled()
        await editor.press("down", "down", "down", "down", "right")
        await editor.sees("GB/T 34670-2017")
        assert poor(editor, theme) == set()
        await editor.press("tab", "down")
        await editor.still()
        assert poor(editor, theme) == set()
        for key, shown in (
            ("ctrl+p", "命令"),
            ("f1", "帮助"),
            ("enter", "操作"),
            ("f2", "类目更名"),
        ):
            await editor.press(key)
            await editor.sees(shown)
            await editor.still()
            assert poor(editor, theme) == set(), shown
            await editor.press("escape")
            await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("f5")
        await editor.still()
        assert poor(editor, theme) == set()


async def test_the_theme_is_chosen_at_run_time_and_remembered(workspace: Workspace) -> None:
    """By name in a list; what was drawn before is drawn anew; the next start has it."""
    async with stage(workspace) as editor:
        await editor.settled()
        before = {segment.style for segment in segments(editor)}
        await editor.press("g", "t")
        await editor.sees("高对比度", "使用中")
        await editor.press("down", "down", "enter")
        await editor.until(lambda: editor.app.theme == "stdtree-contrast")
        await editor.still()
        assert poor(editor, "contrast") == set()
        assert before.isdisjoint(segment.style for segment in segments(editor) if segment.style)
    assert preference("theme") == "contrast"
    assert look({"STDTREE_TERMINAL": "plain"}).theme == "contrast"
    assert look({"STDTREE_TERMINAL": "plain", "STDTREE_THEME": "light"}).theme == "light"
    assert (
        look({"STDTREE_TERMINAL": "plain", "STDTREE_THEME": "light"}, theme="dark").theme == "dark"
    )


async def test_without_colours_marks_and_reverse_tell_all(workspace: Workspace) -> None:
    """NO_COLOR: no piece has a colour; the row of the cursor and the keys stand out."""
    set_environment(os.environ)
    async with stage(workspace, look=Look(is_coloured=False)) as editor:
        await editor.settled()
        styles = [segment.style for segment in segments(editor) if segment.style]
        assert all(style.color is None and style.bgcolor is None for style in styles)
        reversed_ = "".join(s.text for s in segments(editor) if s.style and s.style.reverse)
        assert "A 类目basics" in reversed_
        await editor.press("tab")
        await editor.still()
        assert any("╔" in line for line in editor.lines)
