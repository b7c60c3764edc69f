"""The editor of one's own ($VISUAL, $EDITOR) for long texts: hand over, wait, take back."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from stdtree.errors import StdtreeError
from stdtree.label import Label

if TYPE_CHECKING:
    from textual.app import App

_HINT = Label(
    "设置环境变量 VISUAL 或 EDITOR，如 EDITOR=vim；体系内容没有改动",
    "set VISUAL or EDITOR, such as EDITOR=vim; nothing of the system was changed",
)


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """The command of the user's editor; empty if none is set, or what is set cannot be read."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(environ.get(name, ""))
        except ValueError:  # a quotation mark is missing
            continue
        if command:
            return command
    return []


def written_outside(app: App[Any], text: str, *, name: str) -> str | None:
    """What `text` has become in the user's editor; None where there is none to hand over to.

    `name` is what the file is called. Raises StdtreeError if the editor does not run or fails.
    """
    command = editor_of(os.environ)
    if not command:
        return None
    with tempfile.TemporaryDirectory(prefix="stdtree-") as folder:
        path = Path(folder, name)
        path.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 -- the user's own editor
        except SuspendNotSupported:  # Windows, a browser
            return None
        except OSError as error:
            message = Label(
                f"无法启动编辑器 {command[0]}：{error.strerror}",
                f"the editor {command[0]} does not start: {error.strerror}",
            )
            raise StdtreeError(message, _HINT) from error
        if done.returncode:
            message = Label(
                f"编辑器 {command[0]} 以 {done.returncode} 退出，没有采用其中的改动",
                f"the editor {command[0]} ended with {done.returncode}: nothing of it was taken",
            )
            raise StdtreeError(message, _HINT)
        try:
            return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            message = Label("读不出编辑后的文件", "what the editor wrote cannot be read")
            hint = Label("请以 UTF-8 保存", "save it as UTF-8")
            raise StdtreeError(message, hint) from error
