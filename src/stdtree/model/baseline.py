"""A baseline (基线): the findings that were there when checking began, so that only new ones count.

Findings are known by fingerprint, so they stay known when words change and lines move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple, Self

from msgspec import Meta, Struct

from stdtree.model.finding import Finding, Severity, Subject
from stdtree.model.ids import Id


class KnownFinding(Struct, frozen=True, forbid_unknown_fields=True, order=True, omit_defaults=True):
    """A finding that is known. 已知的问题。"""

    rule: Id
    """Rule that objects. 校验规则。"""
    subject: Subject
    """What it speaks of. 问题对象。"""
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{12}$")]
    """Rule, subject, field and related ids. 指纹。"""
    severity: Severity
    """How severe it was. 严重程度。"""
    count: Annotated[int, Meta(ge=1)] = 1
    """How many findings have this fingerprint: items of one list share it. 个数。"""


class Compared(NamedTuple):
    """Findings held against a baseline."""

    fresh: tuple[Finding, ...]
    """Those it does not know."""
    known: tuple[Finding, ...]
    stale: tuple[KnownFinding, ...]
    """What it knows and nothing finds any more, with how many of each are gone."""


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings that were there before, and do not count. 基线。"""

    format: Literal["stdtree-baseline/1"]
    """Shape and version of this document. 格式。"""
    findings: tuple[KnownFinding, ...]
    """The findings, by rule and subject. 已知的问题清单。"""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Self:
        """The baseline that knows these findings and no others."""
        found = tuple(findings)
        counts = Counter(finding.fingerprint for finding in found)
        rows = {
            finding.fingerprint: KnownFinding(
                rule=finding.rule,
                subject=finding.subject,
                fingerprint=finding.fingerprint,
                severity=finding.severity,
                count=counts[finding.fingerprint],
            )
            for finding in found
        }
        return cls("stdtree-baseline/1", tuple(sorted(rows.values())))

    def __len__(self) -> int:
        """How many findings it knows."""
        return sum(row.count for row in self.findings)

    def compare(self, findings: Iterable[Finding]) -> Compared:
        """Which findings it knows; of more than it counted with one fingerprint, the first."""
        left = Counter({row.fingerprint: row.count for row in self.findings})
        fresh, known = [], []
        for finding in findings:
            if left[finding.fingerprint] > 0:
                left[finding.fingerprint] -= 1
                known.append(finding)
            else:
                fresh.append(finding)
        stale = tuple(
            KnownFinding(row.rule, row.subject, row.fingerprint, row.severity, gone)
            for row in self.findings
            if (gone := left[row.fingerprint]) > 0
        )
        return Compared(tuple(fresh), tuple(known), stale)
