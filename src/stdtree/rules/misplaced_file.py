"""A file below taxonomy/ is of no known kind."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.WARNING,
    title=Label("文件放错位置", "Misplaced file"),
    why=Label(
        "这里的文件不会被读取：放错文件夹的类目，看似存在，其实不在树上。",
        "It is not read: a category in the wrong folder looks as if it were there, but is not in"
        " the tree.",
    ),
    fix=Label(
        "移到 categories/、consultations/、releases/ 或 correspondences/，扩展名用 .yaml；"
        "无关的文件移出 taxonomy/。",
        "Move it to categories/, consultations/, releases/ or correspondences/, ending in .yaml;"
        " move what does not belong here out of taxonomy/.",
    ),
    bad="""\
files:
  taxonomy/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
""",
)
