"""What was wrong with a command line, in stdtree's words instead of click's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable


def complaint(error: click.ClickException) -> tuple[Label, Label | None]:
    """What was wrong, and the next thing to type."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "stdtree"
    usage = ask_for_help(path)
    match error:
        case click.NoSuchCommand():
            message = Label(
                f"没有命令“{error.command_name}”", f"there is no command “{error.command_name}”"
            )
            return message, did_you_mean(error.command_name, _commands(context)) or usage
        case click.NoSuchOption():
            message = Label(
                f"{path} 没有选项 {error.option_name}", f"{path} has no option {error.option_name}"
            )
            return message, did_you_mean(error.option_name, _options(context)) or usage
        case click.MissingParameter():
            name = _name(error.param)
            return Label(f"{path} 缺少 {name}", f"{path} needs {name}"), usage
        case click.BadOptionUsage():
            return _bad_option(error, context), usage
        case click.BadParameter():
            return _bad_value(error), usage
        case _:
            return same(error.format_message()), usage


def ask_for_help(path: str) -> Label:
    """The hint that is always true."""
    return Label(f"输入 {path} --help 查看用法", f"type {path} --help for its usage")


def extra_arguments(path: str, arguments: Iterable[str]) -> UsageError:
    """The error of more arguments than the command takes."""
    listed = " ".join(arguments)
    return UsageError(
        Label(f"{path} 多出参数：{listed}", f"{path} takes no more arguments: {listed}"),
        ask_for_help(path),
    )


def _commands(context: click.Context | None) -> list[str]:
    group = context.command if context else None
    return group.list_commands(context) if context and isinstance(group, click.Group) else []


def _options(context: click.Context | None) -> list[str]:
    return [name for param in context.command.params for name in param.opts] if context else []


def _bad_option(error: click.BadOptionUsage, context: click.Context | None) -> Label:
    name = error.option_name
    params = context.command.params if context else []
    flags = [name for param in params if getattr(param, "is_flag", False) for name in param.opts]
    if name in flags:
        return Label(f"选项 {name} 不带值", f"the option {name} takes no value")
    return Label(f"选项 {name} 后面要有值", f"the option {name} needs a value")


def _bad_value(error: click.BadParameter) -> Label:
    name = _name(error.param)
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        choices = [str(each) for each in kind.choices]
        return Label(
            f"{name} 只能取：{'、'.join(choices)}", f"{name} takes one of: {', '.join(choices)}"
        )
    if isinstance(kind, click.types.IntParamType):
        return Label(f"{name} 要用正整数", f"{name} takes a whole number from 1 on")
    return Label(f"{name}：{error.message}", f"{name}: {error.message}")


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
    )
