"""The history of a category in words, and where each of its fields comes from."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len

from stdtree.diff import facts, past
from stdtree.model.history import Blame, Commit, History, Origin, Version
from stdtree.model.lineage import Relative
from stdtree.report import Look, Report, render
from stdtree.report.of_blame import of_blame
from stdtree.report.of_history import of_history
from tests.trees import category, standard, taxonomy

HOSTILE = "\x1b]52;c;aGk=\x07[red]x[/]\u202e\r\n" + "长" * 90


def commit(name: str, **more: Any) -> Commit:
    """A commit of the given subject."""
    made = {
        "id": name,
        "short": name,
        "date": "2026-01-02T03:04:05Z",
        "author": "甲",
        "subject": name,
    }
    return Commit(**(made | more))


def history(*commits: Commit | None, **more: Any) -> History:
    """A category whose code every commit changed, newest first."""
    newest: list[Version] = []
    for number, one in enumerate(reversed(commits)):
        content = category("a", f"A{number}", standards=(standard("s", "GB/T 1-2020"),))
        newest.insert(0, Version(one, taxonomy(content), tuple(newest[:1])))
    steps = past.steps(newest, frozenset({"category", "standard"}))
    return History("category", "a", newest[0].taxonomy, tuple(steps), **more)


def text(report: Report, **look: Any) -> str:
    """The report as it is printed."""
    return render(report, "text", Look(**look))


def test_commits_stand_below_the_releases_that_have_them() -> None:
    """What is not committed first, then what is not released, then release by release."""
    told = text(
        of_history(
            [history(None, commit("c4"), commit("c3", release="1.1"), commit("c1", release="1.0"))]
        ),
        language="en",
    )

    lines = [line for line in told.splitlines() if line and not line.startswith("  ")]
    assert lines == [
        "A3 Category a [a]",
        "Not committed yet",
        "recoded: A2 → A3",
        "Not released yet",
        "c4 2026-01-02 甲 c4",
        "Release 1.1",
        "c3 2026-01-02 甲 c3",
        "Release 1.0",
        "c1 2026-01-02 甲 c1",
    ]
    assert "with 1 standard" in told


def test_relatives_say_what_to_type() -> None:
    """Where it came from and went, in both directions of each relation."""
    found = history(
        commit("c1"),
        came_from=(Relative("b", "succession"), Relative("c", "split-off")),
        went_to=(Relative("d", "succession"),),
    )

    told = text(of_history([found]), language="en").splitlines()

    assert told[-3:] == [
        "succeeds b stdtree log b",
        "split off from c stdtree log c",
        "succeeded by d stdtree log d",
    ]


def test_what_a_shallow_clone_does_not_know() -> None:
    """No addition is claimed, and the next thing to type stands there."""
    found = history(commit("c1", is_oldest_known=True))
    blame = Blame("category", "a", found.taxonomy,
                  (Origin(field="code", value="A0", commit=found.steps[0].commit),))  # fmt: skip

    assert "git fetch --unshallow" in text(of_history([found]))
    assert "新增" not in text(of_history([found]))
    assert "≤2026-01-02" in text(of_blame(blame))
    assert "git fetch --unshallow" in text(of_blame(blame))


def test_hostile_authors_and_subjects_stay_text() -> None:
    """Nothing of them steers the terminal or breaks a line."""
    found = history(commit("c1", author=HOSTILE, subject=HOSTILE))
    origin = Origin(field="title.zh", value=HOSTILE, commit=found.steps[0].commit)
    reports = of_history([found]), of_blame(Blame("category", "a", found.taxonomy, (origin,)))

    for report in reports:
        for fmt in ("text", "markdown", "json"):
            told = render(report, fmt, Look())
            assert not set(told) & set("\x1b\x07\u202e\r")
        assert "␛]52;c;aGk=␇[red]x[/]" in text(report, width=300)
    assert len(text(reports[1]).splitlines()) == 4


def test_blame_has_a_line_for_each_field() -> None:
    """However long the value and however narrow the screen."""
    rows = (standard("s", "GB/T 1-2020", title={"zh": "标" * 100}),)
    content = category(
        "a",
        "A",
        standards=rows,
        definition={"zh": "定" * 200},
        owner="lab",
        facets={"chain": ("research",)},
        includes=({"zh": "甲"}, {"zh": "乙"}),
    )
    now = Version(None, taxonomy(content), (Version(commit("c1", author="作者" * 20), taxonomy()),))
    found = tuple(
        Origin(field=fact.field, standard=fact.standard, value=value, commit=version.commit)
        for fact, value, version in past.origins(now, facts.of_categories)
    )

    for width in (60, 80, 120):
        told = text(of_blame(Blame("category", "a", now.taxonomy, found)), width=width)
        assert len(told.splitlines()) == len(found) + 3
        assert max(map(cell_len, told.splitlines())) <= width
        assert "尚未提交" in told
        assert "产业链环节" in told
