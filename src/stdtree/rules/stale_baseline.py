"""A baseline knows a finding that there is not any more; told by `check --baseline`."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.NOTE,
    title=Label("基线陈旧", "Stale baseline"),
    why=Label(
        "已解决的问题若留在基线中，再次出现时就不会被发现。",
        "A finding that was settled and stays in the baseline goes unseen when it comes back.",
    ),
    fix=Label(
        "运行 `stdtree baseline prune`，它只删除、不添加。",
        "Run `stdtree baseline prune`, which only takes out.",
    ),
    bad="""\
files:
  .stdtree-baseline.json: |
    {
    "format": "stdtree-baseline/1",
    "findings": [
      {
        "rule": "missing-definition",
        "subject": {"entity": "category", "id": "services"},
        "fingerprint": "0123456789ab",
        "severity": "warning"
      }
    ]
    }
""",
    good="""\
files:
  .stdtree-baseline.json: |
    {
    "format": "stdtree-baseline/1",
    "findings": []
    }
""",
)
