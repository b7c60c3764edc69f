"""Baselines: which findings are known, which are new, and what is known for nothing."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from stdtree.label import same
from stdtree.model.baseline import Baseline
from stdtree.model.finding import Finding, Place, Severity, Subject


def finding(rule: str, subject: str, index: int = 0, *, line: int = 1, said: str = "") -> Finding:
    """A finding; those that differ in list position, line and words alone share a fingerprint."""
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        subject=Subject("category", subject),
        message=same(said),
        hint=same(said),
        field=("excludes", index, "see"),
        place=Place(f"taxonomy/categories/{subject}.yaml", line),
    )


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["schema", "stray-space"]),
        st.sampled_from(["a", "b"]),
        st.integers(0, 3),
    )
)


def prints(findings: tuple[Finding, ...] | list[Finding]) -> Counter[str]:
    """How many findings have each fingerprint."""
    return Counter(each.fingerprint for each in findings)


@given(FINDINGS, FINDINGS)
def test_nothing_is_lost_between_known_new_and_stale(
    then: list[Finding], now: list[Finding]
) -> None:
    """By fingerprint: what was there less what is gone is what is known; the rest is new."""
    compared = Baseline.of(then).compare(now)
    stale = Counter({row.fingerprint: row.count for row in compared.stale})
    assert Counter(compared.fresh) + Counter(compared.known) == Counter(now)
    assert prints(compared.known) + stale == prints(then)
    assert not (prints(compared.fresh) & stale)


@given(FINDINGS)
def test_a_baseline_knows_what_it_was_made_of(found: list[Finding]) -> None:
    """All of it, in any order, and nothing more."""
    baseline = Baseline.of(found)
    assert baseline == Baseline.of(reversed(found))
    assert len(baseline) == len(found)
    assert baseline.compare(found) == ((), tuple(found), ())
    assert baseline.compare(()).stale == baseline.findings


def test_words_and_lines_do_not_matter() -> None:
    """A finding that moved or was reworded is known; one of another subject is new."""
    baseline = Baseline.of([finding("schema", "a")])
    moved, other = finding("schema", "a", 4, line=9, said="otherwise"), finding("schema", "b")
    assert baseline.compare([moved, other]) == ((other,), (moved,), ())
