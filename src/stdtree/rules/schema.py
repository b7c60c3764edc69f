"""A file does not have the shape of its kind."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("不符合模式", "Outside the schema"),
    why=Label(
        "每种文件的字段和取值由 schemas/ 规定。写错的字段名会被忽略，写错的取值无法解释；"
        "合格的字段照常读取。",
        "schemas/ says which fields and values each kind of file has. A misspelt field would be"
        " ignored, a wrong value means nothing; whatever does fit is still read.",
    ),
    fix=Label(
        "照提示改正字段名或取值；在编辑器中配置 YAML 模式可边写边查。",
        "Mend the field or the value; an editor that knows the schema checks while you type.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    statu: active
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
    status: active
""",
)
