"""Make a release: check, record, publish its products, commit and tag.

发布版本：校验、记录、生成成果、提交并打标签。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.answers import texts
from stdtree.cli.checklist import rehearse
from stdtree.cli.command import command
from stdtree.cli.dates import issued
from stdtree.cli.help import Example, Help
from stdtree.cli.options import TRUST, argument, option
from stdtree.cli.trust import trusted
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "版本号小于变更所要求的升级时，须用 --reason 说明。版本一经发布不再改动。",
        "A number smaller than the changes call for needs a --reason. A release never changes.",
    ),
    examples=(
        Example(
            'stdtree release 1.1 --date 2027-03-01 --notes "zh=增设三个类目"',
            Label("发布 1.1 版", "release 1.1"),
        ),
        Example(
            "stdtree release 1.1 --today --dry-run",
            Label("只看能否发布、变更要求怎样的版本号", "see whether it could be released"),
        ),
    ),
    exits={
        0: Label("已发布；或预演表明可以发布。", "Released; or the dry run found all in order."),
        1: Label("预演表明还不能发布。", "The dry run found what is missing."),
    },
)


@command(HELP)
@argument("name", metavar="NAME", said=Label("版本号，如 1.1。", "Number of the release: 1.1."))
@option("--date", metavar="YYYY-MM-DD", said=Label("发布日期。", "Date of issue."))
@option("--today", is_flag=True, said=Label("以今天为发布日期。", "Take today's date."))
@option(
    "--notes",
    metavar="LANG=TEXT",
    multiple=True,
    said=Label("版本说明；每种语言一次。", "Notes for readers; once for each language."),
)
@option(
    "--reason",
    "reasons",
    metavar="LANG=TEXT",
    multiple=True,
    said=Label("版本号偏小的理由；每种语言一次。", "Why the number is smaller; by language."),
)
@option("--sign", is_flag=True, said=Label("给标签签名。", "Sign the tag."))
@TRUST
@option("--dry-run", is_flag=True, said=Label("只预演，不写任何内容。", "Rehearse; write nothing."))
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    name: str,
    date: str | None,
    today: bool,
    notes: tuple[str, ...],
    reasons: tuple[str, ...],
    sign: bool,
    trust: bool,
    dry_run: bool,
) -> int:
    """Release, or only go through the checklist."""
    issue = issued(date, today=today)
    workspace = session.workspace()
    first = workspace.taxonomy.system.languages[0]
    reason = texts(reasons, first) or None
    if dry_run:
        return rehearse(session, workspace.release_checklist(name, date=issue, reason=reason))
    written = workspace.release(
        name,
        date=issue,
        notes=texts(notes, first) or None,
        reason=reason,
        sign=sign,
        trusted=trusted(session, workspace, now=trust),
    )
    session.answer(Label(f"已发布 {name}（{issue}）", f"released {name} ({issue})"))
    for path in written:
        session.answer(same(f"  {path}"))
    return 0
