"""Write docs/fields.md, the reference of all fields, from schemas/.

python tools/write_fields_doc.py           writes it
python tools/write_fields_doc.py --check   exit 1 if it is stale
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "fields.md"
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
_KINDS = {"string": "text", "integer": "whole number", "boolean": "true/false"}


def lines() -> Iterator[str]:
    """The whole document."""
    yield "# Fields 字段"
    yield ""
    yield (
        "Generated from `schemas/` by `tools/write_fields_doc.py`; "
        "see [formats.md](formats.md) first."
    )
    seen: set[str] = set()
    for shape in SHAPES:
        schema = json.loads((ROOT / "schemas" / f"{shape}.schema.json").read_text(encoding="utf-8"))
        yield from _section(f"{shape}", schema, level=2)
        for name, definition in schema.get("$defs", {}).items():
            if name not in seen and "properties" in definition:
                yield from _section(name, definition, level=3)
            seen.add(name)


def _section(name: str, schema: dict[str, Any], *, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {name}"
    yield ""
    yield schema.get("description", "")
    yield ""
    yield "| Field | | Type | Meaning |"
    yield "|---|---|---|---|"
    required = schema.get("required", ())
    for field, definition in schema.get("properties", {}).items():
        mark = "required" if field in required else ""
        said = definition.get("description", "").replace("|", "\\|")
        yield f"| `{field}` | {mark} | {_type(definition)} | {said} |"


def _type(schema: dict[str, Any]) -> str:
    match schema:
        case {"$ref": ref}:
            said = str(ref).rpartition("/")[2]
        case {"anyOf": others}:
            said = " or ".join(_type(each) for each in others if each.get("type") != "null")
        case {"enum": values}:
            said = ", ".join(f"`{value}`" for value in values)
        case {"const": value}:
            said = f"`{value}`"
        case {"type": "array"}:
            said = f"list of {_type(schema.get('items') or {})}"
        case {"type": "object", "additionalProperties": dict(inner)}:
            said = f"key → {_type(inner)}"
        case {"type": "object", "additionalProperties": _}:
            said = "mapping"
        case {"type": str(kind)}:
            said = _KINDS.get(kind, kind)
        case _:
            said = "any"
    return said


def main() -> int:
    """Writes or checks."""
    text = "\n".join(lines()) + "\n"
    stale = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text
    if "--check" in sys.argv[1:]:
        if stale:
            sys.stdout.write("stale: docs/fields.md (run make generated)\n")
        return int(stale)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
