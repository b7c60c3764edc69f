"""A plain YAML scalar means different things to different programs."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("取值有歧义", "Ambiguous value"),
    why=Label(
        "不加引号的 no、010、1.10、12:30 和日期，有的程序读作布尔值或数，有的读作文字；"
        "编号 1.10 可能变成 1.1，而没有人察觉。",
        "Without quotes, no, 010, 1.10, 12:30 and dates are numbers or truth values to some"
        " programs and texts to others; a code 1.10 may turn into 1.1 unnoticed.",
    ),
    fix=Label(
        '加上引号，如 "2017-09-29"。',
        'Quote it: "2017-09-29".',
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    retired: {release: 1.10}
    status: retired
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    retired: {release: "1.10"}
    status: retired
""",
)
