"""Places in canonical text: those of the outline, found without libyaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from stdtree.store import yaml_outline, yaml_places
from stdtree.store.yaml_canonical import DECLINED, read_canonical
from tests.store.yaml_cases import canonical_texts, category_texts, damaged

_Path = tuple[str | int, ...]


@given(text=category_texts | canonical_texts | damaged() | damaged(category_texts), data=st.data())
@example(text="# c\n# d\na: [b, c]\nd:\n  - e\n  - [f, g]\n", data=None)
@example(text='a:\n  b: "c"\n  d: e\nb: f\n', data=None)
@example(text="a:\n  - b: c\n    d:\n      - e: f\n  - g: h\nd:\n  e: f\n", data=None)
@example(text='ab: c\na: b\nd:\n  - "a: b"\n  - a:b\n', data=None)
def test_equals_the_outline(text: str, data: st.DataObject | None) -> None:
    """Of everything in the text, and of what is not there, in any text that is canonical."""
    value = read_canonical(text)
    if value is DECLINED:
        return
    root = yaml_outline.outline(text)
    paths = list(_paths(value, ()))
    if data:
        odd = st.sampled_from(["a", "", "a:b", " a", "\na", "- a", "id", "zh"]) | st.integers(0, 9)
        paths += [(*path, data.draw(odd)) for path in paths[:5]]

    for path in paths:
        found = yaml_outline.find(root, path)
        assert found is not None
        assert yaml_places.find(text, path) == (found.line, found.column), path


def _paths(value: Any, path: _Path) -> Iterator[_Path]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
        yield (*path, "no-such-key")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))
        yield (*path, len(value))
    else:
        yield from ((*path, "a"), (*path, 0))
