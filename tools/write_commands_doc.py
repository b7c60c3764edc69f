"""Write docs/commands.md and docs/operations.md: the help of commands and of operations.

python tools/write_commands_doc.py           writes what is stale, in both languages
python tools/write_commands_doc.py --check   exit 1 if something is stale
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from pages import cell, in_both, keep, made_by

from stdtree.cli.help import COMMON_OPTIONS
from stdtree.cli.main import GUIDE, stdtree
from stdtree.cli.session import Session
from stdtree.edit import operation_ids, operation_type
from stdtree.label import LANGUAGES, Label, Language

WIDTH = 80
COMMANDS = Label(
    f"""\
# 命令

{made_by(__file__)}

`stdtree --help` 和各命令 `--help` 的内容。编辑操作（`stdtree edit …`）见[编辑操作](operations.md)。
界面语言由 `--lang`、`STDTREE_LANG` 或系统环境决定。

## 退出码

| 退出码 | 含义 |
|---:|---|
""",
    f"""\
# Commands

{made_by(__file__)}

What `stdtree --help` and the `--help` of each command print. The operations of `stdtree edit`
have [a page of their own](operations.en.md). `--lang`, `STDTREE_LANG` or the locale chooses the
language.

## Exit codes

| Code | Meaning |
|---:|---|
""",
)
OPERATIONS = Label(
    f"""\
# 编辑操作

{made_by(__file__)}

对体系的每一种修改都是一个编辑操作：在终端编辑器中是 `⏎` 菜单的一项，
在命令行是 `stdtree edit` 的一条命令，在 `--batch` 文件和操作日志中是一行 JSON。
每步都记入操作日志，都可撤销；加 `--dry-run` 只显示结果。

“字段”是 `--batch` 文件中 `fields` 的键；类目写标识或体系编号，标准写标识或标准编号。

""",
    f"""\
# Operations

{made_by(__file__)}

Whatever changes a system is an operation: an entry of the menu of `⏎` in the terminal editor, a
command of `stdtree edit`, a line of JSON in a file for `--batch` and in the journal. Each is
journalled and can be undone; `--dry-run` only shows what would come of it.

"Field" is the key under `fields` in a file for `--batch`; categories are named by id or code,
standards by id or number.

""",
)
COLUMNS = Label(
    "| 字段 | 名称 | 必填 | 说明 |\n|---|---|---|---|\n",
    "| Field | Name | Required | What it is |\n|---|---|---|---|\n",
)
REQUIRED = Label("是", "yes")


def commands(language: Language) -> str:
    """The page of all commands but the operations."""
    exits = GUIDE.all_exits.items()
    codes = "".join(f"| {code} | {what.in_(language)} |\n" for code, what in exits)
    operations = set(operation_ids())
    return (
        COMMANDS.in_(language)
        + codes
        + "".join(
            f"\n{_level(context)} {context.command_path}\n\n```text\n{_own_help(context)}\n```\n"
            for context in contexts(language)
            if not (_within_edit(context) and context.info_name in operations)
        )
    )


def operations(language: Language) -> str:
    """The page of all operations."""
    told = {
        context.info_name: _own_help(context)
        for context in contexts(language)
        if _within_edit(context)
    }
    kinds = [(name, operation_type(name)) for name in operation_ids()]
    index = "".join(
        f"- [`{name}`](#{name})：{kind.title.zh}\n"
        if language == "zh"
        else f"- [`{name}`](#{name}): {kind.title.en}\n"
        for name, kind in kinds
    )
    return (
        OPERATIONS.in_(language)
        + index
        + "".join(
            f"\n## {name}\n\n**{kind.title.in_(language)}**\n\n{_fields(name, language)}"
            f"\n```text\n{told[name]}\n```\n"
            for name, kind in kinds
        )
    )


def _fields(operation_id: str, language: Language) -> str:
    kind = operation_type(operation_id)
    rows = [
        f"| `{name}` | {cell(ask.label.in_(language))} "
        f"| {REQUIRED.in_(language) if kind.model_fields[name].is_required() else ''} "
        f"| {cell(ask.help.in_(language)) if ask.help else ''} |\n"
        for name, ask in kind.asks().items()
    ]
    return COLUMNS.in_(language) + "".join(rows)


def _level(context: click.Context) -> str:
    return "##" if context.parent is None or context.parent.parent is None else "###"


def _within_edit(context: click.Context) -> bool:
    return context.parent is not None and context.parent.info_name == "edit"


def _own_help(context: click.Context) -> str:
    """Its help; the options of every command are told once, with the first."""
    told = context.get_help()
    if context.parent is None:
        return told
    heading = COMMON_OPTIONS.in_(context.find_root().obj.language)
    return told.split(f"\n\n{heading}")[0]


def contexts(language: Language) -> Iterator[click.Context]:
    """A context for each command, groups before what they hold."""
    waiting = [
        click.Context(stdtree, info_name="stdtree", obj=Session(language), terminal_width=WIDTH)
    ]
    while waiting:
        context = waiting.pop(0)
        yield context
        group = context.command
        if isinstance(group, click.Group):
            found = [
                (name, group.get_command(context, name)) for name in group.list_commands(context)
            ]
            waiting[:0] = [
                click.Context(command, parent=context, info_name=name)
                for name, command in found
                if command is not None
            ]


def main() -> int:
    """Write or check both pages in both languages."""
    return keep(
        in_both("commands", {language: commands(language) for language in LANGUAGES})
        | in_both("operations", {language: operations(language) for language in LANGUAGES})
    )


if __name__ == "__main__":
    sys.exit(main())
