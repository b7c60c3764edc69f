"""A file uses a feature of YAML that these files do without."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("不支持的 YAML 写法", "Unsupported YAML"),
    why=Label(
        "锚点、别名、标签和多个文档会让一处的内容取决于另一处，逐字段保存和合并就无从谈起；"
        "有的还能让读取程序运行代码。",
        "Anchors, aliases, tags and further documents make one place depend on another, so that"
        " fields cannot be saved and merged one by one; some make a reader run code.",
    ),
    fix=Label(
        "把内容写全，删去 &、*、! 和第二个 ---。",
        "Write the contents out; take out &, *, ! and a second ---.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: &title {zh: 科技服务}
    definition: *title
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    definition: {zh: 科技服务}
""",
)
