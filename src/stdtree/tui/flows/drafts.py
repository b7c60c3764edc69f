"""Draft branches: choosing one, making one, removing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.store.trust import is_trusted
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.dialogs.dialog import OK
from stdtree.tui.dialogs.question import Question
from stdtree.tui.flows import keep
from stdtree.tui.picking import matches
from stdtree.tui.present.line import Line, Piece
from stdtree.tui.waiting import done
from stdtree.workspace import branches
from stdtree.workspace.branches import NowhereElse, Unkept

if TYPE_CHECKING:
    from stdtree.label import Language
    from stdtree.model.branch import Branch
    from stdtree.tui.flows.desk import Desk

__all__ = ["OK", "choose", "remove", "start"]
TITLE = Label("草案分支", "Draft branches")
NEW_TITLE = Label("新建草案分支", "A new draft branch")
REMOVE_TITLE = Label("删除草案分支", "Remove a draft branch")
NEW = Label(
    "＋ 新建草案分支“{}”，从现在的内容开始", '+ new draft branch "{}", from what is here now'
)
NEW_NAMELESS = Label("＋ 新建草案分支：输入名称", "+ new draft branch: type its name")
TYPE_A_NAME = Label("先输入名称", "type its name first")
ELSEWHERE = Label("（只在共享仓库）", " (shared repository only)")
SWITCHING = Label("正在切换，请稍候…", "switching, please wait…")
SWITCHED = Label("已切换到“{}”", 'switched to "{}"')
MADE = Label("已新建草案分支“{}”，现在就在其上", 'made the draft branch "{}"; you are on it now')
KEPT_ANSWERS = {
    "commit": Label("提交后切换", "Commit, then switch"),
    "carry": Label("带着它们新建草案分支…", "Take them to a new draft…"),
    "stay": Label("不切换", "Stay here"),
}
REMOVED = Label(
    "已删除“{}”；要恢复：git branch {} {}", 'removed "{}"; to bring it back: git branch {} {}'
)
REMOVE_ANSWERS = {
    "no": Label("不删除", "Keep it"),
    "yes": Label("仍要删除", "Remove it all the same"),
}
NO_OTHERS = Label("没有可删除的草案分支", "there is no draft branch to remove")


async def choose(desk: Desk) -> None:
    """Choose a branch to go to, or the name of a new one."""
    known = branches.branches(desk.workspace)

    def options(typed: str) -> list[Option[tuple[str, bool]]]:
        fresh = _fresh(typed, desk.language)
        there = [
            Option(branch_line(branch, desk.language), (branch.name, False))
            for branch in known
            if matches(typed, (branch.name, branch.author, branch.subject))
        ]
        return [*there, fresh] if typed.strip() else [fresh, *there]

    chosen = await desk.ask(Choose(TITLE, options, language=desk.language))
    if chosen is None:
        return
    name, is_new = chosen
    if is_new:
        _made(desk, name)
    else:
        await _switch(desk, name)


async def start(desk: Desk) -> str | None:
    """Make a draft branch of what is here; its name, None if nobody gave one."""
    asked = Choose(NEW_TITLE, lambda typed: [_fresh(typed, desk.language)], language=desk.language)
    chosen = await desk.ask(asked)
    if chosen is None:
        return None
    _made(desk, chosen[0])
    return chosen[0]


async def remove(desk: Desk) -> None:
    """Choose a branch to remove; ask again if its commits are nowhere else."""
    known = [one for one in branches.branches(desk.workspace) if one.is_here and not one.is_current]
    if not known:
        desk.say(NO_OTHERS)
        return

    def options(typed: str) -> list[Option[str]]:
        return [
            Option(branch_line(branch, desk.language), branch.name)
            for branch in known
            if matches(typed, (branch.name, branch.author, branch.subject))
        ]

    name = await desk.ask(Choose(REMOVE_TITLE, options, language=desk.language))
    if name is None:
        return
    try:
        gone = branches.delete(desk.workspace, name)
    except NowhereElse as error:
        question = Question(REMOVE_TITLE, error.message, REMOVE_ANSWERS, language=desk.language)
        if await desk.ask(question) != "yes":
            return
        gone = branches.delete(desk.workspace, name, anyway=True)
    desk.renew()
    values = (name, name, gone.commit[:10])
    desk.say(Label(REMOVED.zh.format(*values), REMOVED.en.format(*values)))


async def _switch(desk: Desk, name: str) -> None:
    try:
        await _switched(desk, name)
    except Unkept as error:
        question = Question(TITLE, error.message, KEPT_ANSWERS, language=desk.language)
        answer = await desk.ask(question)
        if answer == "carry":
            await start(desk)
        elif answer == "commit" and await keep.commit(desk):
            await _switched(desk, name)


async def _switched(desk: Desk, name: str) -> None:
    workspace = desk.workspace
    trusted = is_trusted(workspace.repository.root) if workspace.repository else False

    def work() -> None:
        branches.switch(workspace, name, trusted=trusted)
        workspace.taxonomy.children(None)  # read here, not on the screen's time

    await done(desk, TITLE, SWITCHING, work=work)
    desk.renew()
    desk.say(_filled(SWITCHED, workspace.branch or name))


def _made(desk: Desk, name: str) -> None:
    branches.start(desk.workspace, name)
    desk.renew()
    desk.say(_filled(MADE, name))


def branch_line(branch: Branch, language: Language) -> Line:
    """A branch, where it is, and its last commit: when, who, what."""
    where = "" if branch.is_here else ELSEWHERE.in_(language)
    return Line(
        (
            Piece("● " if branch.is_current else "  ", "good"),
            Piece(branch.name, "strong" if branch.is_here else "plain"),
            Piece(where, "dim"),
            Piece(f"  {branch.subject}", "dim"),
        ),
        (Piece(f" {branch.author} {branch.date}", "dim"),),
    )


def _fresh(typed: str, language: Language) -> Option[tuple[str, bool]]:
    """The branch that would be made of what was typed."""
    name = typed.strip()
    if not name:
        return Option(Line((Piece(NEW_NAMELESS.in_(language)),)), ("", True), TYPE_A_NAME)
    return Option(Line((Piece(NEW.in_(language).format(name), "added"),)), (name, True))


def _filled(label: Label, value: str) -> Label:
    return Label(label.zh.format(value), label.en.format(value))
