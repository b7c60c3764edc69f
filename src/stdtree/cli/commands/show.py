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
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.report import Report

HELP = Help(
    __doc__,
    examples=(
        Example("stdtree show", Label("整棵类目树", "the whole tree")),
        Example("stdtree show BB", Label("一个类目及其标准明细表", "a category and its table")),
        Example('stdtree show "GB/T 34670-2017"', Label("一项标准", "a standard")),
        Example("stdtree show @1.0", Label("某一版本的类目树", "the tree of a release")),
        Example("stdtree show B2@1.0", Label("某一版本中的类目", "a category of a release")),
    ),
)


@command(HELP)
@argument(
    "name",
    metavar="[ID|CODE|NUMBER][@EDITION]",
    required=False,
    said=Label(
        "类目的标识或体系编号，或标准的标识或编号，不写则显示整棵树；@ 后写版本或 git 修订。",
        "Id or code of a category, id or number of a standard, else the whole tree; after @, a"
        " release or revision.",
    ),
)
@choice_of_format("text", "json", "markdown")
@option(
    "--at",
    metavar="RELEASE|REVISION",
    said=Label(
        "与 @ 相同：某一版本或 git 修订中的内容。", "The same as @: as of a release or revision."
    ),
)
def run(session: Session, *, name: str | None, fmt: str, at: str | None) -> None:
    """Find what is named and print it."""
    from stdtree.workspace.naming import split_at

    workspace = session.workspace()
    what, edition = split_at(name or "")
    if edition is not None and at is not None:
        raise UsageError(
            Label(
                f"@{edition} 和 --at {at} 只能用一个", f"@{edition} and --at {at}: give only one"
            ),
            Label(f"输入 stdtree show {what}@{at}", f"type stdtree show {what}@{at}"),
        )
    at = edition or at
    taxonomy = workspace.edition(at).taxonomy if at else workspace.taxonomy
    session.tell(_report(taxonomy, what), fmt)


def _report(taxonomy: Taxonomy, what: str) -> Report:
    from stdtree.model.taxonomy import Placed
    from stdtree.report.of_category import of_category
    from stdtree.report.of_standard import of_standard
    from stdtree.report.of_tree import of_tree
    from stdtree.workspace.naming import either

    if not what:
        return of_tree(taxonomy)
    found = either(taxonomy, what)
    if isinstance(found, Placed):
        return of_standard(taxonomy, found)
    return of_category(taxonomy, found)
