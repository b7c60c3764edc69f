"""What the schemas say of a value that does not fit: in both languages, with the way out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from stdtree.errors import UsageError
from stdtree.store import schema
from tests.store import kinds

ROOT = Path(__file__).parents[2]
SAID = [
    ({"titel": {"zh": "x"}}, (), "没有名为“titel”的字段", "did you mean: title?"),
    ({"code": 12}, ("code",), "应为文字，而不是 12", 'quote it: "12"'),
    ({"title": None}, ("title",), "应为“键: 值”，而不是 null", "docs/formats."),
    ({"title": {"zh": ""}}, ("title", "zh"), "不能为空", "fill it in"),
    ({"title": {"中文": "x"}}, ("title",), "“中文”不能作键", "zh, en or zh-Hant"),
    ({"status": "retird"}, ("status",), '"retird" 不是可选值', "did you mean: retired?"),
    ({"parent": "Key_Domains"}, ("parent",), "写法不对", "small letters, digits"),
    ({"parent": "a" * 65}, ("parent",), "过长：最多 64 个字符", "shorten it"),
    ({"facets": {"A": []}}, ("facets",), "“A”不能作键", "small letters"),
    ({"retired": {"release": "v1"}}, ("retired", "release"), "写法不对", '"1.0" or "1.0.1"'),
    ({"standards": [{"id": "a"}]}, ("standards", 0), "缺少字段“title”", "add title:"),
    (
        {"standards": [{"id": "a", "title": {"zh": "x"}, "published": "2026/1"}]},
        ("standards", 0, "published"),
        "写法不对",
        '"2026-02-10"',
    ),
    (
        {"standards": [{"id": "a", "title": {"zh": "x"}, "plan": {"stage": "none", "year": 1}}]},
        ("standards", 0, "plan", "year"),
        "1 超出范围",
        "docs/formats.",
    ),
]


@pytest.mark.parametrize(("change", "path", "zh", "hint"), SAID)
def test_says_what_and_where(
    change: dict[str, Any], path: tuple[str | int, ...], zh: str, hint: str
) -> None:
    """One mistake, one mismatch, in words and with a hint."""
    (found,) = schema.mismatches("category", {"id": "it", "title": {"zh": "甲"}} | change)

    assert found.path == path
    assert zh in found.message.zh
    assert found.message.en
    assert hint in found.hint.en


def test_says_everything_at_once() -> None:
    """Every field that is missing, and every one too many."""
    found = schema.mismatches("release", {"releas": "1.0", "dat": "2026"})

    missing = {m.message.zh for m in found if "缺少" in m.message.zh}
    assert missing == {f"缺少字段“{key}”" for key in ("release", "date", "digest", "counts")}
    assert {m.key for m in found if m.key} == {"releas", "dat"}


@pytest.mark.parametrize("name", schema.schema_names())
def test_every_schema_is_one(name: str) -> None:
    """Both editions are what their `$schema` says."""
    for draft7 in (False, True):
        text = json.loads(schema.schema_text(name, draft7=draft7))
        jsonschema.validators.validator_for(text).check_schema(text)
        assert ("draft-07" in text["$schema"]) == draft7


def test_unknown_schema() -> None:
    """The error lists what there is."""
    with pytest.raises(UsageError) as error:
        schema.schema_text("categories")

    assert error.value.hint is not None
    assert "category" in error.value.hint.en


def test_a_schema_never_reaches_for_the_network(tmp_path: Path) -> None:
    """An installed copy whose schema refers elsewhere fails; it opens no connection."""
    installed = _installed(tmp_path)
    file = installed / "stdtree" / "schemas" / "category.schema.json"
    file.write_text(json.dumps({"$ref": "http://127.0.0.1:9/x.json"}), encoding="utf-8")
    program = (
        "import socket\n"
        "def refuse(*_): raise SystemExit('a connection')\n"
        "socket.socket.connect = refuse\n"
        "from stdtree.store import schema\n"
        "from referencing.exceptions import Unresolvable\n"
        "try: schema.mismatches('category', {})\n"
        "except Unresolvable: print('denied')\n"
    )

    assert _run(installed, program) == "denied"


def test_an_installed_copy_has_its_schemas_inside(tmp_path: Path) -> None:
    """In a wheel the schemas lie in the package."""
    installed = _installed(tmp_path)

    shown = _run(installed, "from stdtree.store import schema; print(schema.folder())")

    assert Path(shown) == installed / "stdtree" / "schemas"
    assert schema.folder() == ROOT / "schemas"


def _installed(folder: Path) -> Path:
    """The package as a wheel lays it out."""
    shutil.copytree(
        ROOT / "src" / "stdtree", folder / "stdtree", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "schemas", folder / "stdtree" / "schemas")
    return folder


def _run(installed: Path, program: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    made = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return made.stdout.strip()


def test_every_pattern_of_the_model_has_a_hint() -> None:
    """A pattern that gets no hint of its own would only be called wrong."""
    patterns = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("pattern"), str):
                patterns.add(value["pattern"])
            value = list(value.values())
        for item in value if isinstance(value, list) else ():
            collect(item)

    for name in kinds.PLAIN:
        collect(json.loads(schema.schema_text(name)))

    assert patterns
    assert patterns <= schema.PATTERNS.keys()


def test_a_newer_format_asks_for_a_newer_stdtree() -> None:
    """There is nothing to mend in a file that a newer stdtree wrote."""
    system = {"id": "it", "title": {"zh": "甲"}, "format": 2, "languages": ["zh"], "levels": []}
    found = [each for each in schema.mismatches("system", system) if each.path == ("format",)]
    assert [each.hint.en for each in found] == ["install a newer stdtree"]
