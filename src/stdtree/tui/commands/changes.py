"""The list of changes: opening and closing its groups."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command

COMMANDS = (
    Command(
        "toggle",
        "changes",
        Label("展开/折叠一组", "open or close a group"),
        ("space", "z a"),
        Label("展开/折叠", "open/close"),
    ),
    Command(
        "unfold",
        "changes",
        Label("展开，或进入该组", "open the group, or go into it"),
        ("right", "l"),
    ),
    Command(
        "fold",
        "changes",
        Label("折叠，或回到组名", "close the group, or go to its head"),
        ("left", "h"),
    ),
    Command(
        "open_all",
        "changes",
        Label("全部展开", "open all"),
        ("=", "z R"),
        Label("全展开", "open all"),
    ),
    Command(
        "close_all",
        "changes",
        Label("全部折叠", "close all"),
        ("-", "z M"),
        Label("全折叠", "close all"),
    ),
)
