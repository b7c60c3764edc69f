"""A file cannot be read as YAML at all."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.ERROR,
    title=Label("文件无法读取", "Unreadable file"),
    why=Label(
        "读不出的文件，其中的类目就不在树上。原因可能是编码不是 UTF-8、YAML 语法有误、超过 8 MiB、"
        "嵌套超过 64 层，或不是普通文件（如符号链接）。",
        "What a file holds is missing from the tree when it cannot be read: it is not UTF-8, its"
        " YAML is broken, it is over 8 MiB or nested deeper than 64 levels, or it is no regular"
        " file, such as a symbolic link.",
    ),
    fix=Label(
        "在所报的行改正语法，或以 UTF-8 另存。",
        "Mend the line that is reported, or save the file as UTF-8.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务
""",
    good="""\
files:
  taxonomy/categories/services.yaml: |
    id: services
    code: B
    title: {zh: 科技服务}
""",
)
