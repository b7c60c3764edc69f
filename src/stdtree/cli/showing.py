"""Options of `stdtree diff` that say what it shows, in which format, and where to."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from stdtree.cli.comparing import FINDINGS, formats
from stdtree.cli.options import option
from stdtree.cli.outputs import OUTPUT
from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Callable

_CHANGES, _CORRESPONDENCE = formats("changes"), formats("correspondence")
_ALL = tuple(dict.fromkeys((*_CHANGES, *_CORRESPONDENCE, *FINDINGS)))  # the last: refused in words
_OPTIONS = (
    option(
        "--format",
        "fmt",
        type=click.Choice(_ALL),
        metavar="FORMAT",
        said=Label("输出格式，默认 text：", "Output format, text by default: ")
        + same(", ".join(_CHANGES))
        + Label("；对照表默认 csv：", "; of a correspondence, csv by default: ")
        + same(", ".join(_CORRESPONDENCE))
        + Label("。", "."),
    ),
    OUTPUT,
    option("--all", "unfold", is_flag=True, said=Label("展开连带变更。", "Unfold consequences.")),
    option(
        "--stat",
        "figures",
        is_flag=True,
        said=Label("只看数量和前后统计。", "Only counts, and statistics of both sides."),
    ),
    option(
        "--correspondence",
        is_flag=True,
        said=Label("改为输出对照表。", "Print the correspondence instead."),
    ),
    option(
        "--pager/--no-pager",
        default=True,
        said=Label(
            "超过一屏时是否用 PAGER 分页，默认用。",
            "Whether what is longer than a screen goes through PAGER; by default it does.",
        ),
    ),
)


def showing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options; what they were given arrives under their names."""
    return reduce(lambda made, decorate: decorate(made), reversed(_OPTIONS), function)
