"""Texts as people paste them, and small systems that are full of them."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.ids import Text
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy
from tests.trees import SYSTEM, category, standard

FRAGMENTS = tuple(
    "技术 标准 第 《 》 。 （ · —— a b GB/T ① ㎡ 復 機 后 锟斤拷 烫烫烫 屯 ⽂ ⻚ ﬁ Ａ ５ ｶﾞ ％ é"  # noqa: SIM905 -- as one reads it
    " e\u0301 Ã© â€œ 鏍囧噯 Ã°".split()
)
SPACES = (" ", "  ", "\u00a0", "\u3000", "\t", "\n", "\r\n", "\u2028")
HIDDEN = ("\u200b", "\ufeff", "\xad", "\x07", "\x85", "\u202e", "\u200e", "\u05d0", "\ufffd")
lines = st.lists(st.sampled_from((*FRAGMENTS, *SPACES, *HIDDEN)), min_size=1, max_size=6).map(
    "".join
)
texts: st.SearchStrategy[Text] = st.fixed_dictionaries({"zh": lines}, optional={"en": lines})
some: st.SearchStrategy[Text] = texts | st.fixed_dictionaries({"en": lines})
"""Some lack the first language: no operation writes them."""
numbers = st.sampled_from(
    ["GB/T 1-2020", "GBT1—2020", "GB/T  1 - 2020", "ＧＢ/T 2-2020", "标准", None]
)


@st.composite
def dirty(draw: st.DrawFn) -> Taxonomy:
    """Two categories, one of them perhaps retired, with notes and standards."""
    return Taxonomy(SYSTEM, [draw(_category("a")), draw(_category("b"))])


@st.composite
def _category(draw: st.DrawFn, category_id: str) -> Category:
    notes = st.lists(some, max_size=2).map(tuple)
    see = st.lists(texts.map(lambda text: {**text, "see": "a"}), max_size=2).map(tuple)
    made = category(
        category_id,
        category_id.upper(),
        title=draw(some),
        definition=draw(st.none() | some),
        includes=draw(notes),
        excludes=draw(see),
        status=draw(st.sampled_from(["active", "draft", "retired"])),
    )
    return replace(made, standards=tuple(draw(_row(f"{category_id}-{n}")) for n in range(2)))


@st.composite
def _row(draw: st.DrawFn, standard_id: str) -> Standard:
    return standard(standard_id, draw(numbers), title=draw(some), remark=draw(st.none() | some))
