"""The command line as a whole: runs a command, and turns every ending into words and an exit code.

0 clean · 1 findings or differences · 2 cannot go on · 3 unresolved conflicts · 70 a bug ·
130 interrupted · 141 the reader of the output is gone.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import click

from stdtree import __version__
from stdtree.cli import commands
from stdtree.cli.command import Group
from stdtree.cli.help import ALWAYS, Example, Help
from stdtree.cli.options import option
from stdtree.cli.session import Session, language_asked, language_of
from stdtree.errors import StdtreeError
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "stdtree"
COMPLETION = "_STDTREE_COMPLETE"
BUG = 70
INTERRUPTED = 130
NOBODY_READS = 141

GUIDE = Help(
    """Edit, check, compare and release a standards system kept as YAML in git.

    编辑、校验、比较和发布以 YAML 保存在 git 中的标准体系。
    """,
    examples=(
        Example("stdtree init --sample demo", Label("建立示例体系", "make the sample system")),
        Example("stdtree check", Label("对照校验规则检查", "check against the validation rules")),
        Example("stdtree diff 1.0 1.1", Label("比较两个版本", "compare two releases")),
        Example("stdtree edit", Label("列出编辑操作", "list the edit operations")),
    ),
    exits={
        0: Label("完成，没有问题。", "Done, and nothing found."),
        1: Label(
            "发现问题；用 --exit-code 时表示有差异。", "Findings; with --exit-code, differences."
        ),
        3: Label("有未解决的冲突。", "Unresolved conflicts."),
        **ALWAYS,
    },
)


@click.command(cls=Group, package=commands, guide=GUIDE)
@option("--version", is_flag=True, said=Label("显示软件版本。", "Show the software's version."))
@click.pass_context
def stdtree(context: click.Context, *, version: bool) -> int:
    """Run without a command: the version, or the help."""
    if context.invoked_subcommand is not None:
        return 0
    click.echo(f"stdtree {__version__}" if version else context.get_help(), err=not version)
    return 0 if version else StdtreeError.exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; never raises."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.stdout, sys.stderr = (each or _nowhere() for each in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # any text stream
    session = Session(language_of(given, os.environ))
    session.language_is_asked = language_asked(given, os.environ) is not None
    try:
        code = _run(session, given)
        sys.stdout.flush()
        if arguments is None:
            _leave_to_the_system(session.opened)
    except BrokenPipeError:
        _give_up_output()
        return NOBODY_READS
    except (StdtreeError, click.ClickException, OSError) as error:
        session.refuse(*_refusal(error))
        _give_up_output()
        return StdtreeError.exit_code
    except (click.Abort, KeyboardInterrupt):
        session.say(Label("已中断", "interrupted"))
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the one place where bugs end
        from stdtree.cli.bug import report_bug

        report_bug(session, error)
        return BUG
    return code


def _leave_to_the_system(opened: list[Any]) -> None:
    """Has the process end without taking apart what it has read, a tenth of a large check.

    A loop that the collector does not look at is never freed; the memory goes back all at once.
    """
    opened.append(opened)
    gc.freeze()


def _nowhere() -> TextIO:
    """What stands in for a stream that the caller has closed."""
    from pathlib import Path

    return Path(os.devnull).open("w", encoding="utf-8")


def _refusal(error: StdtreeError | click.ClickException | OSError) -> tuple[Label, Label | None]:
    """Why it does not go on, and the next thing to type."""
    if isinstance(error, StdtreeError):
        return error.message, error.hint
    if isinstance(error, click.ClickException):
        from stdtree.cli.complaints import complaint

        return complaint(error)
    from stdtree.cli.refusals import refused

    return refused(error)


def _give_up_output() -> None:
    """What stdout does not take must not raise again when the interpreter closes it."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(session: Session, arguments: list[str]) -> int:
    """Parse and call the command; what `click.Command.main` does, less its way with errors."""
    if instruction := os.environ.get(COMPLETION):
        from click.shell_completion import shell_complete

        return shell_complete(stdtree, {"obj": session}, PROGRAM, COMPLETION, instruction)
    try:
        with stdtree.make_context(PROGRAM, arguments, obj=session) as context:
            return stdtree.invoke(context) or 0
    except click.exceptions.Exit as done:
        return done.exit_code
