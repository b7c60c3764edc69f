"""The model's decoder and the JSON Schemas accept the same; what fits of the rest is kept."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.store import schema
from stdtree.store.decode import decode, encode
from stdtree.store.layout import KINDS
from tests.store import kinds

Path = tuple[str | int, ...]
JUNK: list[Any] = [
    None, True, False, 0, 1, -1, 1900, 2**53, "", "x", "X", "zh", "a--b", "con", "a" * 65, "a-\n",
    "1.0", "1.0\n", "01.2", "2026", "2026-13", "2026-02-30", "２０２６", "é", " ", [],
    {}, [None], [""], ["a"],
    [{}], {"zh": "x"}, {"zh": ""}, {"zh": None}, {"ZH": "x"}, {"": "x"}, {"see": "a"}, {"id": "a"},
    "x" * 2001,
    "active", "IDT", ">=", "sha256:" + "0" * 64, "sha256:" + "0" * 64 + "\n", [1],
    {"a": 1}, [["a"]],
]  # fmt: skip


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of everything in plain data."""
    yield path
    items: Any = value.items() if isinstance(value, dict) else ()
    for key, item in enumerate(value) if isinstance(value, list) else items:
        yield from paths(item, (*path, key))


def damaged(plain: Any, choose: random.Random) -> Any:
    """The data with a value replaced, a key taken out, added or renamed, or an item doubled."""
    made = copy.deepcopy(plain)
    if not made:
        return made
    path: list[Any] = list(choose.choice(list(paths(made))[1:]))
    parent, last = made, path.pop()
    for part in path:
        parent = parent[part]
    match choose.randrange(5):
        case 0:
            del parent[last]
        case 1 if isinstance(parent, dict):
            parent[choose.choice(["x", "ZH", "zh", "id", "titel", "", "en", "see"])] = (
                choose.choice(JUNK)
            )
        case 2 if isinstance(parent, dict):
            parent[f"{last}x"] = parent.pop(last)
        case 3 if isinstance(parent, list):
            parent.append(copy.deepcopy(parent[last]))
        case _:
            parent[last] = choose.choice(JUNK)
    return made


@cache
def draft7(name: str) -> jsonschema.Draft7Validator:
    """The validator of the copy for editors."""
    return jsonschema.Draft7Validator(json.loads(schema.schema_text(name, draft7=True)))


@given(
    name=st.sampled_from(sorted(KINDS)),
    choose=st.randoms(use_true_random=False),
    times=st.integers(0, 3),
)
def test_decoder_and_schemas_agree(name: str, choose: random.Random, times: int) -> None:
    """One verdict, whichever of the three one asks; a no comes with words and a path."""
    plain = kinds.PLAIN[name]
    for _ in range(times):
        plain = damaged(plain, choose)

    found = schema.mismatches(name, plain)

    try:
        msgspec.convert(plain, KINDS[name].type)
    except msgspec.ValidationError:
        accepts = False
    else:
        accepts = True
    assert accepts == (not found), (plain, found)
    assert accepts == draft7(name).is_valid(plain), plain
    for problem in found:
        assert problem.message.zh
        assert problem.message.en
        assert problem.hint.zh
        assert problem.hint.en
        kinds.at(plain, problem.where)
    decode(KINDS[name], plain)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_encode_undoes_decode(name: str) -> None:
    """Plain data comes back as it was: every field of every kind, in the model's order."""
    value = decode(KINDS[name], kinds.PLAIN[name]).value

    assert encode(value) == kinds.PLAIN[name]
    assert list(encode(value)) == [
        field for field in value.__struct_encode_fields__ if field in kinds.PLAIN[name]
    ]


CATEGORY = kinds.PLAIN["category"]
BAD = [
    ({"code": 12}, (), ("code",)),
    ({"status": "activ"}, (), ("status",)),
    ({"titel": "x"}, (), ("titel",)),
    ({"title": {"zh": "x", "en": 5}}, (), ("title", "en")),
    ({"title": {"zh": "x", "EN": "y"}}, (), ("title", "EN")),
    ({"definition": {"zh": ""}}, (), ("definition", "zh")),
    ({"facets": {"chain": "x"}}, (), ("facets", "chain")),
    ({"facets": {"Chain": ["x"]}}, (), ("facets", "Chain")),
    ({"excludes": ["x", {"zh": "y"}]}, (), ("excludes", 0)),
    ({"standards": [{"id": "a"}, {"id": "b", "title": {"zh": "y"}}]}, ("b",), ("standards", 0)),
    ({"standards": [{}, {"id": "b", "title": {"zh": "y"}}]}, ("b",), ("standards", 0)),
    (
        {"standards": [{"id": "a", "title": {"zh": "x"}, "plan": {"year": 1}}]},
        ("a",),
        ("standards", 0, "plan"),
    ),
    (
        {
            "standards": [
                {"id": f"s{n}", "title": {"zh": "x"} if n not in (9, 10) else 1} for n in range(12)
            ]
        },
        (*(f"s{n}" for n in range(9)), "s11"),
        ("standards", 9, "title"),
    ),
]


@pytest.mark.parametrize(("change", "rows", "where"), BAD)
def test_what_fits_is_kept(change: dict[str, Any], rows: tuple[str, ...], where: Path) -> None:
    """One wrong field costs the category that field, no more."""
    plain = {"id": "it", "title": {"zh": "甲"}, "code": "A", "owner": "lab"} | change

    made = decode(KINDS["category"], plain)

    assert where in {problem.where for problem in made.problems}
    assert made.value is not None
    assert (made.value.id, made.value.owner) == ("it", "lab")
    assert tuple(row.id for row in made.value.standards) == rows


@pytest.mark.parametrize(
    "plain", [None, [], "x", {}, {"id": "it"}, {"id": "IT", "title": {"zh": "x"}}]
)
def test_too_little_is_nothing(plain: Any) -> None:
    """Without a good id and title there is no category; it is said why."""
    made = decode(KINDS["category"], plain)

    assert made.value is None
    assert made.problems
