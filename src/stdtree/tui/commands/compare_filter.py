"""What the screen that compares two sides shows."""

from __future__ import annotations

from functools import partial

from stdtree.label import Label
from stdtree.model.change import BASE_KINDS
from stdtree.tui.command import Command
from stdtree.tui.flows import compare


def _switch(digit: int, screen: object) -> None:
    screen.switch_kind(digit)  # type: ignore[attr-defined]  # a function of the screen it is for


COMMANDS = (
    Command(
        "narrow",
        "compare",
        Label("筛选变更…", "choose which to show…"),
        ("f", "f3"),
        Label("筛选", "filter"),
        run=lambda screen: screen.flow(compare.narrow(screen)),
        rank=13,
    ),
    Command(
        "real",
        "compare",
        Label("全部/实质/形式变更", "all, real, virtual changes"),
        ("v", "f4"),
        run=lambda screen: screen.switch_real(),
    ),
    Command(
        "under",
        "compare",
        Label("只看此分支/全部", "this branch only, or all"),
        ("U",),
        run=lambda screen: screen.switch_under(),
    ),
    *(
        Command(
            f"kind_{digit}",
            "compare",
            Label(f"显示/隐藏：{label.zh}", f"show or hide: {label.en}"),
            (str(digit),),
            run=partial(_switch, digit),
        )
        for digit, label in enumerate(BASE_KINDS.values(), 1)
    ),
)
