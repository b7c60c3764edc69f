"""Commands and groups of commands: loaded late, with help in the chosen language."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING, Any

import click

from stdtree import plugins
from stdtree.cli import help as texts
from stdtree.cli.help import Help, Layout
from stdtree.cli.options import Argument, Option, common
from stdtree.cli.session import Session, screen_width
from stdtree.label import Label, Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

HELP_OPTION = Label("显示本帮助并退出。", "Show this help and exit.")
WIDEST_HELP = 90


def language(context: click.Context) -> Language:
    """The language of this run."""
    session = context.find_object(Session)
    return session.language if session else "en"


class Command(click.Command):
    """A command that explains itself in the language of the session."""

    allow_extra_args = True
    """click lets them pass; `parse_args` refuses them in the chosen language."""

    def __init__(self, *args: Any, guide: Help, **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.params = [*self.params, *common()]
        self.guide = guide

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Values of the parameters. Raises click.UsageError, always with its context."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group):
            from stdtree.cli.complaints import extra_arguments

            raise extra_arguments(ctx.command_path, rest)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002  # click's signature
        """The option --help, explained like any other."""
        if self._help_option is None:
            self._help_option = Option(
                ["--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                said=HELP_OPTION,
            )
        return self._help_option

    def get_usage(self, ctx: click.Context) -> str:
        """The usage line."""
        return _layout(ctx).usage(ctx.command_path, self.collect_usage_pieces(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the command's name in the usage line."""
        options = Label("[选项]", "[OPTIONS]").in_(language(ctx))
        return [options, *super().collect_usage_pieces(ctx)[1:]]

    def get_short_help_str(self, limit: int = 0) -> str:
        """The first line, for the completion of shells."""
        return self.guide.summary.en[: limit or None]

    def get_help(self, ctx: click.Context) -> str:
        """The whole help."""
        return "\n".join([self.get_usage(ctx), "", *self._body(ctx, _layout(ctx))])

    def _body(self, ctx: click.Context, layout: Layout) -> Iterator[str]:
        said, spoken = self.guide, layout.language
        yield from layout.paragraphs(said.summary.in_(spoken))
        if text := said.text.in_(spoken):
            yield from ("", *layout.paragraphs(text))
        exits = [(str(code), what.in_(spoken)) for code, what in said.all_exits.items()]
        shared = {param.name for param in common()} | {self.get_help_option(ctx).name}  # type: ignore[union-attr]  # every command has --help
        params = self.get_params(ctx)
        own = [param for param in params if isinstance(param, Option) and param.name not in shared]
        everywhere = [p for p in params if isinstance(p, Option) and p.name in shared]
        arguments = [
            (param.make_metavar(ctx), param.said.in_(spoken))
            for param in params
            if isinstance(param, Argument)
        ]
        for heading, rows in (
            (texts.COMMANDS, layout.columns(self.entries(ctx))),
            (texts.ARGUMENTS, layout.columns(arguments)),
            (texts.OPTIONS, layout.columns(_option_row(ctx, param) for param in own)),
            (texts.EXAMPLES, layout.examples(said.examples)),
            (texts.EXIT_CODES, layout.columns(exits)),
            (texts.COMMON_OPTIONS, layout.columns(_option_row(ctx, param) for param in everywhere)),
        ):
            if lines := list(rows):
                yield from ("", layout.heading(heading), *lines)

    def entries(self, _ctx: click.Context) -> list[tuple[str, str]]:
        """Names and first lines of what a group holds; nothing for a single command."""
        return []


class Group(Command, click.Group):
    """Commands found by file name in a package and imported when called."""

    def __init__(self, *args: Any, package: ModuleType, **attrs: Any) -> None:
        super().__init__(*args, invoke_without_command=True, **attrs)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        """Names of the commands."""
        return list(plugins.names(self.package))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = plugins.load(self.package, cmd_name).run
        return found

    def entries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Names and first lines, read from the files without importing them."""
        return [entry(self.package, name, ctx) for name in self.list_commands(ctx)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first. Raises NoSuchCommand with those that are spelled alike."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.NoSuchCommand(args[0], possibilities=self.list_commands(ctx), ctx=ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line ends with the command."""
        return [
            *Command.collect_usage_pieces(self, ctx)[:1],
            Label("命令 …", "COMMAND …").in_(language(ctx)),
        ]


def entry(package: ModuleType, name: str, context: click.Context) -> tuple[str, str]:
    """Name and first line of a command, read from its file without importing it."""
    source = pkgutil.get_data(package.__name__, f"{name.replace('-', '_')}.py") or b""
    lines = source.decode().split("\n", 3)[:3]
    said = texts.summary_of([line.replace('"""', "") for line in lines])
    return name, said.in_(language(context))


def command(guide: Help) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function whose first parameter is the session."""

    def made(function: Callable[..., Any]) -> Command:
        return click.command(cls=Command, guide=guide)(click.pass_obj(function))

    return made


def _layout(context: click.Context) -> Layout:
    return Layout(language(context), context.terminal_width or min(screen_width(), WIDEST_HELP))


def _show_help(context: click.Context, _: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def _option_row(context: click.Context, param: Option) -> tuple[str, str]:
    required = texts.REQUIRED.in_(language(context)) if param.required else ""
    return param.get_help_spec(context), param.said.in_(language(context)) + required
