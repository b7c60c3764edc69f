"""Sharing work: asking what is new, pulling what others did, pushing what we did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.model.names import several
from stdtree.store.transfer import Stopped, Watch
from stdtree.tui.dialogs.question import Question
from stdtree.tui.flows import drafts, keep
from stdtree.tui.flows.consent import consent_to_connect
from stdtree.tui.screens.compare import CompareScreen
from stdtree.tui.waiting import transferred
from stdtree.workspace import sharing
from stdtree.workspace.branches import Unkept, refuse_unkept
from stdtree.workspace.sharing import Diverged

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk
    from stdtree.workspace import Workspace

FETCH = Label("查看共享仓库", "Look at the shared repository")
PULL = Label("取回更新", "Pull")
PUSH = Label("推送", "Push")
SAVE_FIRST = Label(
    "有未保存的修改；取回更新前先保存。", "There are unsaved edits; save before you pull."
)
SAVE_ANSWERS = {"save": Label("保存并取回", "Save and pull"), "no": Label("取消", "Cancel")}
UP_TO_DATE = Label("已是最新", "up to date")
PULLED = Label("已更新 {} 个文件。", "{} updated.")
PULLED_ANSWERS = {
    "close": Label("继续编辑", "Go on editing"),
    "compare": Label("看更新了什么", "See what came"),
}
NOT_COMMITTED = Label(
    "推送的是提交；尚未提交的修改不在其中。",
    "Commits are pushed; what is not committed is in none.",
)
PUSH_ANSWERS = {
    "commit": Label("先提交", "Commit first"),
    "push": Label("只推送已提交的", "Push the commits only"),
    "no": Label("取消", "Cancel"),
}
DIVERGED = Label("双方都有新的提交", "Both sides have gone on")
DIVERGED_HINT = Label(
    "这需要合并。可以把您的提交作为草案分支推送，请会 git 的同事合并；您的工作都在，没有改动。",
    "This calls for a merge. Push your commits as a draft branch and ask a colleague who knows git;"
    " all your work is here, nothing was changed.",
)
DIVERGED_ANSWERS = {
    "compare": Label("看双方的差异", "See what differs"),
    "draft": Label("作为草案分支推送…", "Push as a draft branch…"),
    "close": Label("以后再说", "Later"),
}
HANDED_OVER = Label(
    "您的提交已在共享仓库的草案分支“{name}”上。请把下面这句话发给会 git 的同事；合并之后切换回"
    "“{branch}”，再取回更新：\n\ngit merge {remote}/{name}",
    'Your commits are on the draft branch "{name}" of the shared repository. Send this to a'
    ' colleague who knows git; once it is merged, switch to "{branch}" and pull:\n\n'
    "git merge {remote}/{name}",
)


async def fetch(desk: Desk) -> None:
    """Ask the shared repository what is new."""
    if not await consent_to_connect(desk):
        return
    try:
        found = await transferred(
            desk, FETCH, lambda watch: sharing.fetch(desk.workspace, trusted=True, watch=watch)
        )
    except Stopped as stopped:
        desk.say(stopped.message)
        return
    desk.renew()
    ours, theirs = found.apart.ahead, found.apart.behind
    desk.say(
        Label(f"待推送 {ours} 次提交，待取回 {theirs} 次", f"to push: {ours}, to pull: {theirs}")
        if ours or theirs
        else UP_TO_DATE
    )


async def pull(desk: Desk) -> None:
    """Take over what others have pushed; say what to do where both sides have gone on."""
    if desk.workspace.unsaved:
        question = Question(PULL, SAVE_FIRST, SAVE_ANSWERS, language=desk.language)
        if await desk.ask(question) != "save" or not await keep.save(desk):
            return
    if not await consent_to_connect(desk):
        return
    before = desk.workspace.repository.head() if desk.workspace.repository else None
    try:
        changed = await transferred(desk, PULL, lambda watch: _pulled(desk.workspace, watch))
    except Stopped as stopped:
        desk.say(stopped.message)
        return
    except Diverged as error:
        desk.renew()
        await _diverged(desk, error)
        return
    desk.renew()
    if not changed:
        desk.say(UP_TO_DATE)
        return
    count = Label(str(changed), several(changed, "file"))
    text = Label(PULLED.zh.format(count.zh), PULLED.en.format(count.en))
    question = Question(PULL, text, PULLED_ANSWERS, language=desk.language)
    if await desk.ask(question) == "compare":
        await compare(desk, before or "HEAD", "HEAD")


async def push(desk: Desk) -> None:
    """Give our commits and releases to the others."""
    try:
        refuse_unkept(desk.workspace)
    except Unkept:
        question = Question(PUSH, NOT_COMMITTED, PUSH_ANSWERS, language=desk.language)
        answer = await desk.ask(question)
        if answer not in {"commit", "push"} or (answer == "commit" and not await keep.commit(desk)):
            return
    if await consent_to_connect(desk):
        await _push(desk)


async def _push(desk: Desk) -> bool:
    """True if it was pushed."""
    try:
        found = await transferred(
            desk, PUSH, lambda watch: sharing.push(desk.workspace, trusted=True, watch=watch)
        )
    except Stopped as stopped:
        desk.say(stopped.message)
        return False
    desk.renew()
    desk.say(Label(f"已推送到 {found.followed}", f"pushed to {found.followed}"))
    return True


def _pulled(workspace: Workspace, watch: Watch) -> int:
    """How many files came; in a thread, and what they hold is read there, too."""
    changed = sharing.pull(workspace, trusted=True, watch=watch)
    workspace.taxonomy.children(None)
    return len(changed)


async def _diverged(desk: Desk, error: Diverged) -> None:
    found = error.standing
    answer: str | None = "compare"
    while answer == "compare":
        question = Question(
            DIVERGED, error.message, DIVERGED_ANSWERS, language=desk.language, hint=DIVERGED_HINT
        )
        answer = await desk.ask(question)
        if answer == "compare" and await compare(desk, f"rev:{found.followed}", "HEAD"):
            return
    if answer != "draft":
        return
    name = await drafts.start(desk)
    if name is None or not await _push(desk):
        return
    values = {"name": name, "branch": found.branch, "remote": found.remote}
    text = Label(HANDED_OVER.zh.format(**values), HANDED_OVER.en.format(**values))
    await desk.ask(Question(DIVERGED, text, {"ok": drafts.OK}, language=desk.language))


async def compare(desk: Desk, before: str, after: str) -> bool:
    """Open the comparison; True if somebody went from there to a category."""
    screen = CompareScreen(desk.workspace, desk.language, sides=(before, after))
    chosen = await desk.app.push_screen_wait(screen)
    if chosen is not None:
        desk.go_to(chosen)
    return chosen is not None
