"""Taking something along: the products of an edition."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import export

COMMANDS = (
    Command(
        "export",
        "main",
        Label("导出成果…", "export products…"),
        ("g x",),
        run=lambda desk: desk.flow(export.export(desk)),
    ),
)
