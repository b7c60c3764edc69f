"""Entries of `accepted` in system.yaml: which rule, for whom, and what both are called."""

from __future__ import annotations

from typing import Annotated

from stdtree.edit import Ask
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model.finding import ABOUT_WHAT_IS_GONE, OF_READING
from stdtree.model.ids import is_id
from stdtree.model.nearest import did_you_mean
from stdtree.model.subjects import subject_id
from stdtree.model.taxonomy import Taxonomy

RuleId = Annotated[
    str,
    Ask(
        "line",
        Label("校验规则", "Rule"),
        Label("规则名，如 unknown-prefix。", "Its id, such as unknown-prefix."),
    ),
]
"""The rule that objects."""

SubjectId = Annotated[
    str,
    Ask(
        "line",
        Label("问题对象", "Subject"),
        Label(
            "类目、标准或单位等的标识；也可写体系编号或标准编号。",
            "Id of a category, standard, body …; a code or a standard number will do.",
        ),
    ),
]
"""What the finding speaks of."""

_ALL = Label("问题一览：stdtree check", "All findings: stdtree check")


def refuse_rule(rule: str) -> None:
    """Raises EditError for what cannot be the rule of an entry."""
    if rule in OF_READING:
        raise EditError(
            say(
                "{rule} 说的是文件读不懂或写得不规范，不能接受",
                "{rule} is about how a file is written, and cannot be accepted",
                rule=rule,
            ),
            Label(
                "改正文件；一时改不完的，记入基线：stdtree baseline create",
                "Mend the file, or take it into a baseline: stdtree baseline create",
            ),
        )
    if not is_id(rule):
        raise EditError(
            say("没有规则“{rule}”", 'There is no rule "{rule}"', rule=rule),
            Label("规则一览：stdtree rules", "All rules: stdtree rules"),
        )


def subject_of(taxonomy: Taxonomy, name: str, *, rule: str) -> str:
    """The id of what is named by id, code or number. Raises EditError if there is no such thing.

    Some rules speak of what is gone: for them any id will do.
    """
    found = subject_id(taxonomy, name)
    if found is not None:
        return found
    if rule in ABOUT_WHAT_IS_GONE and is_id(name):
        return name
    known = {*taxonomy.categories, *taxonomy.by_code, *taxonomy.standards, *taxonomy.organizations}
    raise EditError(
        say("没有“{name}”可供接受", 'There is no "{name}" to accept a finding of', name=name),
        did_you_mean(name, known) or _ALL,
    )
