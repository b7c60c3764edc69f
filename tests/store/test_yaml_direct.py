"""The direct reader: it declines, or gives what the one correct way gives, without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree.model.category import Category, ChangeNote, Retired, SchemeMap, Successor
from stdtree.model.standard import Adoption, Plan, Standard
from stdtree.store import layout, yaml_text
from stdtree.store.decode import decode
from stdtree.store.file_tree import MemoryTree
from stdtree.store.load import MANY, load
from stdtree.store.save import canonical_text
from stdtree.store.yaml_direct import reader
from tests import trees
from tests.effort import one_in
from tests.store import files
from tests.store.yaml_cases import damaged, texts

SAMPLE = sorted((Path(__file__).parents[2] / "taxonomy/categories").rglob("*.yaml"))
READ = reader(Category)
FULL = Category(
    id="full",
    code="7530",
    parent="above",
    title={"zh": "全", "en": "All: of it", "zh-Hant": "1.0没有：全"},
    status="retired",
    definition={"zh": "定义#1"},
    includes=({"zh": "甲"}, {"zh": "乙", "en": "no"}),
    includes_also=({"en": "Yes, it is"},),
    excludes=({"zh": "丙", "see": "other"},),
    owner="lab",
    facets={"chain": ("research", "pilot"), "stage": ("pilot",)},
    maps=(SchemeMap(scheme="GB/T 4754-2017", code="7530", extent="partial"),),
    split_from=("one", "two"),
    retired=Retired(
        release="1.1", succeeded_by=(Successor(id="one"), Successor(id="two", extent="partial"))
    ),
    change_notes=(ChangeNote(release="1.1", kind="creation", reason={"zh": "因为"}),),
    standards=(
        Standard(
            id="gbt-1-2020",
            number="GB/T 1-2020",
            title={"zh": "标准"},
            status="in-force",
            kind="method",
            published="2020-01-02",
            in_force="2020-02",
            replaces=("gbt-1-2010",),
            adopts=Adoption(number="ISO 1:2019", degree="IDT"),
            also_in=("other",),
            committee="SAC/TC 1",
            source="样例 sample",
            remark={"zh": "备注"},
        ),
        Standard(
            id="planned",
            title={"zh": "拟制定"},
            plan=Plan(stage="to-draft", level="national", year=2027, priority="high", lead="lab"),
        ),
    ),
)
"""All fields that most files have."""


def _text(category: Category) -> str:
    return canonical_text(files.path(category.id), category)


category_texts = st.sampled_from([_text(FULL), *(p.read_text(encoding="utf-8") for p in SAMPLE)])
odd_texts = st.builds(
    lambda said, code: _text(
        replace(FULL, title={"zh": said}, code=code, includes=({"en": said},))
    ),
    texts.filter(bool),
    texts.filter(bool),
)


@given(text=category_texts | odd_texts | damaged(category_texts) | damaged(category_texts))
@example(text="id: a\ntitle:\n  zh: x\n  zh: y\n")
@example(text="id: a\ntitle:\n  no: x\n")
@example(text="id: no\ntitle:\n  zh: x\n")
@example(text="id: a\ntitle:\n  zh: x\n  en: y\n    zz  fr: z\n")
@example(text="id: a\ntitle:\n  zh: x\nincludes:\n    zh: y\n")
@example(text="id: a\ntitle:\n  zh: x\nincludes:\n  - zh: y\n    zh: z\n")
@example(text="id: a\ntitle:\n  zh: x\nfacets:\n  a: [b]\n  a: [c]\n")
@example(text="id: a\ntitle:\n  zh: x\nfacets:\n  a: [b, no]\n")
@example(text="id: con\ntitle:\n  zh: x\n")
@example(text="id: " + "a" * 65 + "\ntitle:\n  zh: x\n")
@example(text="id: a\ntitle:\n  zh: " + "长" * 2001 + "\n")
@example(text='id: a\ntitle:\n  zh: "' + "长" * 2001 + '"\n')
@example(text="id: a\ntitle:\n  zh: 2020-09-29 is a day\n")
@example(text="id: a\ntitle:\n  zh: 12:30\n")
@example(
    text="id: a\ntitle:\n  zh: x\nstandards:\n  - id: b\n    title:\n      zh: y\n   - id: c\n"
)
@example(
    text="id: a\ntitle:\n  zh: x\nstandards:\n  - id: b\n    title:\n      zh: y\n    plan:\n"
    "      stage: none\n      year: 1800\n"
)
def test_equals_the_correct_way_or_declines(text: str) -> None:
    """Whatever the text: declined, or the same value, to which nothing objects."""
    value = READ(text.encode())
    if value is None:
        return

    parsed = yaml_text.read(text.encode(), plain=True)
    expected = decode(layout.KINDS["category"], parsed.value)

    assert (parsed.problems, expected.problems) == ((), ())
    assert repr(expected.value) == repr(value)


@one_in(2)
@given(text=damaged(category_texts))
def test_loading_gives_the_same_without_it(text: str) -> None:
    """Taxonomy and findings of a large system do not depend on STDTREE_PLAIN."""
    tree = MemoryTree(_MANY | {files.path("x"): text.encode()})

    fast = load(tree)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STDTREE_PLAIN", "1")
        plain = load(MemoryTree({files.SYSTEM_PATH: files.SYSTEM, files.path("x"): text.encode()}))

    found = [f for f in fast.findings if f.place is None or f.place.path not in _EMPTY]
    assert tuple(found) == plain.findings
    assert {**plain.taxonomy.categories} == {**fast.taxonomy.categories}


_EMPTY = {f"taxonomy/categories/{number}.txt" for number in range(MANY)}
_MANY = {files.SYSTEM_PATH: files.SYSTEM} | dict.fromkeys(_EMPTY, b"")
"""So many files that the direct reader is used, and all but one are none of ours."""


def test_takes_every_field() -> None:
    """What we write goes the fast way, or the speed is lost."""
    assert READ(_text(FULL).encode()) == FULL


@pytest.mark.skipif(not SAMPLE, reason="no sample in this source tree")
def test_takes_the_sample() -> None:
    """Every category of the sample goes the fast way."""
    assert [path.name for path in SAMPLE if READ(path.read_bytes()) is None] == []


def test_declines_what_is_no_text() -> None:
    """Bytes that are not UTF-8, a mark of byte order, other line ends."""
    text = _text(trees.category("a")).encode()

    assert READ(text) is not None
    assert [READ(odd) for odd in (b"\xff" + text, b"\xef\xbb\xbf" + text)] == [None, None]
    assert READ(text.replace(b"\n", b"\r\n")) is None
