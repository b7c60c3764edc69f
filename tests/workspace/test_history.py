"""The history of a category or standard, through real commits."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.edit import Operation
from stdtree.edit.combine_categories import CombineCategories
from stdtree.edit.edit_standard import EditStandard
from stdtree.edit.move_category import MoveCategory
from stdtree.edit.move_standard import MoveStandard
from stdtree.edit.recode_category import RecodeCategory
from stdtree.edit.split_category import SplitCategory
from stdtree.errors import StoreError, UsageError
from stdtree.model.history import Blame, History
from stdtree.workspace import Workspace
from stdtree.workspace.history import blame, log
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, define, put, release, rename, replace

GBT = "gbt-34670-2017"


def commit(repo: Repo, message: str, *operations: Operation) -> str:
    """Edits, saves and commits, by stdtree; the commit's id."""
    workspace = Workspace.open(repo.root)
    for operation in operations:
        workspace.apply(operation)
    workspace.save()
    workspace.commit(message)
    return repo.git("rev-parse", "HEAD")


def told(history: History) -> list[tuple[str, list[str]]]:
    """The commits by their messages, each with the kinds of its changes."""
    return [
        (
            step.commit.subject if step.commit else "WORK",
            [change.field or change.kind for change in step.difference.changes],
        )
        for step in history.steps
    ]


def since(found: Blame) -> dict[str, str]:
    """The last commit by field; of several facts of a field, that of the last."""
    return {
        one.standard or one.field: one.commit.subject if one.commit else "WORK"
        for one in found.origins
    }


def test_a_category_through_everything(system: Repo, opened: Opened) -> None:
    """Renamed, moved to another folder and parent, recoded, edited, and not yet committed."""
    commit(system, "renamed", rename("brokers", "甲"))
    (system.root / "taxonomy/categories/one").mkdir()
    system.git("mv", BROKERS, "taxonomy/categories/one/brokers.yaml")
    system.commit_all("another folder")
    release(system, "1.0")
    commit(system, "moved", MoveCategory(id="brokers", to="promotion", code="B31"))
    commit(system, "recoded", RecodeCategory(id="brokers", code="B39"))
    workspace = opened()
    workspace.apply(define("brokers", "新定义。"))

    (history,) = log(workspace, "B39")

    assert told(history) == [
        ("WORK", ["definition.zh"]),
        ("recoded", ["recoded"]),
        ("moved", ["moved", "recoded"]),
        ("renamed", ["renamed"]),
        ("the system", ["added", "added"]),
    ]
    assert [s.commit.release for s in history.steps if s.commit] == [None, None, "1.0", "1.0"]
    assert since(blame(workspace, "brokers")) == {
        "code": "recoded",
        "parent": "moved",
        "title.zh": "renamed",
        "title.en": "the system",
        "status": "the system",
        "definition.zh": "WORK",
        "t-tmac-021-2020": "the system",
    }


def test_names_in_old_changes_are_those_of_today(system: Repo, opened: Opened) -> None:
    """A parent is told by the name under which it is found now."""
    commit(system, "moved", MoveCategory(id="brokers", to="promotion", code="B31"))
    commit(system, "renamed", rename("promotion", "推广"))

    (history,) = log(opened(), "brokers")

    (moved, *_) = (step.difference for step in history.steps)
    assert moved.after.taxonomy.categories["promotion"].title["zh"] == "推广"
    assert "transfer" in moved.before.taxonomy.categories


def test_a_standard_is_followed_to_another_home(system: Repo, opened: Opened) -> None:
    """Its row moves from file to file; what else happens to its homes is not its history."""
    commit(system, "status", EditStandard(id=GBT, status="withdrawn"))
    commit(system, "moved", MoveStandard(id=GBT, to="incubation"))
    commit(system, "home renamed", rename("incubation", "孵化"))
    commit(system, "published", EditStandard(id=GBT, published="2017-09"))

    (history,) = log(opened(), "GB/T 34670-2017")

    assert told(history) == [
        ("published", ["published"]),
        ("moved", ["moved"]),
        ("status", ["status"]),
        ("the system", ["added"]),
    ]
    found = since(blame(opened(), GBT))
    assert (found["category"], found["status"], found["number"]) == (
        "moved", "status", "the system",
    )  # fmt: skip


def test_a_standard_that_was_absent_for_a_while(system: Repo, opened: Opened) -> None:
    """Removed in one commit and brought back elsewhere in a later one."""
    home = system.root / "taxonomy/categories/transfer.yaml"
    whole = home.read_text(encoding="utf-8")
    row = whole[whole.index(f"  - id: {GBT}") : whole.index("  - id: planned-one")]
    home.write_text(whole.replace(row, ""), encoding="utf-8")
    system.commit_all("removed")
    other = system.root / "taxonomy/categories/incubation.yaml"
    other.write_text(other.read_text("utf-8") + "standards:\n" + row, encoding="utf-8")
    system.commit_all("back")

    (history,) = log(opened(), GBT)

    assert told(history) == [
        ("back", ["added"]),
        ("removed", ["removed"]),
        ("the system", ["added"]),
    ]


