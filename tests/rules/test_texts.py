"""What the rules about texts have in common: they look at every text that they object to."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest
from hypothesis import given

from stdtree.model.organization import Organization
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context
from stdtree.rules._mojibake import reread
from stdtree.rules._texts import _of_category, unusual
from stdtree.rules._traditional import simplified, traditional
from stdtree.rules._usual import usual
from tests.rules.dirt import dirty, lines
from tests.trees import SYSTEM, category

RULES = [
    importlib.import_module(f"stdtree.rules.{name}")
    for name in (
        "bidi_control",
        "control_character",
        "mixed_script",
        "replacement_character",
        "stray_space",
        "unnormalized_text",
    )
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
@given(taxonomy=dirty())
def test_plain_texts_are_no_offence(rule: ModuleType, taxonomy: Taxonomy) -> None:
    """No rule objects to a text that the quick search left out."""
    context = Context(taxonomy)
    looked_at = set(unusual(context))
    for found in taxonomy.categories.values():
        for written in _of_category(found):
            assert written in looked_at or rule._judge(context, written) is None  # noqa: SLF001


def test_clean_systems_have_nothing_to_look_at() -> None:
    """Chinese and English as they should be cost one search."""
    clean = category(
        "a",
        "A",
        title={"zh": "技术转移（一）——概览", "en": "Technology transfer: a, b; “c” - d – e"},
        definition={"zh": "《GB/T 1.1》第1部分：总则、5G、IoT 与 AI。"},
    )
    assert unusual(Context(Taxonomy(SYSTEM, [clean]))) == ()


def test_bodies_and_the_system_are_looked_at() -> None:
    """Texts outside of categories, too, each under its own subject."""
    body = Organization(id="lab", name={"zh": "实验 室"}, kind="institute")
    (written,) = unusual(Context(Taxonomy(SYSTEM, (), organizations=(body,))))
    assert (written.subject.entity, written.field) == ("organization", ("name", "zh"))


def test_another_context_is_looked_at_anew() -> None:
    """What is remembered belongs to one context."""
    for title in ("甲 乙", "甲乙", "丙 丁"):
        context = Context(Taxonomy(SYSTEM, [category("a", title={"zh": title})]))
        assert [each.text for each in unusual(context) if each.text == title] == (
            [title] if " " in title else []
        )


@given(lines)
def test_mending_once_is_enough(text: str) -> None:
    """The usual form has itself as usual form; what was read back is not misread."""
    assert usual(usual(text)) == usual(text)
    assert reread(reread(text)) == reread(text)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "gbk"])
@pytest.mark.parametrize("text", ["标准体系", "技术", "中文，标点。"])
def test_what_was_misread_is_read_back(text: str, encoding: str) -> None:
    """UTF-8 read as something else, as far as that encoding could read it."""
    try:
        misread = text.encode().decode(encoding)
    except UnicodeDecodeError:
        return
    assert reread(misread) == text


def test_scripts_have_nothing_in_common() -> None:
    """No character is taken for traditional and for simplified."""
    assert simplified().keys().isdisjoint(traditional())
    assert {simplified()[old] for old in traditional().values()} >= {"术", "转"}
