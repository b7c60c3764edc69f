"""What was wrong with a command line, in stdtree's words instead of click's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Iterable


def complaint(error: click.ClickException) -> tuple[Label, Label | None]:
    """What was wrong, and the next thing to type."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "stdtree"
    ask_for_help = Label(f"输入 {path} --help 查看用法。", f"type {path} --help for its usage.")
    match error:
        case click.NoSuchCommand():
            message = Label(
                f"没有命令“{error.command_name}”", f"there is no command “{error.command_name}”"
            )
            return message, _meant(error.possibilities) or ask_for_help
        case click.NoSuchOption():
            message = Label(
                f"{path} 没有选项 {error.option_name}", f"{path} has no option {error.option_name}"
            )
            return message, _meant(error.possibilities) or ask_for_help
        case click.MissingParameter():
            name = _name(error.param)
            return Label(f"{path} 缺少 {name}", f"{path} needs {name}"), ask_for_help
        case click.BadOptionUsage():
            return _bad_option(error, context), ask_for_help
        case click.BadParameter():
            return _bad_value(error), ask_for_help
        case _:
            return same(error.format_message()), ask_for_help


def extra_arguments(path: str, arguments: Iterable[str]) -> Label:
    """More arguments than the command takes."""
    listed = " ".join(arguments)
    return Label(f"{path} 多出参数：{listed}", f"{path} takes no more arguments: {listed}")


def _meant(names: Iterable[str] | None) -> Label | None:
    found = list(names or ())
    if not found:
        return None
    return Label(f"是不是：{'、'.join(found)}？", f"did you mean: {', '.join(found)}?")


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
        return Label(f"{name} 要用整数", f"{name} takes a whole number")
    return Label(f"{name}：{error.message}", f"{name}: {error.message}")


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
    )
