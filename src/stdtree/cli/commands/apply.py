"""Apply a patch made by `stdtree diff --format patch`, all of it or nothing.

应用 stdtree diff --format patch 制作的补丁，要么全部应用，要么不动。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import DRY_RUN, argument, choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "每项变更都与现有内容核对。有一项不再适用，就逐项列出应有和现有的内容，什么也不写。"
        "应用后是一步操作，可用 stdtree edit undo 撤销。",
        "Each change is held against what is there. If one no longer fits, all such are listed with"
        " what was expected and what is there, and nothing is written. What is applied is one step:"
        " stdtree edit undo takes it back.",
    ),
    examples=(
        Example("stdtree diff 1.0 1.1 -o changes.patch", Label("制作", "make one")),
        Example("stdtree apply changes.patch --dry-run", Label("先看结果", "see what would come")),
        Example("stdtree apply changes.patch", Label("应用", "apply it")),
        Example("stdtree apply changes.patch --reverse", Label("反向应用", "lead back")),
    ),
    exits={
        0: Label("已应用，或无须应用。", "Applied, or there was nothing to apply."),
        1: Label("有变更不再适用，未写任何文件。", "Changes no longer fit; nothing was written."),
    },
)


@command(HELP)
@argument(
    "file",
    metavar="FILE",
    said=Label("补丁文件；- 为标准输入。", "The patch; - is standard input."),
)
@option("--reverse", is_flag=True, said=Label("反向应用。", "Apply it the other way round."))
@option("--dry-run", is_flag=True, said=DRY_RUN)
@option("--all", "unfold", is_flag=True, said=Label("列出适用的变更。", "List what fits, too."))
@choice_of_format("text", "markdown")
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session, *, file: str, reverse: bool, dry_run: bool, unfold: bool, fmt: str
) -> int:
    """Try it, then apply it or say what is in the way."""
    from functools import partial

    from stdtree.cli.editing import rehearse, take_steps
    from stdtree.cli.given import read
    from stdtree.report.of_fit import of_fit
    from stdtree.store.patch_file import LARGEST, decode_patch
    from stdtree.workspace.applying import apply, attempt

    patch = decode_patch(read(file, most=LARGEST + 1), file)
    workspace = session.workspace()
    tried = attempt(workspace, patch, reverse=reverse)
    if not patch.changes or (tried.is_there and tried.after is None):
        session.say(
            Label("现有内容已是补丁的结果", "what is there is what the patch leads to already")
        )
        return 0
    if tried.after is None:
        session.tell(of_fit(tried.label, tried.fit, workspace.taxonomy), fmt, unfold=unfold)
        return 1
    if not tried.is_exact:
        session.say(
            Label(
                f"现有内容不是 {tried.start.release}，但全部变更仍适用",
                f"what is there is not {tried.start.release}, but all the changes fit",
            )
        )
    if dry_run:
        session.answer(tried.label)
        rehearse(session, workspace.taxonomy, tried.after)
    else:
        take_steps(session, workspace, [partial(apply, workspace, tried)])
    return 0
