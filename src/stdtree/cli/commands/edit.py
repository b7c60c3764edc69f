"""Edit the system by an operation; without one, list the operations.

用编辑操作修改体系；不写操作则列出全部。
"""

from __future__ import annotations

import click

from stdtree.cli import edit_commands
from stdtree.cli.batch_lines import carry_out
from stdtree.cli.command import Group, entry, language
from stdtree.cli.complaints import ask_for_help
from stdtree.cli.edit_text import TEXT
from stdtree.cli.help import Example, Help
from stdtree.cli.options import DRY_RUN, option
from stdtree.errors import UsageError
from stdtree.label import Label

HELP = Help(
    __doc__,
    text=TEXT,
    examples=(
        Example(
            "stdtree edit move-category BB --to C --recode", Label("移动类目", "move a category")
        ),
        Example("stdtree edit move-category --help", Label("一项操作的用法", "usage of one")),
        Example(
            'stdtree edit set-owner --where "code:BB* owner:" --owner sts-alliance',
            Label("用于所有符合条件的类目", "all categories that fulfil conditions"),
        ),
        Example(
            "stdtree edit --batch edits.jsonl --dry-run",
            Label("预演文件中的操作", "try the operations of a file"),
        ),
        Example("stdtree edit undo", Label("撤销", "undo it")),
    ),
)


class Operations(Group):
    """The operations, and undo, redo and log beside them."""

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
@option(
    "--batch",
    metavar="FILE",
    said=Label("执行文件中的操作；- 为标准输入。", "Operations of a file; - is standard input."),
)
@option("--dry-run", is_flag=True, said=DRY_RUN)
@click.pass_context
def run(context: click.Context, *, batch: str | None, dry_run: bool) -> None:
    """Without an operation: those of the file, else the list."""
    name = context.invoked_subcommand
    if name is not None and (batch is not None or dry_run):
        raise UsageError(
            Label(
                f"--batch 不与 {name} 并用，--dry-run 要写在 {name} 之后",
                f"--batch takes no {name} beside it; --dry-run stands after {name}",
            ),
            ask_for_help(f"stdtree edit {name}"),
        )
    if batch is not None:
        carry_out(context.obj, batch, dry_run=dry_run)
    elif name is None:
        click.echo(context.get_help())
