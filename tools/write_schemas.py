"""Write schemas/ from the model: JSON Schema 2020-12, and draft-07 copies for editors.

    python tools/write_schemas.py           writes what changed
    python tools/write_schemas.py --check   writes nothing; exit 1 if something is stale

The model's classes are the only description of a shape; the string under a field becomes its
description, so that editors show it.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from stdtree.label import same
from stdtree.model.baseline import Baseline
from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.correspondence import Correspondence
from stdtree.model.organization import Organizations
from stdtree.model.output import DifferenceDocument, FindingsDocument
from stdtree.model.output_bump import BumpDocument
from stdtree.model.output_correspondence import CorrespondenceDocument
from stdtree.model.output_doctor import DoctorDocument
from stdtree.model.output_matches import MatchesDocument
from stdtree.model.output_patch import PatchDocument
from stdtree.model.output_views import BlameDocument, CategoryDocument, LogDocument, TreeDocument
from stdtree.model.release import Release, Snapshot
from stdtree.model.system import System
from stdtree.model.words import FIELD

SCHEMAS = Path(__file__).parent.parent / "schemas"
_CHINESE = re.compile(r"[.) ] ?([\u4e00-\u9fff、]{2,})(?:[,;，；(（][^.]*)?。$")
SHAPES: dict[str, type[msgspec.Struct]] = {
    "system": System,
    "organizations": Organizations,
    "category": Category,
    "consultation": Consultation,
    "release": Release,
    "correspondence": Correspondence,
    "snapshot": Snapshot,
    "findings": FindingsDocument,
    "baseline": Baseline,
    "difference": DifferenceDocument,
    "bump": BumpDocument,
    "matches": MatchesDocument,
    "correspondence-table": CorrespondenceDocument,
    "patch": PatchDocument,
    "tree": TreeDocument,
    "category-view": CategoryDocument,
    "log": LogDocument,
    "blame": BlameDocument,
    "doctor": DoctorDocument,
}


def schema_of(name: str, shape: type[msgspec.Struct]) -> dict[str, Any]:
    """The 2020-12 schema of one shape."""
    (root,), components = msgspec.json.schema_components([shape], ref_template="#/$defs/{name}")
    structs = _structs(shape)
    for component_name, component in components.items():
        if component_name in structs:
            _describe(component, structs[component_name])
    main = components.pop(root["$ref"].rpartition("/")[2])
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:stdtree:schema:{name}:1",
        **main,
    }
    if components:
        made["$defs"] = dict(sorted(components.items()))
    return made


def draft7(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema in draft-07, which the YAML extensions of editors speak best."""
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    made = _tuples_as_draft7(json.loads(text))
    made["$schema"] = "http://json-schema.org/draft-07/schema#"
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    return made


def _tuples_as_draft7(value: Any) -> Any:
    if isinstance(value, list):
        return [_tuples_as_draft7(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _tuples_as_draft7(item) for key, item in value.items()}
    if "prefixItems" in made:
        if "items" in made:
            made["additionalItems"] = made.pop("items")
        made["items"] = made.pop("prefixItems")
    return made


def _structs(shape: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """All the classes that a shape is made of, by name."""
    found: dict[str, type[msgspec.Struct]] = {}
    pending: list[Any] = [msgspec.inspect.type_info(shape)]
    while pending:
        info = pending.pop()
        if isinstance(info, msgspec.inspect.StructType):
            if info.cls.__name__ in found:
                continue
            found[info.cls.__name__] = info.cls
            pending.extend(field.type for field in info.fields)
        else:
            for name in ("type", "types", "item_type", "item_types", "key_type", "value_type"):
                inner = getattr(info, name, None)
                pending.extend(inner if isinstance(inner, tuple) else [inner] if inner else [])
    return found


def _describe(schema: dict[str, Any], shape: type[msgspec.Struct]) -> None:
    """Adds what the docstrings say."""
    schema["description"] = inspect.cleandoc(shape.__doc__ or "").splitlines()[0]
    names = {field.name: field.encode_name for field in msgspec.structs.fields(shape)}
    tree = ast.parse(textwrap.dedent(inspect.getsource(shape))).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, below in pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            said = " ".join(str(below.value.value).split())
            properties = schema["properties"]
            encoded = names[field.target.id]
            title = _title(shape, encoded, said)
            properties[encoded] = {"title": title, "description": said, **properties[encoded]}
    for field in msgspec.inspect.type_info(shape).fields:
        _name_keys(schema["properties"][field.encode_name], field.type)
        _lift_examples(schema["properties"][field.encode_name])


def _title(shape: type[msgspec.Struct], name: str, said: str) -> str:
    """A field's name for people: the Chinese word that its description ends with, and its key."""
    found = _CHINESE.search(said)
    word = FIELD.get(f"{shape.__name__.lower()}.{name}") or FIELD.get(name, same(name))
    return f"{found[1] if found else word.zh} {name}"


def _lift_examples(schema: dict[str, Any]) -> None:
    """Puts examples of "this or nothing" and of a list's items where editors look: at the field."""
    for inner in schema.get("anyOf", ()):
        if found := inner.pop("examples", None):
            schema["examples"] = found
    if "items" in schema and (found := schema["items"].pop("examples", None)):
        schema["examples"] = [found]


def _name_keys(schema: dict[str, Any], info: Any) -> None:
    """Adds which keys a mapping may have, where its type lists them: msgspec leaves that out."""
    info = info.type if isinstance(info, msgspec.inspect.Metadata) else info
    keys = info.key_type if isinstance(info, msgspec.inspect.DictType) else None
    types = keys.types if isinstance(keys, msgspec.inspect.UnionType) else (keys,)
    if all(isinstance(one, msgspec.inspect.LiteralType) for one in types):
        schema["propertyNames"] = {"enum": sorted(key for one in types for key in one.values)}


def main() -> int:
    """Writes or checks; the number of stale files decides the exit code of a check."""
    check = "--check" in sys.argv[1:]
    stale = 0
    for name, shape in SHAPES.items():
        schema = schema_of(name, shape)
        for path, value in (
            (SCHEMAS / f"{name}.schema.json", schema),
            (SCHEMAS / "draft-07" / f"{name}.schema.json", draft7(schema)),
        ):
            text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            stale += 1
            sys.stdout.write(
                f"{'stale' if check else 'written'}: {path.relative_to(SCHEMAS.parent)}\n"
            )
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
