"""Tell which release number the changes call for, and whether it was taken.

说明变更要求怎样的版本号，以及版本号是否与之相称。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.ends import AFTER, BASE, BEFORE, ends
from stdtree.cli.help import Example, Help
from stdtree.cli.options import choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "规则见 system.yaml 的 bump：可选策略 edition、semver、sdmx，也可按变更种类和分支另行规定。"
        "列出决定版本号的变更，连带变更不重复列出。",
        "The rules are those under bump in system.yaml: a profile (edition, semver, sdmx), and what"
        " differs from it by kind and branch. Lists the changes that decide the number, without"
        " their consequences.",
    ),
    examples=(
        Example(
            "stdtree bump", Label("上一版本以来要求怎样的版本号", "since the previous release")
        ),
        Example("stdtree bump 1.0 1.1", Label("1.1 是否相称", "whether 1.1 suits")),
        Example(
            "stdtree bump --release 1.2",
            Label("现在发布 1.2 是否相称", "whether 1.2 would suit now"),
        ),
    ),
    exits={
        0: Label("相称，或没有版本号可比。", "It suits, or there is no number to compare."),
        1: Label(
            "版本号升级不足、没有升级或变小了。",
            "The number is too small, did not grow or went down.",
        ),
    },
)
FAILS = frozenset({"too-small", "not-bumped", "decreased"})
"""Verdicts that fail."""


@command(HELP)
@BEFORE
@AFTER
@BASE
@option(
    "--release",
    metavar="NUMBER",
    said=Label("新的一端将用的版本号。", "The number that the newer side is to have."),
)
@choice_of_format("text", "markdown", "json", "github")
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    before: str | None,
    after: str,
    base: str | None,
    release: str | None,
    fmt: str,
) -> int:
    """Compare and judge."""
    from stdtree.model.bump_told import bump_summary
    from stdtree.model.ids import is_release_name
    from stdtree.report.of_bump import of_bump

    if release is not None and not is_release_name(release):
        from stdtree.workspace.naming import no_release_name

        raise no_release_name(release)
    workspace = session.workspace()
    difference = workspace.compare(*ends(session, workspace, (before, after), base))
    session.tell(of_bump(difference, release), fmt)
    return 1 if bump_summary(difference, release).verdict in FAILS else 0
