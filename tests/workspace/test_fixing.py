"""Mending by the rules' fixes: planned first, then applied as steps of the journal."""

from __future__ import annotations

from stdtree.model.finding import Finding
from stdtree.workspace import Workspace, fixing
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, contents, replace

TITLE = "zh: 类目brokers"


def _dirty(system: Repo) -> None:
    """One title with four offences one upon the other, a number, and a note."""
    replace(system.root, BROKERS, TITLE, 'zh: " 技术\\u200b\\u3000ＩＰ经纪  "')
    replace(system.root, BROKERS, "number: T/TMAC 021-2020", "number: T/TMAC021—2020")
    replace(system.root, TRANSFER, "zh: 孵化", 'zh: "孵化 "')


def _fixable(workspace: Workspace) -> list[Finding]:
    return [finding for finding in workspace.check() if finding.fix]


def test_fixes_of_one_field_compose(system: Repo, opened: Opened) -> None:
    """Round by round, until no fix is left; each step says what it does and why."""
    _dirty(system)
    workspace = opened()
    plan = fixing.planned(workspace)
    fixing.apply(workspace, plan)

    assert _fixable(workspace) == []
    brokers = workspace.taxonomy.categories["brokers"]
    assert brokers.title["zh"] == "技术 IP经纪"
    assert brokers.standards[0].number == "T/TMAC 021-2020"
    assert [mend.finding.rule for mend in plan.mends].count("stray-space") == 2
    assert all(mend.label.zh and mend.finding.message.zh for mend in plan.mends)


def test_planning_changes_nothing(system: Repo, opened: Opened) -> None:
    """Neither files nor the tree nor the journal."""
    _dirty(system)
    workspace = opened()
    before, files = workspace.taxonomy, contents(system.root)
    fixing.planned(workspace)

    assert workspace.taxonomy is before
    assert workspace.steps() == ()
    assert contents(system.root) == files


def test_each_fix_is_a_step_to_undo(system: Repo, opened: Opened) -> None:
    """As many steps as fixes; all taken back, the files are what they were."""
    _dirty(system)
    files = contents(system.root / "taxonomy")
    workspace = opened()
    plan = fixing.planned(workspace)
    fixing.apply(workspace, plan)
    workspace.save()
    assert contents(system.root / "taxonomy") != files

    assert len(workspace.steps()) == len(plan.mends)
    while workspace.undo():
        pass
    workspace.save()
    assert [f.fingerprint for f in workspace.check()] == [f.fingerprint for f in opened().check()]
    assert workspace.taxonomy == opened().taxonomy
    assert len(_fixable(workspace)) > 0


def test_fixing_twice_is_fixing_once(system: Repo, opened: Opened) -> None:
    """The second time there is nothing to do."""
    _dirty(system)
    workspace = opened()
    fixing.apply(workspace, fixing.planned(workspace))

    assert fixing.planned(workspace) == fixing.Plan()


def test_what_an_operation_refuses_is_told(system: Repo, opened: Opened) -> None:
    """Two spellings of one number: only a person can say which row is the right one."""
    replace(system.root, BROKERS, "number: T/TMAC 021-2020", "number: GB/T34670—2017")
    plan = fixing.planned(opened())

    assert plan.mends == []
    ((finding, error),) = plan.refused.values()
    assert finding.rule == "unnormalized-number"
    assert "GB/T 34670-2017" in error.message.en
