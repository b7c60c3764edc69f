"""Options and arguments that explain themselves in both languages, and those of every command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from stdtree.cli.session import Session
from stdtree.label import Label

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Option(click.Option):
    """An option with its explanation in both languages."""

    def __init__(self, *args: Any, said: Label, **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.said = said


class Argument(click.Argument):
    """An argument with its explanation in both languages."""

    def __init__(self, *args: Any, said: Label, **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.said = said


def option(*names: str, said: Label, **attrs: Any) -> Callable[[Decorated], Decorated]:
    """An option of a command; `said` is its explanation."""
    return click.option(*names, cls=Option, said=said, **attrs)


def argument(name: str, *, said: Label, **attrs: Any) -> Callable[[Decorated], Decorated]:
    """An argument of a command; `said` is its explanation."""
    return click.argument(name, cls=Argument, said=said, **attrs)


def choice_of_format(*formats: str) -> Callable[[Decorated], Decorated]:
    """The option --format; the first format is the default."""
    return option(
        "--format",
        "fmt",
        type=click.Choice(formats),
        default=formats[0],
        said=Label(f"输出格式，默认 {formats[0]}。", f"Output format; {formats[0]} by default."),
    )


def _set_color(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Session).color = value  # type: ignore[assignment]  # click.Choice held it


def _set_folder(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Session).folder = value


def common() -> list[click.Parameter]:
    """The options that every command takes, before or after its name.

    --lang has no callback: `session.language_of` read it before anything else.
    """
    return [
        Option(
            ["--lang"],
            type=click.Choice(("zh", "en")),
            expose_value=False,
            said=Label(
                "界面语言；否则依次看 STDTREE_LANG、LC_ALL、LC_MESSAGES、LANG。",
                "Language of the interface; else STDTREE_LANG, LC_ALL, LC_MESSAGES, LANG.",
            ),
        ),
        Option(
            ["--color"],
            type=click.Choice(("auto", "always", "never")),
            expose_value=False,
            callback=_set_color,
            said=Label("是否使用颜色，默认 auto。", "Whether to use colours; auto by default."),
        ),
        Option(
            ["-C", "--directory"],
            metavar="DIR",
            expose_value=False,
            callback=_set_folder,
            said=Label("到此文件夹中寻找体系。", "Look for the system in this folder."),
        ),
    ]


DRY_RUN = Label("只显示结果，不写任何文件。", "Show what would come of it; write nothing.")
"""What --dry-run does."""
TRUST = option(
    "--trust",
    is_flag=True,
    said=Label(
        "信任此仓库：今后允许运行它的 git 钩子和签名。",
        "Trust this repository: from now on its git hooks and signing may run.",
    ),
)
"""For commands that write through git."""

NAMED = argument(
    "name",
    metavar="ID|CODE|NUMBER[@EDITION]",
    said=Label(
        "类目的标识或体系编号，或标准的标识或编号；@ 后写版本或 git 修订。",
        "Id or code of a category, id or number of a standard; after @, a release or revision.",
    ),
)
"""For commands about one category or standard."""
