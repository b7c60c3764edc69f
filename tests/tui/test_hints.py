"""Hints in the words of forms."""

from __future__ import annotations

import pytest

from stdtree.edit import operation_ids, operation_type
from stdtree.label import Label, same
from stdtree.tui.hints import fields_of, in_form_words

MOVE = fields_of(operation_type("move-category"))


def test_an_option_is_called_as_its_field() -> None:
    """In the form of a move, --code is the field “新编号”."""
    hint = Label("请另给体系编号（--code）。", "Give another code (--code).")
    assert in_form_words(hint, MOVE) == Label(
        "请另给体系编号（“新编号”）。", 'Give another code ("New code").'
    )


def test_a_field_of_another_form_is_named_with_it() -> None:
    """A move has no --branch; recoding has."""
    said = in_form_words(same("(--branch)"), MOVE)
    assert said == Label(
        "(“类目改码”的“下级一并改码”)", '("Recode the branch along" of "Recode category")'
    )


@pytest.mark.parametrize("operation_id", operation_ids())
def test_an_operation_is_called_by_its_title(operation_id: str) -> None:
    """Also at the end of a sentence and between Chinese characters."""
    title = operation_type(operation_id).title
    said = in_form_words(Label(f"只改编号请用{operation_id}。", f"Use {operation_id}."))
    assert said == Label(f"只改编号请用“{title.zh}”。", f'Use "{title.en}".')


def test_a_command_becomes_a_key() -> None:
    """What the command line calls check is the list of findings here."""
    hint = Label("先提交：stdtree commit", "see them all: stdtree check --strict")
    said = in_form_words(hint)
    assert said.zh.endswith(" c")
    assert said.en.endswith(" F4")
    assert "stdtree" not in said.zh + said.en


def test_other_text_stays() -> None:
    """Ids, numbers and unknown options are not touched."""
    plain = same("GB/T 1-2020 my-add-category-x --nothing git init")
    assert in_form_words(plain, MOVE) == plain
