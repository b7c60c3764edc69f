"""system.yaml sets the severity of a rule that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.model.nearest import did_you_mean
from stdtree.rules import Context, Found, Reach, Rule, catalogue


def check(context: Context) -> Iterator[Found]:
    """Keys under `rules` that name no rule; what is accepted is looked at elsewhere."""
    system = context.taxonomy.system
    for name, severity in system.rules.items():
        if name not in catalogue():
            yield Found(
                subject=Subject("system", system.id),
                message=Label(
                    f"rules 把 {name} 设为 {severity}，但没有这条校验规则",
                    f"{name} is set to {severity} under rules, but there is no such rule",
                ),
                hint=did_you_mean(name, catalogue()) or _ALL,
                field=("rules", name),
                related=(name,),
            )


_ALL = Label("规则一览：stdtree rules", "all rules: stdtree rules")
RULE = Rule(
    severity=Severity.WARNING,
    title=Label("规则不存在", "Unknown rule"),
    why=Label(
        "拼错规则名，所设的严重程度便不起作用：以为关闭的仍会列出，以为从严的仍会放过。",
        "A severity under a misspelt name does nothing: what seemed silenced is told, and what"
        " seemed strict is let through.",
    ),
    fix=Label("改正规则名，或删除这一项。", "Mend the name of the rule, or delete the entry."),
    bad="""\
system:
  rules: {empty-categry: warning}
categories:
  - {id: services, code: B}
""",
    good="""\
system:
  rules: {empty-category: warning}
categories:
  - {id: services, code: B}
""",
    check=check,
    reach=Reach.ITSELF,
)
