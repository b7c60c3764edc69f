"""A file begins with a byte order mark or has CRLF line ends."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.finding import Severity
from stdtree.rules import Rule

RULE = Rule(
    severity=Severity.NOTE,
    title=Label("文件不整洁", "Untidy file"),
    why=Label(
        "BOM 和 CRLF 能读，但别的工具会把 BOM 当成第一个键的一部分，git 会把每一行都当成改动。",
        "It can be read, but other tools take the mark for a part of the first key, and git takes"
        " every line for changed.",
    ),
    fix=Label(
        "运行 stdtree fmt。",
        "Run stdtree fmt.",
    ),
    bad="""\
files:
  taxonomy/categories/services.yaml: "id: services\\r\\ncode: B\\r\\ntitle: {zh: 科技服务}\\r\\n"
""",
    good="""\
files:
  taxonomy/categories/services.yaml: "id: services\\ncode: B\\ntitle: {zh: 科技服务}\\n"
""",
)
