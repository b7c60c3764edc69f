"""The pictures of the editor that README.md and the documents show are what it looks like.

They show the sample system. `STDTREE_UPDATE_GOLDEN=1` draws them anew.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from stdtree.label import Language
from stdtree.tui.dialogs.form import FormDialog
from stdtree.tui.screens.compare import CompareScreen
from stdtree.workspace import Workspace
from tests.gates.files import ROOT
from tests.golden import assert_golden
from tests.shell import Shell
from tests.tui.stage import Stage, stage
from tests.tui.svg import picture

PICTURES = ROOT / "docs" / "pictures"
SIZE = (120, 36)


async def main(editor: Stage) -> None:
    """The tree, an open branch, details with standards, findings."""
    await editor.to_line("BB ")
    await editor.press("right")
    await editor.to_line("BB2 ")
    await editor.sees("achievement-evaluation")


async def form(editor: Stage) -> None:
    """Adding a standard: what its number means, what it will do."""
    await editor.to_line("BB ")
    await editor.press("enter")
    await editor.until(lambda: editor.app.screen is not editor.main)
    await editor.type("add-standard")
    await editor.press("enter")
    await editor.until(lambda: isinstance(editor.app.screen, FormDialog))
    await editor.type("创新管理体系")
    await editor.press("shift+tab")
    await editor.type("iso56001:2024")


async def compare(editor: Stage) -> None:
    """The two last releases."""
    screen = CompareScreen(editor.main.workspace, editor.main.language, sides=("1.0", "1.1"))
    await editor.app.push_screen(screen)
    await editor.until(lambda: screen.difference is not None, "the difference")
    await editor.still()
    await editor.to_line("合并" if editor.main.language == "zh" else "merger")
    await editor.press("right", "down")


SCENES = {"main": main, "form": form, "compare": compare}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SCENES)
async def test_picture(shell: Shell, name: str, language: Language) -> None:
    """Drawn again, it is the same."""
    async with stage(Workspace.open(shell.folder), language=language, size=SIZE) as editor:
        await editor.settled()
        await SCENES[name](editor)
        await editor.still()
        editor.assert_fits(SIZE[0])
        drawn = picture(editor.app, f"stdtree tui: {name}")
    ET.fromstring(drawn)  # noqa: S314 -- our own
    suffix = "" if language == "zh" else ".en"
    assert_golden(PICTURES / f"editor-{name}{suffix}.svg", drawn)
