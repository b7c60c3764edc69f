"""What the operating system refused, in words: no bug of ours, and nothing to report."""

from __future__ import annotations

import os
import shlex

from stdtree.label import Label, same


def refused(error: OSError) -> tuple[Label, Label]:
    """What was refused and where, and the next thing to type."""
    why = same(error.strerror or str(error))
    if error.filename is None and isinstance(error, FileNotFoundError):
        return (
            Label("当前文件夹已不存在", "the current folder is gone"),
            Label("回到主文件夹：cd", "go to your home folder: cd"),
        )
    if error.filename is None:
        return (
            Label("系统拒绝读写：", "the system refuses to read or write: ") + why,
            Label("请检查磁盘空间：df -h .", "check the room on the disk: df -h ."),
        )
    path = os.fsdecode(error.filename)
    look = f"ls -ld {shlex.quote(path)}"
    return (
        Label(f"系统拒绝访问 {path}：", f"the system refuses access to {path}: ") + why,
        Label(f"请检查权限：{look}", f"check its permissions: {look}"),
    )
