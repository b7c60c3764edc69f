"""Hypothesis: categories as people write them, and edits of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from hypothesis import strategies as st

from stdtree.model.category import Category, ChangeNote, Retired, SchemeMap, Successor
from stdtree.model.standard import Adoption, Plan, Standard
from stdtree.store import yaml_write
from stdtree.store.decode import encode

_LINES = st.sampled_from(
    ["技术转移", "a b", "a: b # c", "第一行\n第二行", "x\n\ny\n", "no", "it's", "#", "[a]", "|"]
)
texts = st.dictionaries(st.sampled_from(["zh", "en", "zh-Hant"]), _LINES, min_size=1)
ids = st.sampled_from(["alpha", "beta", "gamma-1", "delta"])
some_ids = st.lists(ids, unique=True, max_size=3).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_PLANS = st.builds(
    Plan,
    stage=st.sampled_from(["none", "to-draft", "in-revision"]),
    year=_maybe(st.integers(2020, 2030)),
    lead=_maybe(ids),
)
_ROW_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "number": _maybe(st.sampled_from(["GB/T 1-2020", "ISO 9001:2015"])),
    "title": texts,
    "status": _maybe(st.sampled_from(["in-force", "replaced"])),
    "plan": _maybe(_PLANS),
    "published": _maybe(st.sampled_from(["2020", "2017-09-29"])),
    "replaces": some_ids,
    "adopts": _maybe(st.builds(Adoption, number=st.just("ISO 1"), degree=st.just("IDT"))),
    "also_in": some_ids,
    "source": _maybe(_LINES),
    "remark": _maybe(texts),
}
_ROWS = st.builds(Standard, id=st.from_regex(r"s-[a-f]", fullmatch=True), **_ROW_FIELDS)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "code": _maybe(st.sampled_from(["A", "203.1", "10"])),
    "parent": _maybe(ids),
    "title": texts,
    "status": st.sampled_from(["active", "draft", "retired"]),
    "definition": _maybe(texts),
    "includes": st.lists(texts, max_size=2).map(tuple),
    "excludes": st.lists(texts.map(lambda text: {**text, "see": "beta"}), max_size=2).map(tuple),
    "owner": _maybe(ids),
    "facets": st.dictionaries(ids, some_ids, max_size=2),
    "maps": st.lists(
        st.builds(
            SchemeMap, scheme=st.just("GB/T 4754-2017"), code=st.sampled_from(["75", "7530"])
        ),
        max_size=2,
    ).map(tuple),
    "related": some_ids,
    "split_from": some_ids,
    "retired": _maybe(
        st.builds(
            Retired,
            release=st.just("1.1"),
            succeeded_by=st.lists(st.builds(Successor, id=ids), max_size=2).map(tuple),
            reason=_maybe(texts),
        )
    ),
    "change_notes": st.lists(
        st.builds(ChangeNote, release=st.just("1.1"), kind=st.just("merger"), reason=texts),
        max_size=2,
    ).map(tuple),
    "standards": st.lists(_ROWS, unique_by=lambda row: row.id, max_size=4).map(tuple),
}
categories = st.builds(Category, id=st.just("it"), **_FIELDS)


@st.composite
def edited(draw: st.DrawFn, category: Category) -> Category:
    """The category with one or two fields changed, or with one row changed."""
    if draw(st.booleans()) and category.standards:
        at = draw(st.integers(0, len(category.standards) - 1))
        rows: list[Standard] = list(category.standards)
        name = draw(st.sampled_from(sorted(_ROW_FIELDS)))
        rows[at] = msgspec.structs.replace(rows[at], **{name: draw(_ROW_FIELDS[name])})
        if draw(st.booleans()):
            fresh: Standard = draw(_ROWS)
            rows = [*(row for row in rows if row.id != fresh.id), fresh]
        return msgspec.structs.replace(category, standards=tuple(rows))
    names = draw(st.lists(st.sampled_from(sorted(_FIELDS)), min_size=1, max_size=2, unique=True))
    changes = {name: draw(_FIELDS[name]) for name in names}
    return msgspec.structs.replace(category, **changes)


@dataclass(frozen=True)
class Style:
    """How somebody writes YAML."""

    step: int = 2
    dash_indent: int = 2
    flow: bool = False
    quoted: bool = False
    shuffled: bool = False
    defaults: bool = False
    commented: bool = False
    trailing: bool = False
    newline: str = "\n"
    last_newline: bool = True


styles = st.builds(
    Style,
    step=st.sampled_from([2, 3, 4]),
    dash_indent=st.sampled_from([0, 2, 4]),
    flow=st.booleans(),
    quoted=st.booleans(),
    shuffled=st.booleans(),
    defaults=st.booleans(),
    commented=st.booleans(),
    trailing=st.booleans(),
    newline=st.sampled_from(["\n", "\n", "\r\n"]),
    last_newline=st.booleans(),
)
_DEFAULTS: dict[str, Any] = {
    "code": None,
    "status": "active",
    "includes": [],
    "owner": None,
    "facets": {},
}


def styled(category: Category, style: Style) -> str:
    """A category in somebody's hand. Every comment in it is another one."""
    plain = encode(category)
    if style.defaults:
        plain |= {key: value for key, value in _DEFAULTS.items() if key not in plain}
    lines: list[str] = []
    for key in sorted(plain) if style.shuffled else plain:
        if style.commented:
            lines += ["", f"# about {key}"]
        flows = style.flow and key in ("title", "includes", "facets", "retired")
        lines += _entry(key, plain[key], 0, style=style, flow=flows)
    if style.commented:
        lines += ["# the end"]
    if style.trailing:
        lines = [
            f"{line}  # trailing {number}" if line and not line.startswith("#") else line
            for number, line in enumerate(lines)
        ]
    return style.newline.join(lines) + style.newline * style.last_newline


def _entry(key: str, value: Any, indent: int, *, style: Style, flow: bool = False) -> Iterator[str]:
    pad = " " * indent
    if not isinstance(value, dict | list) or not value or flow:
        yield f"{pad}{key}: {_scalar(value, style)}"
        return
    yield f"{pad}{key}:"
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _entry(name, item, indent + style.step, style=style)
        return
    dash = " " * (indent + style.dash_indent)
    for item in value:
        if not isinstance(item, dict):
            yield f"{dash}- {_scalar(item, style)}"
        elif style.flow and "number" not in item:
            yield f"{dash}- {yaml_write.inline(item)}"
        else:
            lines = [
                line
                for name in (sorted(item) if style.shuffled else item)
                for line in _entry(name, item[name], len(dash) + 2, style=style)
            ]
            yield f"{dash}- {lines[0].lstrip()}"
            yield from lines[1:]


def _scalar(value: Any, style: Style) -> str:
    if isinstance(value, str) and style.quoted:
        return json.dumps(value, ensure_ascii=False)
    return yaml_write.inline(value)
