"""A command made of an operation: its fields are the arguments and options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from stdtree.cli.answers import REPEATED, TOP, answer
from stdtree.cli.command import Command
from stdtree.cli.complaints import ask_for_help
from stdtree.cli.help import Example, Help
from stdtree.cli.options import DRY_RUN, Argument, Option
from stdtree.errors import UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from stdtree.cli.session import Session
    from stdtree.edit import Ask, FieldKind, Operation

METAVARS: Mapping[FieldKind, str] = {
    "category": "ID|CODE",
    "categories": "ID|CODE,…",
    "parent": "ID|CODE",
    "standard": "ID|NUMBER",
    "standards": "ID|NUMBER,…",
    "organization": "ID",
    "id": "ID",
    "code": "CODE",
    "codes": "CODE,…",
    "line": "TEXT",
    "query": "CONDITIONS",
    "text": "LANG=TEXT",
    "prose": "LANG=TEXT",
    "titles": "LANG=TEXT;…",
    "notes": "LANG=TEXT;see=ID",
    "number": "NUMBER",
    "adoption": "NUMBER, DEGREE",
    "facet": "ID",
    "facet-values": "ID,…",
    "date": "YYYY[-MM[-DD]]",
    "year": "YYYY",
    "release": "RELEASE",
}
EXAMPLES: Mapping[FieldKind, str] = {
    "category": "BB",
    "categories": "BB,BC",
    "parent": "C",
    "standard": '"GB/T 34670-2017"',
    "standards": '"GB/T 34670-2017"',
    "code": "BZ",
    "line": "TEXT",
    "query": '"code:BB*"',
    "codes": "BY,BZ",
    "text": '"zh=技术转移"',
    "prose": '"zh=职责调整"',
    "titles": '"zh=技术转移;en=Technology transfer"',
    "number": '"GB/T 34670-2027"',
    "adoption": '"ISO 9001:2015, IDT"',
    "facet": "chain",
    "facet-values": "research",
    "date": "2027-06",
    "year": "2027",
    "release": "1.2",
}
"""What an example gives for a field of this kind."""
_BARE = 3
"""Words of an example with a subject and no options."""
MANY_AT_ONCE = Label(
    "用于所有符合条件者（见 stdtree edit --help）",
    "all that fulfil conditions (see stdtree edit --help)",
)
REHEARSE = Label("先看结果", "see first what would come of it")
MANY = Label("可重复。", " May be repeated.")


def operation_command(kind: type[Operation]) -> Command:
    """The command of one operation."""
    asks = kind.asks()
    params: list[click.Parameter] = [
        _argument(kind, name) if name == kind.subject else _option(kind, name) for name in asks
    ]
    params.sort(key=lambda param: isinstance(param, Option))
    params.append(Option(["--dry-run"], is_flag=True, said=DRY_RUN))

    def run(session: Session, *, dry_run: bool, **given: Any) -> None:
        from stdtree.cli.editing import edit

        workspace = session.workspace()
        values = {
            name: answer(asks[name].kind, value, workspace)
            for name, value in given.items()
            if value is not None and value != ()
        }
        edit(session, workspace, operations=[made(kind, values)], dry_run=dry_run)

    return Command(
        kind.operation_id(), callback=click.pass_obj(run), params=params, guide=_guide(kind)
    )


def _guide(kind: type[Operation]) -> Help:
    words = ["stdtree edit", kind.operation_id()]
    for name, ask in kind.asks().items():
        required = kind.model_fields[name].is_required()
        if name == kind.subject:
            words.append(EXAMPLES.get(ask.kind, "ID"))
        elif required:
            given = next(iter(ask.choices or ()), EXAMPLES.get(ask.kind, "ID"))
            words.append(f"{_flag(name)} {given}")
    where = "where" in kind.asks()
    if len(words) == _BARE and not where:  # nothing is required, but nothing is nothing to do
        first = next((one for one in kind.asks() if one != kind.subject), None)
        if first:
            words.append(f"{_flag(first)} {EXAMPLES.get(kind.asks()[first].kind, 'ID')}")
    examples = [Example(" ".join([*words, "--dry-run"]), REHEARSE)]
    if where:
        conditions = f"--where {EXAMPLES['query']}"
        words[_BARE - 1] = conditions
        examples.append(Example(" ".join(words), MANY_AT_ONCE))
    return Help(doc=f"{kind.summary.en}\n\n{kind.summary.zh}", examples=tuple(examples))


def _argument(kind: type[Operation], name: str) -> Argument:
    ask = kind.asks()[name]
    many = ask.kind in REPEATED
    return Argument(
        [name],
        metavar=_metavar(ask) if kind.model_fields[name].is_required() else f"[{_metavar(ask)}]",
        nargs=-1 if many else 1,
        required=kind.model_fields[name].is_required(),
        said=_said(ask),
    )


def _option(kind: type[Operation], name: str) -> Option:
    ask = kind.asks()[name]
    flag = _flag(name)
    attrs: dict[str, Any] = {"said": _said(ask), "required": kind.model_fields[name].is_required()}
    if ask.kind == "flag":
        return Option([f"{flag}/--no-{flag.removeprefix('--')}", name], default=None, **attrs)
    if ask.kind == "choice":
        return Option([flag, name], type=click.Choice(list(ask.choices or ())), **attrs)
    many = ask.kind in REPEATED
    return Option([flag, name], metavar=_metavar(ask), multiple=many, **attrs)


def _said(ask: Ask) -> Label:
    parts = [ask.label + Label("。", ".")]
    if ask.help is not None:
        parts.append(Label(ask.help.zh, f" {ask.help.en}"))
    if ask.choices:
        parts.append(
            Label(
                "、".join(f"{value} {label.zh}" for value, label in ask.choices.items()) + "。",
                f" {'; '.join(f'{value}: {label.en}' for value, label in ask.choices.items())}.",
            )
        )
    if ask.kind == "parent":
        parts.append(Label(f"{TOP} 表示顶层。", f" {TOP} is the top level."))
    if ask.kind in REPEATED:
        parts.append(MANY)
    return sum(parts, start=same(""))


def _metavar(ask: Ask) -> str:
    return METAVARS.get(ask.kind, "TEXT")


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def made(kind: type[Operation], values: Mapping[str, Any]) -> Operation:
    """The operation. Raises UsageError for a value of the wrong shape, in the operation's words."""
    from pydantic import ValidationError

    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        raise _refusal(kind, error) from None


def _refusal(kind: type[Operation], error: ValidationError) -> UsageError:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    ask = kind.asks().get(name)
    where = _metavar(ask) if ask else kind.operation_id()
    if ask and name != kind.subject:
        where = f"{_flag(name)} {where}"
    return UsageError(
        Label(f"{where}：", f"{where}: ") + _words(first),
        ask_for_help(f"stdtree edit {kind.operation_id()}"),
    )


def _words(details: ErrorDetails) -> Label:
    """What pydantic found, in both languages where the operation says so."""
    context = details.get("ctx", {})
    if "zh" in context and "en" in context:
        return Label(str(context["zh"]), str(context["en"]))
    return Label(f"不能用“{details['input']}”", f"“{details['input']}” does not fit")
