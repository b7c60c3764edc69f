"""Findings: live, on rows, one after the other."""

from __future__ import annotations

from stdtree.tui.widgets.panes import Details, FindingList
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
        await editor.sees("改正", "改动 1 个类目", "将消除问题")
        assert workspace.steps() == ()
        await editor.press("enter")
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


async def test_enter_goes_to_the_very_line(repo: Repo) -> None:
    """A missing translation of a definition: the cursor stands on the definition."""
    stray = category("basics", "A", definition={"zh": "含有  空格的定义。 "})
    async with stage(opened(repo, taxonomy(stray))) as editor:
        await editor.settled()
        await editor.press("f4")
        await editor.to_line("定义")
        await editor.press("enter")
        details = editor.main.query_one(Details)
        await editor.until(lambda: editor.main.focused is details)
        assert details.current is not None
        assert details.current.about[0] == "definition"


async def test_a_rule_is_explained(repo: Repo) -> None:
    """Why, what to do, a bad and a good example, as `stdtree explain` has them."""
    async with stage(broken(repo)) as editor:
        await editor.settled()
        await editor.press("f4", "?")
        await editor.sees("duplicate-code", "为什么", "怎么办", "反例", "正例")
        await editor.press("f12")
        await editor.sees("Why", "Bad", "Good")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_accepted_with_a_reason_and_withdrawn(repo: Repo) -> None:
    """It goes from the list, stands among the accepted ones, and comes back."""
    workspace = broken(repo)
    async with stage(workspace) as editor:
        await editor.settled()
        count = len(editor.main.findings)
        await editor.press("f4", "a")
        await editor.sees("接受问题 · duplicate-code", "理由")
        await editor.type("过渡期并用")
        await editor.press("ctrl+s")
        await editor.until(lambda: workspace.taxonomy.system.accepted, "an acceptance")
        await editor.until(lambda: len(editor.main.findings) < count, "one finding less")
        assert workspace.taxonomy.system.accepted[0].reason == {"zh": "过渡期并用"}
        await editor.press("A")
        await editor.sees("✓", "过渡期并用")
        await editor.press("d")
        await editor.sees("撤回接受", "不再接受")
        await editor.press("enter")
        await editor.until(lambda: len(editor.main.findings) == count, "the finding again")
        assert not workspace.taxonomy.system.accepted


async def test_grouped_by_rule_and_filtered(repo: Repo) -> None:
    """Headings with counts that close; errors only; the title says what is left."""
    async with stage(broken(repo)) as editor:
        await editor.settled()
        await editor.press("f4", "s")
        await editor.sees("▾ ✗", "duplicate-code")
        await editor.press("home", "enter")
        await editor.sees("▸ ✗")
        await editor.press("enter", "s", "f")
        await editor.sees("显示哪些问题")
        await editor.type("只看错误")
        await editor.press("enter")
        await editor.sees("· 只看错误")
        pane = editor.main.query_one(FindingList)
        assert pane.count() == sum(one.severity == "error" for one in editor.main.findings)


async def test_all_of_a_rule_in_one_step(repo: Repo) -> None:
    """What it will do is listed first; one undo takes all of it back."""
    titles = [{"zh": f"标准{n}", "en": f"Basic  standards {n} "} for n in range(3)]
    strays = [category(f"c{n}", "ABC"[n], title=title) for n, title in enumerate(titles)]
    workspace = opened(repo, taxonomy(*strays))
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("f4", "X")
        await editor.sees("改正 3 处", "改动 3 个类目", "Basic standards 0")
        await editor.press("enter")
        await editor.until(lambda: len(workspace.steps()) == 1, "one step")
        fixed = workspace.taxonomy.categories
        assert [fixed[f"c{n}"].title["en"] for n in range(3)] == [
            f"Basic standards {n}" for n in range(3)
        ]
        workspace.undo()
        assert workspace.taxonomy.categories["c1"].title == titles[1]
