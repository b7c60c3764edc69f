"""Write docs/rules.md from the rules themselves: 校验规则, a page in each language.

    python tools/write_rules_doc.py           writes what is stale
    python tools/write_rules_doc.py --check   writes nothing; exit 1 if something is stale

The examples on the page are those that the tests run.
"""

from __future__ import annotations

import sys

from pages import in_both, keep, made_by

from stdtree import rules
from stdtree.label import LANGUAGES, Label, Language
from stdtree.model.words import SEVERITY
from stdtree.rules import Rule

EXAMPLE = """\
```yaml
rules: {missing-definition: note}
accepted:
  - {rule: unknown-prefix, subject: szt-12-2015, reason: {zh: 行业内通行的代号}}
```
"""
HEAD = Label(
    f"""\
# 校验规则

{made_by(__file__)}

`stdtree check` 用这些规则校验标准体系。严重程度可在 `taxonomy/system.yaml` 的 `rules` 中按规则改为
`error`、`warning`、`note` 或 `off`；个别问题可在 `accepted` 中写明理由后接受：

{EXAMPLE}
示例只写与规则有关的字段；`previous` 是上一版本。

| 规则 | 严重程度 | 问题 |
|---|---|---|
""",
    f"""\
# Rules

{made_by(__file__)}

`stdtree check` holds a standards system against these rules. `rules` in `taxonomy/system.yaml` sets
another severity by rule (`error`, `warning`, `note`, `off`); `accepted` accepts single findings,
each with a reason:

{EXAMPLE}
Examples give only the fields that matter; `previous` is the previous release.

| Rule | Severity | Offence |
|---|---|---|
""",
)
SECTION = Label(
    """\
## {rule.id}

**{rule.title.zh}**（{severity}）

为什么：{rule.why.zh}

怎么改：{rule.fix.zh}

违规：

```yaml
{bad}
```

合规：

```yaml
{good}
```
""",
    """\
## {rule.id}

**{rule.title.en}** ({severity})

Why: {rule.why.en}

What to do: {rule.fix.en}

Bad:

```yaml
{bad}
```

Good:

```yaml
{good}
```
""",
)
WHILE_LOADING = Label("，读取文件时发现", ", found while loading")


def page(language: Language) -> str:
    """The whole page."""
    catalogue = rules.catalogue().values()
    table = "".join(
        f"| [`{rule.id}`](#{rule.id}) | {SEVERITY[rule.severity].in_(language)} "
        f"| {rule.title.in_(language)} |\n"
        for rule in catalogue
    )
    sections = (_section(rule, language) for rule in catalogue)
    return "\n".join([HEAD.in_(language) + table, *sections])


def _section(rule: Rule, language: Language) -> str:
    severity = SEVERITY[rule.severity] + (WHILE_LOADING if rule.check is None else Label("", ""))
    return SECTION.in_(language).format(
        rule=rule,
        severity=severity.in_(language),
        bad=rule.bad.rstrip(),
        good=rule.good.rstrip(),
    )


if __name__ == "__main__":
    sys.exit(keep(in_both("rules", {language: page(language) for language in LANGUAGES})))
