"""Consent to run what a repository brings along: its git hooks and its signing. Asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.store.trust import is_trusted, trust
from stdtree.tui.dialogs.question import Question
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.sharing import address, standing

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk

CONSENT = Label("本仓库自带的程序", "Programs of this repository")
TEXT = Label(
    "提交时，本仓库要求在您的计算机上运行以下程序（钩子、签名）。",
    "This repository asks to run these programs (hooks, signing) on your computer at a commit.",
)
ANSWERS = {
    "without": Label("不运行，照常提交", "Commit without them"),
    "trust": Label("信任本仓库，以后都运行", "Trust it: run them, always"),
    "cancel": Label("取消", "Cancel"),
}
HINT = Label(
    "只信任来源可靠的仓库；不运行也不影响提交的内容。",
    "Trust only what you know; what is committed is the same without them.",
)


CONNECT = Label("连接共享仓库", "Reaching the shared repository")
CONNECT_TEXT = Label(
    "连接 {} 会用到您的登录设置，并运行本仓库设置的程序（登录、钩子）。",
    "Reaching {} uses your log-in, and runs programs that this repository names (log-in, hooks).",
)
CONNECT_ANSWERS = {
    "cancel": Label("取消", "Cancel"),
    "trust": Label("信任本仓库，以后都允许", "Trust it, always"),
}
CONNECT_HINT = Label("只信任来源可靠的仓库。", "Trust only what you know.")


async def consent_to_connect(desk: Desk) -> bool:
    """Whether the shared repository may be reached. Raises StoreError if there is none."""
    repository = needed_repository(desk.workspace)
    if is_trusted(repository.root):
        return True
    found = standing(desk.workspace)
    where = address(desk.workspace, found.remote) if found else ""
    programs = same("".join(f"\n{program}" for program in repository.would_run()))
    text = Label(CONNECT_TEXT.zh.format(where), CONNECT_TEXT.en.format(where)) + programs
    question = Question(CONNECT, text, CONNECT_ANSWERS, language=desk.language, hint=CONNECT_HINT)
    if await desk.ask(question) != "trust":
        return False
    trust(repository.root)
    return True


async def consent(desk: Desk) -> bool | None:
    """Whether the repository's own programs may run; None if nothing is to be done at all."""
    repository = desk.workspace.repository
    if repository is None:
        return False
    programs = repository.would_run()
    if not programs or is_trusted(repository.root):
        return bool(programs)
    text = TEXT + same("\n" + "\n".join(programs))  # wrapped: no end of a path may be cut off
    question = Question(CONSENT, text, ANSWERS, language=desk.language, hint=HINT)
    answer = await desk.ask(question)
    if answer == "trust":
        trust(repository.root)
    return {"trust": True, "without": False}.get(answer or "")
