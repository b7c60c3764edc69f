"""An id occurs twice, or a file is not named for the id in it."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("标识重复", "Duplicate id"),
    why=Label(
        "标识是唯一的依据：类目、标准和组织机构各成一套，一套之内不得重复。"
        "文件名就是标识，两者不一致就找不到文件，也容易再建一个。",
        "Everything refers by id: no two categories, standards or organizations may share one. A"
        " file is named for its id; otherwise nobody finds it, and somebody makes it again.",
    ),
    fix=Label(
        "给后来的一项取新的标识，或把文件改名；已发布的标识不要改。",
        "Give the later one a new id, or rename the file; never change an id that was released.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
  taxonomy/categories/copied/services.yaml: |
    id: services
    code: C
    title: {zh: 科技服务（副本）}
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
  taxonomy/categories/copied/assurance.yaml: |
    id: assurance
    code: C
    title: {zh: 管理保障}
""",
)
