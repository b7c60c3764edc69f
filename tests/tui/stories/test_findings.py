"""Findings: live, on rows, one after the other."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import category, taxonomy
from tests.tui.files import opened
from tests.tui.stage import stage


def broken(repo: Repo) -> Workspace:
    """Two categories with one code, below another."""
    return opened(
        repo,
        taxonomy(
            category("basics", "A"),
            category("terms", "A1", "basics"),
            category("more-terms", "A1", "basics"),
        ),
    )


async def test_findings_are_counted_on_rows_and_listed(repo: Repo) -> None:
    """The rows carry ✗, the header counts, F8 goes to the first."""
    async with stage(broken(repo)) as editor:
        await editor.sees("✗", "3 问题 (")
        await editor.press("f8")
        await editor.until(lambda: editor.main.tree_pane.category.code == "A1")
        await editor.press("]", "e")
        await editor.press("f7")
        await editor.until(lambda: editor.main.tree_pane.category.code == "A1")


async def test_an_edit_clears_the_finding(repo: Repo) -> None:
    """Another code for one of the two, and the error is gone."""
    workspace = broken(repo)
    async with stage(workspace) as editor:
        await editor.sees("✗")
        await editor.press("f8", "enter")
        await editor.sees("操作")
        await editor.type("改码")
        await editor.press("enter")
        await editor.sees("新编号")
        await editor.press("ctrl+u")
        await editor.type("A2")
        await editor.press("ctrl+s")
        await editor.until(lambda: "✗" not in editor.text)


async def test_the_list_opens_where_there_is_no_room(repo: Repo) -> None:
    """At 80×24 F4 opens it, Enter goes to the place."""
    async with stage(broken(repo), size=(80, 24)) as editor:
        await editor.settled()
        assert "3 问题" not in editor.text
        await editor.press("f4")
        await editor.sees("3 问题 (")
        await editor.press("enter")
        await editor.until(lambda: editor.main.tree_pane.category.code == "A1")


async def test_a_finding_is_mended_by_one_key(repo: Repo) -> None:
    """In the list, x applies the fix under the cursor: one step, to undo like any other."""
    stray = category("basics", "A", title={"zh": "基础标准", "en": "Basic  standards "})
    workspace = opened(repo, taxonomy(stray))
    async with stage(workspace) as editor:
        await editor.sees("⚠")
        await editor.press("f4", "x")
        await editor.until(lambda: "⚠" not in editor.text)
        assert workspace.taxonomy.categories["basics"].title["en"] == "Basic standards"
        assert workspace.undo()
        assert workspace.taxonomy.categories["basics"].title == stray.title


async def test_what_a_person_decides_is_left_to_a_person(repo: Repo) -> None:
    """The same key on a finding without a fix says so and changes nothing."""
    workspace = broken(repo)
    async with stage(workspace) as editor:
        await editor.sees("✗")
        await editor.press("f4", "x")
        await editor.sees("须由人决定")
        assert workspace.steps() == ()
