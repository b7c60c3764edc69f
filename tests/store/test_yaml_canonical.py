"""The fast reader: it declines, or gives what the one correct way gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from stdtree.store import yaml_text, yaml_write
from stdtree.store.decode import encode
from stdtree.store.file_tree import MemoryTree
from stdtree.store.load import load
from stdtree.store.save import canonical_text
from stdtree.store.yaml_canonical import DECLINED, read_canonical
from stdtree.store.yaml_events import read_events
from stdtree.store.yaml_text import Problem
from tests.effort import one_in
from tests.store import files
from tests.store.yaml_cases import canonical_texts, damaged
from tests.trees import taxonomies

SAMPLE = Path(__file__).parents[2] / "taxonomy"


@given(text=canonical_texts | damaged() | damaged())
@example(text="a: x\n---\nb: y\n")
@example(text="a: x\r\nb: y\n")
@example(text="a: x\n  y\n")
@example(text="a:\n  - b: c\n   d: e\n")
@example(text="a: [b, no]\n")
@example(text="a: b\n# c\n")
@example(text="a: b\n\n")
@example(text="a: \x85b\n")
@example(text='a: "b" c\n')
@example(text="a: b\na: c\n")
@example(text="yes: a\n")
@example(text="a: |\n  b\n")
@example(text="a:\n  - b\n- c\n")
@example(text="a: x" + "y" * 2000 + ": z\n")
def test_equals_the_correct_way_or_declines(text: str) -> None:
    """Whatever the text: declined, or the same value, of which the events have no complaint."""
    value = read_canonical(text)
    if value is DECLINED:
        return
    problems: list[Problem] = []

    expected = read_events(text, problems)

    assert problems == []
    assert repr(expected) == repr(value)


@one_in(2)
@given(text=damaged())
def test_loading_gives_the_same_without_it(text: str) -> None:
    """Taxonomy and findings do not depend on STDTREE_PLAIN."""
    tree = MemoryTree({files.SYSTEM_PATH: files.SYSTEM, files.path("c0"): text.encode()})

    fast = load(tree)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STDTREE_PLAIN", "1")
        plain = load(tree)

    assert fast.taxonomy == plain.taxonomy
    assert fast.findings == plain.findings


@one_in(2)
@given(taxonomy=taxonomies)
def test_takes_what_we_write(taxonomy: Any) -> None:
    """An ordinary file of ours goes the fast way, or the speed is lost."""
    for category in taxonomy.categories.values():
        plain = encode(category)
        if _is_ordinary(plain):
            text = canonical_text(files.path(category.id), category)

            assert read_canonical(text) == plain, text


def _is_ordinary(value: Any) -> bool:
    """Whether it holds nothing that must be escaped, which only the events read."""
    if isinstance(value, dict):
        return all(map(_is_ordinary, value.values()))
    if isinstance(value, list):
        return all(map(_is_ordinary, value)) and len(yaml_write.inline(value)) > 2
    return not isinstance(value, str) or yaml_write.scalar(value) in (value, f'"{value}"')


def test_takes_the_sample() -> None:
    """Every file of the sample goes the fast way."""
    if not SAMPLE.is_dir():
        pytest.skip("no sample in this source tree")
    for path in sorted(SAMPLE.rglob("*.yaml")):
        assert read_canonical(path.read_text(encoding="utf-8")) is not DECLINED, path


def test_can_be_switched_off() -> None:
    """`plain` goes the one correct way even for canonical text."""
    assert yaml_text.read(b"a: b\n", plain=True) == yaml_text.read(b"a: b\n")