def test_lineage(system: Repo, opened: Opened) -> None:
    """Where it came from and went, and on request their histories, near ones first."""
    split = SplitCategory(
        id="promotion", names=({"zh": "甲", "en": "One"}, {"zh": "乙", "en": "Two"}), release="1.1"
    )
    commit(system, "split", split)
    merge = CombineCategories(ids=("one", "two"), name={"zh": "丙", "en": "Three"}, release="1.2")
    commit(system, "combined", merge)

    (three, *others) = log(opened(), "three", with_lineage=True)
    (one,) = log(opened(), "one")

    assert [relative.id for relative in three.came_from] == ["one", "two"]
    assert three.went_to == ()
    assert [other.id for other in others] == ["one", "two", "promotion"]
    assert told(others[0]) == [("combined", ["retired"]), ("split", ["added"])]
    assert [r.id for r in one.came_from] == ["promotion"]
    assert [r.relation for r in one.went_to] == ["succession"]


def test_codes_of_another_edition(system: Repo, opened: Opened) -> None:
    """`CODE@RELEASE`: what had the code then, and its history up to then."""
    release(system, "1.0")
    commit(system, "swapped", RecodeCategory(id="incubation", code="B9"),
           RecodeCategory(id="promotion", code="B2"))  # fmt: skip

    (then,), (now,) = log(opened(), "B2@1.0.0"), log(opened(), "B2")

    assert (then.id, now.id) == ("incubation", "promotion")
    assert told(then) == [("the system", ["added"])]
    assert [subject for subject, _ in told(now)] == ["swapped", "the system"]
    assert since(blame(opened(), "B2@1.0"))["code"] == "the system"


def test_only_so_much(system: Repo, opened: Opened) -> None:
    """The newest commits, or those after a release or revision."""
    commit(system, "one", rename("brokers", "甲"))
    release(system, "1.0")
    commit(system, "two", rename("brokers", "乙"))
    commit(system, "three", rename("brokers", "丙"))

    for limits, expected in (
        ({"limit": 1}, ["three"]),
        ({"since": "1.0"}, ["three", "two"]),
        ({"since": "HEAD~1"}, ["three"]),
        ({"since": "HEAD"}, []),
    ):
        (history,) = log(opened(), "brokers", **limits)  # type: ignore[arg-type]
        assert [subject for subject, _ in told(history)] == expected


def test_what_is_no_longer_there(system: Repo, opened: Opened) -> None:
    """An id that only the past knows has a history; blame has nothing to explain."""
    (system.root / BROKERS).unlink()
    system.commit_all("gone")

    assert told(*log(opened(), "brokers"))[0] == ("gone", ["removed", "removed"])
    assert told(*log(opened(), "t-tmac-021-2020"))[0] == ("gone", ["removed"])
    with pytest.raises(UsageError):
        blame(opened(), "brokers")
    with pytest.raises(UsageError, match="never"):
        log(opened(), "never")


def test_commits_that_cannot_be_read(system: Repo, opened: Opened) -> None:
    """Said so, and passed over: the next one is compared with the last that could be read."""
    whole = (system.root / BROKERS).read_text(encoding="utf-8")
    system.write(BROKERS, "<<<<<<< ours\n" + whole)
    system.commit_all("markers left")
    system.write(BROKERS, whole)
    system.commit_all("mended")
    system.write(BROKERS, "id: [")

    (history,) = log(opened(), "brokers")

    assert [(subject, kinds) for subject, kinds in told(history)] == [
        ("WORK", []), ("markers left", []), ("the system", ["added", "added"]),
    ]  # fmt: skip
    assert [step.is_readable for step in history.steps] == [False, False, True]
    system.git("checkout", "--", ".")
    assert set(since(blame(opened(), "brokers")).values()) == {"the system"}


def test_commits_that_only_reformat(system: Repo, opened: Opened) -> None:
    """Values that stay the same are no change."""
    replace(system.root, BROKERS, "\ntitle:", "\n# a remark\ntitle:")
    system.commit_all("remark")

    assert told(*log(opened(), "brokers")) == [("the system", ["added", "added"])]
    assert set(since(blame(opened(), "brokers")).values()) == {"the system"}


def test_both_sides_of_a_merge(system: Repo, opened: Opened) -> None:
    """Each field comes from the side that changed it; the merge did nothing."""
    system.git("switch -qc side")
    commit(system, "side", define("brokers", "新定义。"))
    system.git("switch -q main")
    commit(system, "main", rename("brokers", "甲"))
    system.git("merge", "-q", "--no-ff", "-m", "merged", "side")

    (history,) = log(opened(), "brokers")

    subjects = [subject for subject, _ in told(history)]
    assert (sorted(subjects[:2]), subjects[2:]) == (["main", "side"], ["the system"])
    found = since(blame(opened(), "brokers"))
    assert (found["title.zh"], found["definition.zh"]) == ("main", "side")


def test_without_any_commit(repo: Repo, folder: Path, system: Repo) -> None:
    """No repository, no commit, no such edition, no commit of it: each says what to type."""
    empty = Repo(repo.root.parent / "empty")
    empty.root.mkdir()
    empty.git("init --quiet")
    put(empty.root, Workspace.open(folder).taxonomy)

    for place, name, hint in (
        (folder, "brokers", "git init"),
        (empty.root, "brokers", "stdtree commit"),
    ):
        with pytest.raises(StoreError) as stopped:
            log(Workspace.open(place), name)
        assert stopped.value.hint is not None
        assert hint in stopped.value.hint.en
    for name in ("brokers@9.9", "brokers@INDEX"):
        with pytest.raises(UsageError):
            log(Workspace.open(system.root), name)
