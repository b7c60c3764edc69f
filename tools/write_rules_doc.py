"""Write docs/rules.md from the rules themselves: 校验规则, in both languages.

    python tools/write_rules_doc.py           writes the page if it is stale
    python tools/write_rules_doc.py --check   writes nothing; exit 1 if it is stale

The examples on the page are those that the tests run.
"""

from __future__ import annotations

import sys
from pathlib import Path

from stdtree import rules
from stdtree.label import Label
from stdtree.model.words import SEVERITY
from stdtree.rules import Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
HEAD = """\
# 校验规则 · Rules

<!-- Written by tools/write_rules_doc.py; edit src/stdtree/rules/ instead. -->

`stdtree check` 用这些规则校验标准体系。严重程度可在 `taxonomy/system.yaml` 的 `rules` 中按规则改为
`error`、`warning`、`note` 或 `off`；个别问题可在 `accepted` 中写明理由后接受。

`stdtree check` holds a standards system against these rules. `rules` in `taxonomy/system.yaml` sets
another severity by rule (`error`, `warning`, `note`, `off`); `accepted` accepts single findings,
each with a reason:

```yaml
rules: {missing-definition: note}
accepted:
  - {rule: unknown-prefix, subject: szt-12-2015, reason: {zh: 行业内通行的代号}}
```

示例只写与规则有关的字段；`previous` 是上一版本。Examples give only the fields that matter;
`previous` is the previous release.
"""
WHY = Label("为什么", "Why")
FIX = Label("怎么改", "What to do")
BAD = Label("违规", "Bad")
GOOD = Label("合规", "Good")
WHILE_LOADING = Label("读取文件时发现", "found while loading")


def page() -> str:
    """The whole page."""
    catalogue = rules.catalogue()
    table = [
        "| 规则 Rule | 严重程度 Severity | 问题 | Offence |",
        "|---|---|---|---|",
        *(_row(rule) for rule in catalogue.values()),
    ]
    return "\n".join([HEAD, *table, "", *map(_section, catalogue.values())])


def _row(rule: Rule) -> str:
    link = f"[`{rule.id}`](#{rule.id})"
    return f"| {link} | {_both(SEVERITY[rule.severity])} | {rule.title.zh} | {rule.title.en} |"


def _section(rule: Rule) -> str:
    said = _both(SEVERITY[rule.severity])
    if rule.check is None:
        said += f" · {_both(WHILE_LOADING)}"
    return f"""\
## {rule.id}

**{rule.title.zh} · {rule.title.en}** ({said})

- {WHY.zh}：{rule.why.zh}
- {FIX.zh}：{rule.fix.zh}
- {WHY.en}: {rule.why.en}
- {FIX.en}: {rule.fix.en}

{_both(BAD)}:

```yaml
{rule.bad.rstrip()}
```

{_both(GOOD)}:

```yaml
{rule.good.rstrip()}
```
"""


def _both(label: Label) -> str:
    return f"{label.zh} {label.en}"


def main() -> int:
    """Writes or checks; a stale page is exit code 1 of a check."""
    text = page()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    check = "--check" in sys.argv[1:]
    sys.stdout.write(f"{'stale' if check else 'written'}: docs/{PAGE.name}\n")
    if check:
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
