"""Write docs/fields.md, the reference of all fields, from schemas/: a page in each language.

python tools/write_fields_doc.py           writes what is stale
python tools/write_fields_doc.py --check   exit 1 if something is stale

The descriptions in the schemas are English, then Chinese; each page takes its own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from pages import DOCS, cell, in_both, keep, made_by

from stdtree.label import LANGUAGES, Label, Language, same

SHAPES = (
    "system",
    "category",
    "organizations",
    "consultation",
    "release",
    "correspondence",
    "snapshot",
    "findings",
    "baseline",
    "difference",
    "correspondence-table",
    "patch",
    "tree",
    "category-view",
)
HEAD = Label(
    f"# 字段\n\n{made_by(__file__)}\n\n由 `schemas/` 中的模式生成；先看[文件格式](formats.md)。\n",
    f"# Fields\n\n{made_by(__file__)}\n\n"
    "Made from the schemas in `schemas/`; see [file formats](formats.en.md) first.\n",
)
COLUMNS = Label(
    "| 字段 | | 类型 | 含义 |\n|---|---|---|---|\n",
    "| Field | | Type | Meaning |\n|---|---|---|---|\n",
)
REQUIRED = Label("必填", "required")
KINDS = {
    "string": Label("文字", "text"),
    "integer": Label("整数", "whole number"),
    "boolean": Label("是或否", "true/false"),
}
OR = Label(" 或 ", " or ")
LIST = Label("列表：", "list of ")
KEYED = Label("键 → ", "key → ")
KEYS = Label("键和值", "mapping")
ANY = Label("任意", "any")
BOTH = re.compile(r"(?P<en>.*?[.)…])\s*(?P<zh>[“（《]?[\u4e00-\u9fff].*)", re.DOTALL)


def page(language: Language) -> str:
    """The whole document."""
    return HEAD.in_(language) + "".join(_sections(language))


def _sections(language: Language) -> Iterator[str]:
    seen: set[str] = set()
    for shape in SHAPES:
        path = DOCS.parent / "schemas" / f"{shape}.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        yield _section(f"## {shape}", schema, language)
        for name, definition in schema.get("$defs", {}).items():
            if name not in seen and "properties" in definition:
                yield _section(f"### {name}", definition, language)
            seen.add(name)


def _section(heading: str, schema: dict[str, Any], language: Language) -> str:
    required = schema.get("required", ())
    rows = "".join(
        f"| `{field}` | {REQUIRED.in_(language) if field in required else ''} "
        f"| {_type(definition).in_(language)} | {_said(definition, language)} |\n"
        for field, definition in schema.get("properties", {}).items()
    )
    return f"\n{heading}\n\n{_said(schema, language)}\n\n{COLUMNS.in_(language)}{rows}"


def _said(schema: dict[str, Any], language: Language) -> str:
    """The description in a language; all of it where it is in one language only."""
    text = str(schema.get("description", ""))
    found = BOTH.fullmatch(text)
    return cell(found[language] if found else text)


def _type(schema: dict[str, Any]) -> Label:
    match schema:
        case {"$ref": ref}:
            said = same(str(ref).rpartition("/")[2])
        case {"anyOf": others}:
            first, *more = (_type(each) for each in others if each.get("type") != "null")
            said = sum((OR + one for one in more), first)
        case {"enum": values}:
            said = same(", ".join(f"`{value}`" for value in values))
        case {"const": value}:
            said = same(f"`{value}`")
        case {"type": "array"}:
            said = LIST + _type(schema.get("items") or {})
        case {"type": "object", "additionalProperties": dict(inner)}:
            said = KEYED + _type(inner)
        case {"type": "object", "additionalProperties": _}:
            said = KEYS
        case {"type": str(kind)}:
            said = KINDS.get(kind, same(kind))
        case _:
            said = ANY
    return said


if __name__ == "__main__":
    sys.exit(keep(in_both("fields", {language: page(language) for language in LANGUAGES})))
