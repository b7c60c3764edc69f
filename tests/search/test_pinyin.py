"""Pinyin: the table is that of pypinyin, and how words are spelled with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin, pinyin

from stdtree.search.pinyin import initials, readings, sounds, spellings

ROOT = Path(__file__).parent.parent.parent


def chinese() -> set[str]:
    """All characters of GB 2312, and those of the sample."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    known = {row.decode("gb2312", errors="ignore") for row in rows} - {""}
    files = (ROOT / "taxonomy").rglob("*.yaml")
    written = {one for file in files for one in file.read_text(encoding="utf-8")}
    return known | {one for one in written if "\u4e00" <= one <= "\u9fff"}


def test_the_table_reads_as_pypinyin_does() -> None:
    """The usual reading is the same, and others are readings that it knows."""
    table = readings().of
    for character in chinese():
        first, *others = (spoken.lower() for spoken in table[character])
        known = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        assert first == lazy_pinyin(character)[0]
        assert set(others) <= set(known)


@given(st.lists(st.sampled_from(sorted(chinese())), min_size=2, max_size=6).map("".join))
def test_every_text_is_found_by_its_initials_and_its_syllables(text: str) -> None:
    """However many readings its characters have."""
    spoken = sounds(text)
    assert initials(text).upper() in spoken
    assert any(one in spoken for one in spellings("".join(lazy_pinyin(text)).replace("ü", "v")))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("技术转移", "jszy"),
        ("技术转移", "szy"),
        ("技术转移", "jishu"),
        ("技术转移", "jish"),
        ("技术转移", "zhuanyi"),
        ("行业标准", "hybz"),
        ("行业标准", "xybz"),
        ("重庆", "chongqing"),
        ("绿色", "lvse"),
        ("绿色", "lüse"),
        ("西安", "xian"),
        ("gb/t 技术", "gbtjs"),
    ],
)
def test_found(text: str, typed: str) -> None:
    """By initials, by syllables of which the last may be unfinished, in each reading."""
    assert any(one in sounds(text) for one in spellings(typed))


@pytest.mark.parametrize(
    ("text", "typed"),
    [("技术转移", "ishu"), ("技术转移", "j"), ("转移", "an"), ("技术", "技"), ("services", "se")],
)
def test_not_found(text: str, typed: str) -> None:
    """A spelling begins where a syllable does; one letter says nothing; English is no pinyin."""
    assert not any(one in sounds(text) for one in spellings(typed))


def test_endless_letters_are_no_trouble() -> None:
    """A word with very many cuts is cut in a few ways only."""
    assert len(spellings("an" * 40 + "ii")) == 1
    assert len(spellings("an" * 40)) < 20


@pytest.mark.parametrize(
    ("text", "letters"),
    [("技术转移", "jszy"), ("GB/T 技术 2", "gbtjs2"), ("，。（）é", ""), ("", "")],
)
def test_initials(text: str, letters: str) -> None:
    """One letter for each Chinese character; Latin letters and digits stay."""
    assert initials(text) == letters
