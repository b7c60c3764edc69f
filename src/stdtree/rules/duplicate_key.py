"""A mapping has one key twice."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("键重复", "Duplicate key"),
    why=Label(
        "YAML 程序各取其一，有的取前，有的取后，另一个无声无息地丢失。合并两个分支后最常见。",
        "Programs keep the first or the last, and the other is lost without a word. Mostly it comes"
        " from a merge of two branches.",
    ),
    fix=Label(
        "保留其中一个；若两个都要，并成一个。",
        "Keep one of them; if both are wanted, make them one.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    title: {zh: 科技服务业}
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务业}
""",
)
