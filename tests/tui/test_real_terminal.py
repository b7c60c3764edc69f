"""The editor in a real terminal: what tmux shows after keys as a person presses them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from stdtree.workspace import Workspace
from tests.repos import Repo

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
PATIENCE = 60.0
"""Seconds until a picture that does not appear fails the test."""


EDITOR = """\
#!/bin/sh
clear
echo "editing $(basename "$1")"
read -r answer
case $answer in
    fail) exit 3 ;;
    break) sed -i 's/^code: A/code: [/' "$1" ;;
    code) sed -i 's/^code: .*/code: D/' "$1" ;;
esac
"""
"""Does what it is told, as a person would."""


class Terminal:
    """A tmux of its own with one window."""

    def __init__(self, folder: Path, command: str, *, width: int, height: int) -> None:
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"TMUX", "COLUMNS", "LINES"}
        } | {"TMUX_TMPDIR": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        size = ("-x", str(width), "-y", str(height))
        self.run("-f", "/dev/null", "new-session", "-d", *size, command)

    def run(self, *arguments: str) -> str:
        """What tmux prints."""
        done = subprocess.run(
            ["tmux", *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys as tmux names them."""
        self.run("send-keys", *keys)

    @property
    def text(self) -> str:
        """The picture."""
        return self.run("capture-pane", "-p")

    def sees(self, *texts: str) -> None:
        """Wait until the picture holds all of these."""
        deadline = monotonic() + PATIENCE
        while not all(text in self.text for text in texts):
            assert monotonic() < deadline, f"{texts} did not appear:\n{self.text}"


@pytest.fixture
def terminal(workspace: Workspace, tmp_path: Path) -> Iterator[Terminal]:
    """`stdtree tui` on the sample, 120×40, in Chinese; then its exit code."""
    folder = tmp_path / "tmux"
    folder.mkdir()
    program = f"'{sys.executable}' -m stdtree -C '{workspace.root}' tui --lang zh"
    # an editor that says what it got, and waits for a key
    script = folder / "editor"
    script.write_text(EDITOR, encoding="utf-8")
    script.chmod(0o700)
    # a wrong size in the environment must not matter
    settings = f"export COLUMNS=20 LINES=10 EDITOR='{script}'; unset VISUAL"
    command = f"{settings}; {program}; echo ended with $?; exec cat"
    made = Terminal(folder, command, width=120, height=40)
    yield made
    made.run("kill-server")


def test_edit_save_and_quit(terminal: Terminal, repo: Repo) -> None:
    """Rename with Chinese text, save, quit: the file holds it and the exit code is 0."""
    terminal.sees("▾ A 类目basics", "3 问题", "? 帮助")
    terminal.press("F2")
    terminal.sees("Tab 另一语言")
    terminal.press("-l", "与五个以上汉字的名称")
    terminal.sees("▾ A 类目basics与五个以上汉字的名称")
    terminal.press("Enter")
    terminal.sees("● 1 未保存")
    terminal.press("C-s")
    terminal.sees("已保存 1 个文件")
    terminal.press("q")
    terminal.sees("ended with 0")
    saved = (repo.root / "taxonomy/categories/basics.yaml").read_text(encoding="utf-8")
    assert "类目basics与五个以上汉字的名称" in saved


def test_an_editor_of_ones_own(terminal: Terminal) -> None:
    """It gets the terminal and gives it back; what cannot be read is there again; one step."""
    terminal.sees("▾ A 类目basics", "3 问题", "? 帮助")
    terminal.press("e")
    terminal.sees("editing basics.yaml")
    terminal.press("break", "Enter")
    terminal.sees("有 1 处不能采用", "第 ", "返回编辑")
    terminal.press("Enter")
    terminal.sees("editing basics.yaml")
    terminal.press("code", "Enter")
    terminal.sees("编辑 A 类目basics：体系编号", "A → D")
    terminal.press("Enter")
    terminal.sees("▾ D 类目basics", "● 3 未保存")
    terminal.press("u")
    terminal.sees("▾ A 类目basics", "已保存")
    terminal.press("e")
    terminal.sees("editing basics.yaml")
    terminal.press("fail", "Enter")
    terminal.sees("体系内容没有改动")
