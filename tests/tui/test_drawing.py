"""Terminals with wide symbols: what is drawn for what."""

from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len

from stdtree.tui.drawing import narrow
from stdtree.tui.terminal import Look
from stdtree.workspace import Workspace
from tests.tui.stage import stage


def test_every_ambiguous_character_becomes_one_ascii_character() -> None:
    """All of Unicode: nothing ambiguous is left, and nothing moves."""
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.east_asian_width(character) != "A" or unicodedata.combining(character):
            continue
        if unicodedata.category(character) in {"Mn", "Cf", "Co", "Cn"}:
            continue
        assert narrow(character).isascii(), f"{code:X}"
        assert cell_len(narrow(character)) == cell_len(character) == 1, f"{code:X}"


def test_what_it_becomes_is_like_it() -> None:
    """Borders, folds, marks, quotes, digits in circles, Greek and Cyrillic letters."""
    assert narrow("┌─┐│▾▸●“①”…×αΩж技术 a") == '+-+|v>*"1".xaOz技术 a'


@pytest.mark.parametrize("key", ["f1", "f2", "ctrl+p"])
async def test_row_4_nothing_ambiguous_is_drawn(workspace: Workspace, key: str) -> None:
    """Borders, folds and what data holds, also in dialogs."""
    async with stage(workspace, look=Look(ambiguous=2)) as editor:
        await editor.settled()
        await editor.press(key)
        await editor.still()
        widths = {unicodedata.east_asian_width(one) for one in editor.text}
        assert "A" not in widths
        assert "+-" in editor.text
        editor.assert_fits(120)


async def test_row_4_the_picture_is_the_same_but_for_its_symbols(workspace: Workspace) -> None:
    """Line by line, in the same places."""
    pictures = []
    for cells in (1, 2):
        async with stage(workspace, look=Look(ambiguous=cells)) as editor:
            await editor.settled()
            pictures.append(await editor.still())
    assert narrow(pictures[0]) == pictures[1]
