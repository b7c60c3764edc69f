"""Edit the system by an operation; without one, list the operations.

用编辑操作修改体系；不写操作则列出全部。
"""

from __future__ import annotations

import click

from stdtree.cli import edit_commands
from stdtree.cli.command import Group, entry, language
from stdtree.cli.help import Example, Help
from stdtree.label import Label

HELP = Help(
    __doc__,
    text=Label(
        "每项操作都写入操作日志和文件，可以撤销。--dry-run 只显示结果。类目可用标识或体系编号指明，"
        "标准可用标识或标准编号。文字写作 zh=…，不写语言则为体系的首种语言。",
        "Each operation is journalled, saved, and can be undone; --dry-run only shows what would"
        " come of it. Name categories by id or code, standards by id or number. Write texts as"
        " zh=…; without a language they are in the system's first one.",
    ),
    examples=(
        Example(
            "stdtree edit move-category BB --to C --recode", Label("移动类目", "move a category")
        ),
        Example("stdtree edit move-category --help", Label("一项操作的用法", "usage of one")),
        Example("stdtree edit batch edits.jsonl", Label("一次执行多项", "several at once")),
        Example("stdtree edit undo", Label("撤销", "undo it")),
    ),
)


class Operations(Group):
    """The operations, and batch, undo, redo and log beside them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Operations first."""
        from stdtree.edit import operation_ids

        return [*operation_ids(), *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of an operation, made now from its fields."""
        if cmd_name in super().list_commands(ctx):
            return super().get_command(ctx, cmd_name)
        if cmd_name not in self.list_commands(ctx):
            return None
        from stdtree.cli.operation_command import operation_command
        from stdtree.edit import operation_type

        return operation_command(operation_type(cmd_name))

    def entries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Names and first lines; those of operations from the operations themselves."""
        from stdtree.edit import operation_ids, operation_type

        found = [
            (name, operation_type(name).summary.in_(language(ctx))) for name in operation_ids()
        ]
        return [*found, *(entry(self.package, name, ctx) for name in super().list_commands(ctx))]


@click.command(cls=Operations, package=edit_commands, guide=HELP)
@click.pass_context
def run(context: click.Context) -> None:
    """Without an operation: the list."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
