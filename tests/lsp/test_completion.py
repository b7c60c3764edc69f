"""What is offered while somebody types."""

from __future__ import annotations

import pytest

from tests.lsp.editor import Editor
from tests.lsp.sample import ORGANIZATIONS, TRANSFER, behind

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_categories(editor: Editor) -> None:
    """All ids, told by code and title, found by code and pinyin, and put over the whole word."""
    text = editor.open(TRANSFER)
    line, column = behind(text, "parent: key")
    offered = await editor.complete(TRANSFER, (line, column))
    item = offered["technology-promotion"]

    assert item.detail == "BD Technology promotion services"
    assert item.filter_text
    assert all(word in item.filter_text for word in ("technology-promotion", "BD", "jstg", "推广"))
    edit = item.text_edit
    assert edit
    assert edit.new_text == "technology-promotion"
    area = edit.range
    assert (area.start.character, area.end.character) == (column - 3, column - 3 + 11)


async def test_retired_categories_come_last(editor: Editor) -> None:
    """They are marked, and their place in the list is behind all others."""
    text = editor.open(TRANSFER)
    offered = await editor.complete(TRANSFER, behind(text, "parent: "))
    tagged = {label for label, item in offered.items() if item.tags}
    last = sorted(offered, key=lambda label: offered[label].sort_text or "")[-len(tagged) :]

    assert tagged
    assert set(last) == tagged
    assert all("retired" in (offered[label].detail or "") for label in tagged)


UNFINISHED = (
    ("status: ", "draft", "draft"),
    ("owner: ", "sample-wg-transfer", ""),
    ("facets:\n  chain: [", "commercialization", ""),
    ("facets:\n  ", "chain", ""),
    ("related:\n  - ", "key-domains", "B Key domains"),
    ("related: [basics, ", "key-domains", "B Key domains"),
    ("excludes:\n  - zh: 别的\n    see: ", "key-domains", "B Key domains"),
    ("retired:\n  succeeded_by:\n    - id: ", "key-domains", "B Key domains"),
    ("standards:\n  - id: x\n    plan:\n      stage: ", "to-draft", "to be drafted"),
    ("standards:\n  - id: x\n    replaces: [", "gbt-22900-2009", ""),
    ("standards:\n- id: x\n  also_in:\n  - ", "key-domains", "B Key domains"),
)
"""What is typed behind a title, an id that is offered then, and what is said of it."""


async def test_in_a_text_that_is_not_whole_yet(editor: Editor) -> None:
    """Most of these cannot be read as YAML, or not as what they will be."""
    text = "id: technology-transfer\ncode: BB\ntitle: {zh: 名称}\n"
    editor.open(TRANSFER, text)
    for typed, label, detail in UNFINISHED:
        editor.change(TRANSFER, text + typed)
        lines = (text + typed).split("\n")
        offered = await editor.complete(TRANSFER, (len(lines) - 1, len(lines[-1])))

        assert (typed, label in offered) == (typed, True)
        assert detail in (offered[label].detail or "")


async def test_nothing_is_offered_for_texts(editor: Editor) -> None:
    """A title is for people to write; in a comment nothing counts; keys are for the schema."""
    text = editor.open(TRANSFER)

    for beginning in ("zh: ", "# yaml-language-server: ", "par"):
        assert await editor.complete(TRANSFER, behind(text, beginning)) == {}


async def test_choices_of_organizations(editor: Editor) -> None:
    """Other kinds of file have choices of their own."""
    text = editor.open(ORGANIZATIONS)
    offered = await editor.complete(ORGANIZATIONS, behind(text, "kind: "))

    assert {"authority", "working-group"} <= offered.keys()
