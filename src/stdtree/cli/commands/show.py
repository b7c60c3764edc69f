"""Show the tree, one category or one standard.

显示类目树、一个类目或一项标准。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.report import Report
    from stdtree.workspace import Workspace

HELP = Help(
    __doc__,
    examples=(
        Example("stdtree show", Label("整棵类目树", "the whole tree")),
        Example("stdtree show BB", Label("一个类目及其标准明细表", "a category and its table")),
        Example('stdtree show "GB/T 34670-2017"', Label("一项标准", "a standard")),
        Example("stdtree show --at 1.0", Label("某一版本的类目树", "the tree of a release")),
    ),
)


@command(HELP)
@argument(
    "name",
    metavar="[ID|CODE|NUMBER]",
    required=False,
    said=Label(
        "类目的标识或体系编号，或标准的标识或编号；不写则显示整棵树。",
        "Id or code of a category, id or number of a standard; else the whole tree.",
    ),
)
@choice_of_format("text", "json", "markdown")
@option(
    "--at",
    metavar="RELEASE|REVISION",
    said=Label("显示某一版本或 git 修订的类目树。", "Show the tree of a release or revision."),
)
def run(session: Session, *, name: str | None, fmt: str, at: str | None) -> None:
    """Find what is named and print it."""
    from stdtree.report.of_tree import of_tree

    workspace = session.workspace()
    if name is not None and at is not None:
        raise UsageError(
            Label("--at 只用于整棵类目树", "--at is for the whole tree"),
            Label(f"输入 stdtree show --at {at}", f"type stdtree show --at {at}"),
        )
    if name is None:
        taxonomy = workspace.edition(at).taxonomy if at else workspace.taxonomy
        session.tell(of_tree(taxonomy), fmt)
    else:
        session.tell(_one(workspace, name), fmt)


def _one(workspace: Workspace, name: str) -> Report:
    """The category called so, else the standard; the refusal speaks of categories."""
    from stdtree.report.of_category import of_category

    taxonomy = workspace.taxonomy
    try:
        return of_category(taxonomy, workspace.category(name))
    except UsageError:
        from stdtree.report.of_standard import of_standard

        try:
            placed = workspace.standard(name)
        except UsageError:
            placed = None
        if placed is None:
            raise
        return of_standard(taxonomy, placed)
