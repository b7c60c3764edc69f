"""Input methods, Escape and the cursor in a real pty: rows of the list of Textual's troubles."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from stdtree.tui.driver import ASK_FOR_KEYS
from stdtree.workspace import Workspace

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys"),
]
if sys.platform != "win32":
    from tests.tui.ptys import PtyTerminal, editor

FORTY = "与五个以上汉字的名称以及更多的汉字直到四十个为止一个都不能少也不能变成乱码更不能丢失"


@pytest.fixture
def terminal(workspace: Workspace) -> Iterator[PtyTerminal]:
    """The editor, ready, 120×40."""
    made = editor(workspace.root, size=(120, 40))
    made.sees("▾ A 类目basics", "3 问题", "? 帮助")
    yield made
    made.close()


def test_row_1_commits_arrive_whole_however_they_are_sent(
    terminal: PtyTerminal, workspace: Workspace
) -> None:
    """UTF-8, kitty's sequence, a paste of two lines; only flag 1 of kitty's protocol is asked."""
    assert terminal.raw.count(ASK_FOR_KEYS.encode()) == 1
    assert b"\x1b[>25u" not in terminal.raw
    codes = ":".join(str(ord(one)) for one in FORTY)
    kitty, paste = f"\x1b[0;;{codes}u", "\x1b[200~第一行\r第二行\x1b[201~"
    for sent in (FORTY, kitty, paste):
        terminal.type("\x1bOQ")
        terminal.sees("另一语言")  # the keys of the field
        terminal.type(sent)
        terminal.type("\r")
        terminal.sees_no("另一语言")
    terminal.type("\x13")
    terminal.sees("已保存 1 个文件")
    saved = (workspace.root / "taxonomy/categories/basics.yaml").read_text(encoding="utf-8")
    assert f"类目basics{FORTY}{FORTY}第一行第二行\n" in saved


def test_row_1_a_commit_in_the_tree_is_searched_whole(terminal: PtyTerminal) -> None:
    """No character of it is lost on the way to the line that opens."""
    terminal.type("类目")
    terminal.sees("│类目")
    terminal.until(lambda: not terminal.screen.cursor.hidden, "the cursor")
    terminal.type("之一")
    terminal.sees("│类目之一")


def test_rows_2_and_3_the_cursor_is_in_the_field_before_the_first_key(
    terminal: PtyTerminal,
) -> None:
    """Input methods open their window there; it is hidden elsewhere; a resize moves it along."""
    assert terminal.screen.cursor.hidden
    terminal.type("\x1bOQ")
    terminal.sees("另一语言")
    terminal.until(lambda: _is_after(terminal, "类目basics"), "the cursor after the name")
    terminal.type("汉字")
    terminal.until(lambda: _is_after(terminal, "类目basics汉字"), "the cursor after the commit")
    terminal.resize(90, 30)
    terminal.until(lambda: _is_after(terminal, "类目basics汉字"), "the cursor after the resize")


def test_row_9_escape_alone_is_answered(terminal: PtyTerminal) -> None:
    """No key has to follow; how long it takes is the parser's affair, and tested there."""
    terminal.type("\x1bOP")
    terminal.sees("帮助 ─")
    terminal.type("\x1b")
    terminal.sees_no("帮助 ─")


def _is_after(terminal: PtyTerminal, text: str) -> bool:
    """Whether the cursor shows, right behind `text` in a field."""
    column, row = terminal.cursor
    cells = terminal.screen.buffer[row]
    before = "".join(cells[place].data for place in range(column))
    return not terminal.screen.cursor.hidden and before.endswith(text)
