"""A category as YAML that somebody edits by hand, and what they changed as operations.

Only fields that operations can change are in the text; what came of it goes through the journal
like every other edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stdtree.errors import EditError
from stdtree.label import Label, Language
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import FIELD
from stdtree.store import yaml_text
from stdtree.store.decode import decode, encode
from stdtree.store.layout import KINDS
from stdtree.store.yaml_write import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.edit import Operation

FIELDS = (
    *("code", "parent", "title", "definition", "includes", "includes_also", "excludes"),
    *("owner", "facets", "maps", "standards"),
)
"""What of a category is in the text."""
ROW_FIELDS = (
    *("id", "number", "title", "status", "kind", "plan", "published", "in_force"),
    *("status_as_of", "adopts", "also_in", "remark"),
)
"""What of a row of its table of standards is in the text."""
_HEAD = Label(
    "# {name}\n"
    "# 保存并退出编辑器后，改动作为一步操作生效，可以撤销；不改动则什么也不做。\n"
    "# 这里只有可以直接修改的字段；状态、沿革、相关类目，以及增删标准，请用相应的操作。",
    "# {name}\n"
    "# Save and leave the editor: what you changed is done as one step that can be undone.\n"
    "# Only what can be changed directly is here; for status, lineage, related categories, and to\n"
    "# add or remove standards, use the operations.",
)
_HINT = Label("返回编辑，改正这一处", "go back to the text and mend it there")
_SIMPLE = (
    ("rename-category", ("title",)),
    ("edit-texts", ("definition", "includes", "includes_also", "excludes")),
    ("set-owner", ("owner",)),
)
"""Operations whose form shows how things are, with the fields they change."""


UNTOLD = Label("", "")


@dataclass(frozen=True)
class Trouble:
    """Something in the text that cannot be taken, and in which line it stands."""

    line: int
    message: Label
    hint: Label


@dataclass(frozen=True)
class ByHand:
    """What somebody wrote: operations, or what is wrong with it."""

    operations: tuple[Operation, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    label: Label = UNTOLD


def text_of(category: Category, language: Language) -> str:
    """The text to edit: YAML in the canonical style, with a head that says what it is."""
    plain = encode(category)
    shown = {name: plain[name] for name in FIELDS if name in plain}
    if "standards" in shown:
        shown["standards"] = [
            {name: row[name] for name in ROW_FIELDS if name in row} for row in shown["standards"]
        ]
    name = names.of_category(category).in_(language).replace("\n", " ")
    head = _HEAD.in_(language).format(name=name)
    return write(shown, head="".join(c for c in head if c.isprintable() or c == "\n"))


def read(text: str, taxonomy: Taxonomy, category: Category) -> ByHand:
    """The operations that make `category` what the text says, tried one upon the other."""
    parsed = yaml_text.read(text.encode("utf-8", "replace"))
    troubles = [
        Trouble(problem.line, problem.message, problem.hint)
        for problem in parsed.problems
        if problem.rule != "untidy-file"
    ]
    if troubles or not isinstance(parsed.value, dict):
        nothing = Trouble(1, Label("没有字段", "there are no fields"), _HINT)
        return ByHand(troubles=tuple(troubles or [nothing]))
    line = _Lines(text)
    plain = parsed.value
    found = [*_out_of_place(plain, category, line)]
    if found:
        return ByHand(troubles=tuple(found))
    decoded = decode(KINDS["category"], _completed(plain, category))
    if decoded.problems:
        return ByHand(
            troubles=tuple(
                Trouble(line.of(one.where), one.message, one.hint) for one in decoded.problems
            )
        )
    return _tried(taxonomy, category, decoded.value, line)


def _completed(plain: Mapping[str, Any], category: Category) -> dict[str, Any]:
    """What was written, with what is not in the text as it was."""
    kept = encode(category)
    rows = {row["id"]: row for row in kept.get("standards", ())}
    made = {name: value for name, value in kept.items() if name not in FIELDS} | dict(plain)
    if isinstance(plain.get("standards"), list):
        made["standards"] = [
            {k: v for k, v in rows[row["id"]].items() if k not in ROW_FIELDS} | row
            for row in plain["standards"]
        ]
    return made


def _out_of_place(plain: Mapping[str, Any], category: Category, line: _Lines) -> Iterator[Trouble]:
    """Fields that are not edited here; rows that came or went."""
    for name in plain:
        if name not in FIELDS:
            word = FIELD[name].zh if name in FIELD else name
            message = Label(f"“{word}”不在此处编辑", f'"{name}" is not edited here')
            yield Trouble(line.of((name,)), message, Label("删去这一行", "take the line out"))
    if category.code is not None and not plain.get("code"):
        message = Label("体系编号不能删去", "a code cannot be taken away")
        yield Trouble(line.of(("code",)), message, Label("写一个编号", "write a code"))
    rows = plain.get("standards") or []
    written = [row.get("id") if isinstance(row, dict) else None for row in rows]
    known = {row.id for row in category.standards}
    for index, one in enumerate(written):
        if one not in known or written.count(one) > 1:
            message = Label(
                f"本类目没有标识为“{one}”的标准" if one not in known else f"标准“{one}”写了两次",
                f'no standard of this category has the id "{one}"'
                if one not in known
                else f'the standard "{one}" is there twice',
            )
            hint = Label("新增标准请用“新增标准”操作", "to add one, use Add standard")
            yield Trouble(line.of(("standards", index)), message, hint)
        for name in rows[index] if one in known else ():
            if name not in ROW_FIELDS:
                message = Label(f"“{name}”不在此处编辑", f'"{name}" is not edited here')
                yield Trouble(line.of(("standards", index, name)), message, _HINT)
    for gone in sorted(known - {one for one in written if one}):
        message = Label(f"少了标准“{gone}”", f'the standard "{gone}" is missing')
        hint = Label("移除标准请用“移除标准”操作", "to remove one, use Remove standard")
        yield Trouble(line.of(("standards",)), message, hint)


def _tried(taxonomy: Taxonomy, old: Category, new: Category, line: _Lines) -> ByHand:
    operations, fields, now = [], [], taxonomy
    try:
        for where, operation_id, given in _steps(taxonomy, old, new):
            fields.append(where)
            operations.append(_made(operation_id, given))
            now = operations[-1].apply(now)
    except EditError as error:
        trouble = Trouble(line.of(fields[-1]), error.message, error.hint or _HINT)
        return ByHand(troubles=(trouble,))
    listed = names.listed(FIELD[name] for name in dict.fromkeys(str(where[0]) for where in fields))
    what = names.of_category(old)
    label = Label(f"编辑 {what.zh}：{listed.zh}", f"Edit {what.en}: {listed.en}")
    return ByHand(tuple(operations), label=label)


def _made(operation_id: str, given: Mapping[str, Any]) -> Operation:
    """The operation. Raises EditError for a value of the wrong shape."""
    from pydantic import ValidationError

    from stdtree.edit import decode as operation

    try:
        return operation(operation_id, given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        words = first.get("ctx", {})
        zh, en = str(words.get("zh", first["msg"])), str(words.get("en", first["msg"]))
        raise EditError(Label(zh, en), _HINT) from None


_Step = tuple["tuple[str | int, ...]", str, Mapping[str, Any]]
"""Where the text says so, the operation, its fields."""


def _steps(taxonomy: Taxonomy, old: Category, new: Category) -> Iterator[_Step]:
    subject = {"id": old.id}
    code = {"code": new.code} if new.code != old.code else {}
    if new.parent != old.parent:
        yield ("parent",), "move-category", subject | {"to": new.parent} | code
    elif code:
        yield ("code",), "recode-category", subject | code
    edited = taxonomy.with_(new)
    for operation_id, fields in _SIMPLE:
        given = _given(operation_id, old.id, before=taxonomy, after=edited)
        if given:
            where = next((name for name in given if name in fields), fields[0])
            yield (where,), operation_id, subject | given
    yield from _placings(old, new)
    for index, row in enumerate(new.standards):
        given = _given("edit-standard", row.id, before=taxonomy, after=edited)
        if given:
            yield ("standards", index), "edit-standard", {"id": row.id} | given


def _placings(old: Category, new: Category) -> Iterator[_Step]:
    """Facet values and places in other classifications: one operation each."""
    subject = {"id": old.id}
    for facet in {**old.facets, **new.facets}:
        if old.facets.get(facet, ()) != new.facets.get(facet, ()):
            values = new.facets.get(facet, ())
            yield ("facets", facet), "set-facets", subject | {"facet": facet, "values": values}
    for place in old.maps:
        if all((one.scheme, one.code) != (place.scheme, place.code) for one in new.maps):
            there = {"scheme": place.scheme, "code": place.code, "remove": True}
            yield ("maps",), "map-category", subject | there
    for index, place in enumerate(new.maps):
        if place not in old.maps:
            there = {"scheme": place.scheme, "code": place.code, "extent": place.extent}
            yield ("maps", index), "map-category", subject | there


def _given(operation_id: str, subject: str, *, before: Taxonomy, after: Taxonomy) -> dict[str, Any]:
    """The fields in which the form of an operation would show something else; '' for what went."""
    from stdtree.edit import operation_type

    kind = operation_type(operation_id)
    old, new = kind.prefilled(before, subject), kind.prefilled(after, subject)
    return {
        name: _with_removed(value, old.get(name))
        if value is not None
        else _nothing(name, old[name])
        for name, value in new.items()
        if value != old.get(name)
    }


def _with_removed(value: object, was: object) -> object:
    """The value; of a text, '' for each language that is gone."""
    if isinstance(value, dict) and isinstance(was, dict):
        return {tag: value.get(tag, "") for tag in {**was, **value}}
    return value


def _nothing(name: str, was: object) -> object:
    """What clears a field that held `was`."""
    if name == "plan_stage":
        return "none"
    return 0 if isinstance(was, int) else () if isinstance(was, tuple) else ""


class _Lines:
    """Finds the line of a field."""

    def __init__(self, text: str) -> None:
        from stdtree.store.yaml_outline import outline

        self._root = outline(text)

    def of(self, where: Sequence[str | int]) -> int:
        """The line, from 1, of a field or of the nearest thing above it."""
        from stdtree.store.yaml_outline import find

        found = find(self._root, where)
        return found.line if found else 1
