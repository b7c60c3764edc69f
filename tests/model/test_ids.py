"""Identifiers, languages, dates and numbers of releases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model import ids


@pytest.mark.parametrize("good", ["a", "a1", "gbt-34670-2017", "a" * 64, "con1", "com", "a-1-b"])
def test_ids(good: str) -> None:
    """Small letters, digits and single hyphens, from a letter on."""
    assert ids.is_id(good)


@pytest.mark.parametrize(
    "bad",
    ["", "1a", "-a", "a-", "a--b", "A", "a_b", "标准", "a" * 65, "con", "lpt1", "a\n", "a b", "à"],
)
def test_no_ids(bad: str) -> None:
    """What some disk, shell or program would stumble over."""
    assert not ids.is_id(bad)


@given(st.text(max_size=80) | st.from_regex(r"[a-zA-Z -]{1,90}"), st.integers(0, 12))
def test_a_slug_is_an_id_that_is_free(text: str, rounds: int) -> None:
    """Always an id, never one that is taken, however often one asks."""
    taken: set[str] = set()
    for _ in range(rounds + 1):
        made = ids.slug(text, taken=taken)
        assert ids.is_id(made)
        assert made not in taken
        taken.add(made)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Technology transfer", "technology-transfer"),
        ("  R&D  (services) ", "r-d-services"),
        ("2027 plan", "category-2027-plan"),
        ("中文", "category"),
        ("CON", "category-con"),
    ],
)
def test_slugs(text: str, made: str) -> None:
    """Readable: what is Latin stays."""
    assert ids.slug(text) == made


@given(st.text("az09-_A.\n", max_size=12) | st.text("con-1", max_size=6))
def test_an_id_is_words_between_hyphens(text: str) -> None:
    """Words of a-z and 0-9, the first one begun by a letter, and none of a device."""
    is_words = all(word and word.isalnum() and word.isascii() for word in text.split("-"))
    is_lower = text == text.lower() and text[:1].isalpha()
    device = re.fullmatch(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", text)

    assert ids.is_id(text) is (is_words and is_lower and device is None)


@given(st.from_regex(ids.ID_PATTERN.replace(r"(?!\n)", ""), fullmatch=True).filter(ids.is_id))
def test_the_slug_of_an_id_is_the_id(category_id: str) -> None:
    """Making an id of an id changes nothing."""
    assert ids.slug(category_id) == category_id


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (
            ids.DATE_PATTERN,
            ["2027", "2027-03", "2027-03-31"],
            ["27", "2027-13", "2027-3", "2027\n"],
        ),
        (ids.RELEASE_PATTERN, ["1.0", "0.1", "10.2.3"], ["1", "v1.0", "01.0", "1.0.0.0", "1.0\n"]),
        (ids.LANGUAGE_PATTERN, ["zh", "en", "zh-Hant", "und"], ["z", "ZH", "zh_CN", "zh\n"]),
        (ids.DIGEST_PATTERN, ["sha256:" + "0" * 64], ["sha256:" + "G" * 64, "0" * 64]),
    ],
)
def test_patterns(pattern: str, good: list[str], bad: list[str]) -> None:
    """Each as a whole: a line end after it is none of it."""
    assert all(re.search(pattern, text) for text in good)
    assert not [text for text in bad if re.search(pattern, text)]


def test_notes() -> None:
    """`see` is where a note sends the reader, and no language."""
    note = {"zh": "孵化", "see": "incubation"}
    assert (ids.see_of(note), ids.texts_of(note)) == ("incubation", {"zh": "孵化"})
    assert ids.see_of({"zh": "孵化"}) is None
