"""Lines of JSON → operations, each tried on what those before it leave.

A line is what the journal keeps of a step: {"operation": "move-category", "fields": {…}}; where the
journal has ids, codes and standard numbers do, too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stdtree.errors import StdtreeError, UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stdtree.cli.session import Session
    from stdtree.edit import FieldKind, Operation
    from stdtree.model.taxonomy import Taxonomy

LINE = '{"operation": "rename-category", "fields": {"id": "BB", "name": {"zh": "…"}}}'
"""What a line may look like."""
_SHAPE = Label("每行写作 ", "write on each line ") + same(LINE)
_ALL = Label("列出全部编辑操作：stdtree edit --help", "list all operations: stdtree edit --help")


def carry_out(session: Session, file: str, *, dry_run: bool) -> None:
    """Try all lines on the tree; then journal them and save once. Raises StdtreeError."""
    from stdtree.cli.editing import edit

    workspace = session.workspace()
    operations = operations_of(_text(file), workspace.taxonomy)
    edit(session, workspace, operations=operations, dry_run=dry_run)


def operations_of(text: str, taxonomy: Taxonomy) -> list[Operation]:
    """The operations of all lines; empty lines are left out.

    Raises StdtreeError, naming the line, for the first that cannot be read or is refused.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            operation = _operation(line, taxonomy)
            taxonomy = operation.apply(taxonomy)
        except StdtreeError as error:
            where = Label(
                f"第 {number} 行（所有行均未执行）：", f"line {number} (no line was carried out): "
            )
            raise type(error)(where + error.message, error.hint) from None
        found.append(operation)
    if not found:
        raise UsageError(Label("文件中没有编辑操作", "the file holds no operations"), _SHAPE)
    return found


def _operation(line: str, taxonomy: Taxonomy) -> Operation:
    from stdtree.cli.operation_command import made
    from stdtree.edit import operation_ids, operation_type
    from stdtree.model.nearest import did_you_mean

    operation_id, fields = _parsed(line)
    if operation_id not in operation_ids():
        raise UsageError(
            Label(f"没有编辑操作“{operation_id}”", f"there is no operation “{operation_id}”"),
            did_you_mean(operation_id, operation_ids()) or _ALL,
        )
    kind = operation_type(operation_id)
    asks = kind.asks()
    usage = f"stdtree edit {operation_id} --help"
    for name in fields:
        if name not in asks:
            raise UsageError(
                Label(f"{operation_id} 没有“{name}”一项", f"{operation_id} has no field “{name}”"),
                did_you_mean(name, asks)
                or Label(f"其各项见 {usage}", f"see {usage} for what it has"),
            )
    for name, field in kind.model_fields.items():
        if field.is_required() and name not in fields:
            raise UsageError(
                Label(f"{operation_id} 缺少“{name}”一项", f"{operation_id} needs “{name}”"),
                Label(f"用法见 {usage}", f"type {usage} for its usage"),
            )
    return made(kind, {name: _named(asks[name].kind, fields[name], taxonomy) for name in fields})


def _parsed(line: str) -> tuple[str, Mapping[str, Any]]:
    """The operation's id and its fields as they stand there."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(
            Label(
                f"JSON 在第 {error.colno} 个字符处有误",
                f"the JSON breaks off at character {error.colno}",
            ),
            _SHAPE,
        ) from None
    except RecursionError:
        raise UsageError(Label("JSON 嵌套过深", "the JSON is nested too deeply"), _SHAPE) from None
    match record:
        case {"operation": str(operation_id), "fields": dict(fields), **rest} if not rest:
            return operation_id, fields
        case _:
            raise UsageError(Label("此行不是一项编辑操作", "this is not an operation"), _SHAPE)


def _named(kind: FieldKind, value: Any, taxonomy: Taxonomy) -> Any:
    """The id of what is named by code or number; anything else as it is, for `made` to judge."""
    from stdtree.workspace import naming

    match kind, value:
        case (("category" | "parent"), str()) if value:
            return naming.category(taxonomy, value).id
        case "standard", str():
            return naming.standard(taxonomy, value).standard.id
        case "categories", list():
            return [_named("category", one, taxonomy) for one in value]
        case "standards", list():
            return [_named("standard", one, taxonomy) for one in value]
        case _:
            return value


def _text(file: str) -> str:
    """What the file holds. Raises UsageError if it cannot be read or is not UTF-8."""
    from stdtree.cli.given import read

    try:
        return read(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            Label(f"{file} 不是 UTF-8 文本", f"{file} is not UTF-8 text"),
            Label("请另存为 UTF-8", "save it as UTF-8"),
        ) from None
