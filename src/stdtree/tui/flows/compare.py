"""Comparing: choosing the sides and what is shown; taking the comparison along as a file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from stdtree.errors import StdtreeError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.change import BASE_KINDS
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.picking import matches
from stdtree.tui.present.change_filter import KINDS, REAL, Wanted
from stdtree.tui.present.line import Piece, line

if TYPE_CHECKING:
    from stdtree.tui.screens.compare import CompareScreen

BEFORE = Label("旧版本", "Older side")
AFTER = Label("新版本", "Newer side")
REVISION = Label("git 修订 ", "git revision ")
DRAFT = Label("草案分支 ", "draft branch ")
FILTER = Label("显示哪些变更", "Which changes to show")
ALL = Label("全部变更", "all changes")
ONLY = Label("只看", "only: ")
OWNED = Label("责任单位：", "owner: ")
EXPORT = Label("导出此比较", "Export this comparison")
EXPORTING = Label("正在导出…", "exporting…")
WRITTEN = Label("已写入 {}", "written: {}")


async def choose_side(screen: CompareScreen, side: Label) -> None:
    """Choose a release, the work, the last commit, a draft branch; or type any revision."""
    known = await asyncio.to_thread(_sides, screen)

    def options(typed: str) -> list[Option[str]]:
        told = ((name, label.in_(screen.language)) for name, label in known.items())
        found = [Option(line(text), name) for name, text in told if matches(typed, (text, name))]
        if typed.strip() and typed.strip() not in known:
            lead = Piece(REVISION.in_(screen.language), "dim")
            found.append(Option(line(lead, typed.strip()), typed.strip()))
        return found

    chosen = await screen.app.push_screen_wait(Choose(side, options, language=screen.language))
    if chosen is not None:
        screen.compare(*((chosen, None) if side is BEFORE else (None, chosen)))


def _sides(screen: CompareScreen) -> dict[str, Label]:
    """What can be compared, the newest releases first."""
    from stdtree.tui.screens.compare import NAMED
    from stdtree.workspace.branches import branches

    workspace = screen.workspace
    every = [*reversed(workspace.names()), *(["HEAD"] if workspace.repository else [])]
    found = {one: NAMED[one] + same(f" ({one})") if one in NAMED else same(one) for one in every}
    if workspace.repository:
        try:
            drafts = branches(workspace)
        except StdtreeError:
            drafts = ()
        found |= {one.name: DRAFT + same(one.name) for one in drafts if one.name not in found}
    return found


async def narrow(screen: CompareScreen) -> None:
    """Choose what is shown: a kind, an owner, real or virtual changes, everything again."""
    if screen.difference is None:
        return
    now, side = screen.wanted, screen.difference.after.taxonomy
    known: dict[str, tuple[Label, Wanted]] = {"all": (ALL, Wanted())}
    for kind in KINDS:
        others = frozenset(KINDS) - {kind}
        known[kind] = ONLY + BASE_KINDS[kind], replace(now, without=others)
    for real, label in REAL.items():
        known[f"real-{real}"] = label, replace(now, real=real)
    for body in side.organizations:
        name = OWNED + names.organization(side, body)
        known[body] = name, replace(now, owner=body)

    def options(typed: str) -> list[Option[Wanted]]:
        return [
            Option(line(label.in_(screen.language)), wanted)
            for key, (label, wanted) in known.items()
            if matches(typed, (key, label.zh, label.en))
        ]

    chosen = await screen.app.push_screen_wait(Choose(FILTER, options, language=screen.language))
    if chosen is not None:
        screen.rearrange(chosen)


async def export(screen: CompareScreen) -> None:
    """Write the comparison, all of it, in a format of one's choice; say where it is."""
    from stdtree.export import catalogue

    products = {name: one for name, one in catalogue().items() if one.of == "difference"}

    def options(typed: str) -> list[Option[str]]:
        return [
            Option(
                line(one.title.in_(screen.language), right=(Piece(f" {one.file}", "dim"),)), name
            )
            for name, one in products.items()
            if matches(typed, (name, one.title.zh, one.title.en))
        ]

    chosen = await screen.app.push_screen_wait(Choose(EXPORT, options, language=screen.language))
    if chosen is None:
        return
    screen.say(EXPORTING)
    before, after = screen.before, screen.after
    paths = await asyncio.to_thread(screen.workspace.export, after, against=before, only=[chosen])
    told = ", ".join(paths)
    screen.say(Label(WRITTEN.zh.format(told), WRITTEN.en.format(told)))
