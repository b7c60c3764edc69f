"""Print the JSON Schema of a kind of file or output.

输出某类文件或输出结果的 JSON Schema。
"""

from __future__ import annotations

import sys

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, option
from stdtree.cli.session import Session, with_newline
from stdtree.errors import UsageError
from stdtree.label import Label, same

HELP = Help(
    __doc__,
    examples=(
        Example("stdtree schema", Label("列出各类文件和输出", "list the kinds")),
        Example("stdtree schema category", Label("类目文件的", "that of a category's file")),
        Example(
            "stdtree schema category --draft 7 > category.schema.json",
            Label("供编辑器使用的 draft-07", "draft-07, for editors"),
        ),
    ),
)


@command(HELP)
@argument(
    "kind",
    metavar="[KIND]",
    required=False,
    said=Label("哪一类；不写则列出全部。", "Which kind; else they are listed."),
)
@option(
    "--draft",
    type=click.Choice(["2020-12", "7"]),
    default="2020-12",
    said=Label("JSON Schema 的版本，默认 2020-12。", "Edition of JSON Schema; 2020-12 by default."),
)
def run(session: Session, *, kind: str | None, draft: str) -> None:
    """Print one schema, or the kinds there are."""
    from stdtree.store.schema import schema_names, schema_text

    names = schema_names()
    if kind is None:
        for name in names:
            session.answer(same(name))
        return
    if kind not in names:
        from stdtree.model.nearest import did_you_mean

        raise UsageError(
            Label(f"没有“{kind}”的 JSON Schema", f"there is no JSON Schema for “{kind}”"),
            did_you_mean(kind, names)
            or Label("输入 stdtree schema 列出全部", "type stdtree schema to list them all"),
        )
    sys.stdout.write(with_newline(schema_text(kind, draft7=draft == "7")))
