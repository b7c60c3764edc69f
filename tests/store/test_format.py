"""`stdtree fmt`: canonical, with every comment, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given

from stdtree.model.category import Category
from stdtree.store.format import format_file
from stdtree.store.save import canonical_text
from tests.effort import one_in
from tests.store import files
from tests.store.styles import Style, categories, styled, styles
from tests.store.test_splice import comments, understood

PATH = files.path("it")


def formatted(text: str) -> str:
    """The canonical text; there must be one."""
    made = format_file(PATH, text.encode())
    assert made.data is not None, made.refusal
    return made.data.decode()


@given(categories, styles)
def test_values_and_comments_stay(category: Category, style: Style) -> None:
    """The value is the same, every comment is there, and a second time nothing changes.

    Or the file is left alone, and a comment that has no place is named.
    """
    text = styled(category, style)

    made = format_file(PATH, text.encode())

    if made.data is None:
        assert made.refusal is not None
        assert any(comment in made.refusal.en for comment in comments(text))
        assert any(comment in made.refusal.zh for comment in comments(text))
        return
    result = made.data.decode()
    assert understood(result) == understood(text)
    assert comments(result) == comments(text)
    assert formatted(result) == result


@one_in(3)
@given(categories)
def test_our_own_writing_is_canonical(category: Category) -> None:
    """What stdtree writes itself is left as it is."""
    text = canonical_text(PATH, category)

    assert formatted(text) == text


def test_by_hand() -> None:
    """Where each comment goes."""
    text = (
        "# 版权\n# yaml-language-server: $schema=../wrong.json\n\n# 标识\n'id': it # 永久\n"
        "title: {zh: '甲', en: B}   # 名称\nincludes:  # 范围\n\n"
        '    # 第一\n    -   zh: "一"  # 存疑\n'
        "definition:\n  # 多行\n  zh: | # 首行\n    a # 不是注释\n    b\n\n# 尾\n"
    )

    assert formatted(text) == (
        "# yaml-language-server: $schema=../../schemas/draft-07/category.schema.json\n"
        "# 版权\n# 标识\nid: it  # 永久\ntitle:  # 名称\n  zh: 甲\n  en: B\n"
        "definition:\n  # 多行\n  # 首行\n  zh: |\n    a # 不是注释\n    b\n"
        "includes:  # 范围\n  # 第一\n  - zh: 一  # 存疑\n# 尾\n"
    )


def test_byte_order_mark_and_line_ends_are_mended() -> None:
    """BOM, CRLF and bare CR are gone; nothing else is."""
    text = "# 甲\r\nid: it\r\ntitle:\r  zh: 乙\r\n"

    made = format_file(PATH, b"\xef\xbb\xbf" + text.encode())

    assert made.data is not None
    assert made.data.decode().split("\n", 1)[1] == "# 甲\nid: it\ntitle:\n  zh: 乙\n"


def test_the_path_of_the_schema_follows_the_folder() -> None:
    """The line for editors points to schemas/ from any depth."""
    made = format_file("taxonomy/categories/a/b/it.yaml", b"id: it\ntitle:\n  zh: x\n")

    assert made.data is not None
    assert b"$schema=../../../../schemas/draft-07/category" in made.data


@pytest.mark.parametrize(
    "text",
    [
        "id: it\ntitle:\n  zh: no\n",
        "id: it\ntitle:\n  zh: a\n  zh: b\n",
        "id: it\ntitle: &a\n  zh: b\n",
        "id: it\ntitle:\n  zh: b\nx: y\n",
        "id: it\n",
        "",
        "# 只有注释\n",
        "id: it\ntitle:\n  zh: b\n---\n",
        "id: it\ntitle: [\n",
    ],
)
def test_leaves_alone_what_it_cannot_read_in_full(text: str) -> None:
    """Formatting never drops what it does not understand."""
    made = format_file(PATH, text.encode())

    assert made.data is None
    assert made.refusal is not None


def test_names_the_comment_that_has_no_place() -> None:
    """A default that was written out would go, and its comment with it."""
    made = format_file(
        PATH, b"id: it\ntitle:\n  zh: x\n# wait for 2027\nincludes: []  # none yet\n"
    )

    assert made.data is None
    assert made.refusal is not None
    assert "# wait for 2027" in made.refusal.en
    assert "4" in made.refusal.en


def test_only_files_of_ours() -> None:
    """Other files are refused."""
    assert format_file("taxonomy/notes.yaml", b"a: b\n").data is None
