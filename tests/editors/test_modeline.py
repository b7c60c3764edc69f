"""The first line of each file leads editors to its schema: completion, hover, wrong values."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdtree.store import layout
from tests.editors import yaml_server
from tests.editors.yaml_server import yaml_editing
from tests.lsp.sample import TRANSFER, behind

pytestmark = [
    pytest.mark.editor,
    pytest.mark.skipif(bool(yaml_server.missing()), reason=yaml_server.missing() or "-"),
]


@pytest.fixture
def root(sample_repository: Path, tmp_path: Path) -> Path:
    """The sample, in a folder with a Chinese name and a blank."""
    folder = tmp_path / "标准 体系"
    shutil.copytree(sample_repository, folder, symlinks=True)
    return folder.resolve()


async def test_keys_are_offered_with_what_they_mean(root: Path) -> None:
    """At the top of a category: the fields that are not there yet, in both languages."""
    async with yaml_editing(root) as editor:
        text = editor.open(TRANSFER, editor.text(TRANSFER) + "\n")
        offered = await editor.complete(TRANSFER, (text.count("\n"), 0))
        below = text.replace("    status: in-force\n", "    \n")
        editor.change(TRANSFER, below)
        line = below[: below.index("    \n")].count("\n")
        in_row = await editor.complete(TRANSFER, (line, 4))

    assert {"related", "split_from", "facets", "includes_also", "retired"} <= offered.keys()
    assert "title" not in offered
    said = str(offered["related"].documentation)
    assert "Categories of other branches" in said
    assert "相关类目" in said
    assert {"status", "also_in", "replaces"} <= in_row.keys()


async def test_values_are_offered(root: Path) -> None:
    """Where one of few is to be chosen."""
    async with yaml_editing(root) as editor:
        text = editor.open(TRANSFER, editor.text(TRANSFER).replace("code: BB", "status: "))
        offered = await editor.complete(TRANSFER, behind(text, "status: "))

    assert {"draft", "active", "retired"} <= offered.keys()


async def test_hover_tells_what_a_field_is(root: Path) -> None:
    """Name, meaning, the values there are, and examples."""
    async with yaml_editing(root) as editor:
        text = editor.open(TRANSFER)
        status = await editor.hover(TRANSFER, behind(text, "stat"))
        parent = await editor.hover(TRANSFER, behind(text, "par"))

    assert "Status of the document" in status
    assert "现行" in status
    assert "upcoming" in status
    assert "上级类目 parent" in parent
    assert "technology-transfer" in parent


async def test_wrong_values_are_shown(root: Path) -> None:
    """A status that there is not, and a field that there is not."""
    async with yaml_editing(root) as editor:
        wrong = editor.text(TRANSFER).replace("code: BB", "status: old\nstatsu: x")
        editor.open(TRANSFER, wrong)
        await editor.until(lambda: len(editor.found.get(TRANSFER, ())) > 1)
        lines = {one.range.start.line for one in editor.found[TRANSFER]}

    assert lines == {2, 3}


async def test_nothing_of_the_sample_is_wrong(root: Path) -> None:
    """Every kind of file, at every depth of folders, as the modeline has it."""
    deep = f"{layout.CATEGORIES}/甲/b/c d/{Path(TRANSFER).name}"
    (root / deep).parent.mkdir(parents=True)
    moved = (root / TRANSFER).read_text("utf-8").split("\n", 1)[1]
    line = layout.modeline(deep, "category")
    (root / deep).write_text(f"{line}\nnowhere: 1\n{moved}", encoding="utf-8")
    kinds = [
        TRANSFER,
        layout.SYSTEM,
        layout.ORGANIZATIONS,
        f"{layout.RELEASES}/1.1.yaml",
        f"{layout.CONSULTATIONS}/draft-1-1.yaml",
    ]
    async with yaml_editing(root) as editor:
        for path in kinds:
            editor.open(path)
        editor.open(deep)
        await editor.until(lambda: set(kinds) | {deep} <= editor.found.keys())

    assert {path: editor.found[path] for path in kinds} == dict.fromkeys(kinds, ())
    assert [one.range.start.line for one in editor.found[deep]] == [1]
