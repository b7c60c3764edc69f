"""VERBS, checking: a taxonomy in, findings out. One file = one validation rule.

A rule module is named for the offence (`duplicate_code.py`, id `duplicate-code`) and holds `RULE`.
Nothing is registered: `catalogue` looks into this package. Imports only `model` and `plugins`.
Rules whose `check` is None are found while loading (by the store) and are listed here for their
severity, words and examples.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache

from stdtree import plugins
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Finding, Fix, Severity, Subject, sort_key
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Issued:
    """A release as found somewhere, with the digest computed afresh from its content."""

    release: str
    where: str
    """What holds it: the path of a snapshot, or the name of a tag."""
    digest: str


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at. No clock and no disk: the same context, the same findings."""

    taxonomy: Taxonomy
    previous: Taxonomy | None = None
    """The previous release; None before the first one."""
    previous_name: str = ""
    issued: tuple[Issued, ...] = ()
    unreadable: frozenset[str] = frozenset()
    """Names of the files that cannot be read: ids of categories, releases, `organizations`.

    What they hold exists, though nothing is known of it.
    """
    today: str = ""
    """The day of checking, YYYY-MM-DD; empty: nothing is said about days to come or gone by."""
    focus: frozenset[CategoryId] | None = None
    """The categories to speak of; None = all. What a rule looks at stays the whole taxonomy."""

    @property
    def categories(self) -> Iterable[Category]:
        """The categories to speak of."""
        table = self.taxonomy.categories
        if self.focus is None:
            return table.values()
        return [table[category_id] for category_id in sorted(self.focus & table.keys())]


class Reach(Enum):
    """How far an edit of one category may change what a rule says; narrower is faster."""

    ITSELF = "itself"
    """What is said of a category (and its standards) follows from its own content and from what
    the previous release said of it.
    """
    FAMILY = "family"
    """… and from its parent, its siblings and its children."""
    WHOLE = "whole"
    """Anything may follow from anything: the rule looks at everything again."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says; the engine adds the rule's id and its severity."""

    subject: Subject
    message: Label
    """What is wrong, quoting the user's own code and title. One sentence, no full stop."""
    hint: Label
    """The next thing to type or press."""
    field: FieldPath = ()
    """Where in the subject: ("code",), ("title", "en"), ("excludes", 0, "see"); () = all of it."""
    related: tuple[str, ...] = ()
    """Ids of the others involved, sorted."""
    fix: Fix | None = None
    """The edit that certainly mends it, if there is one."""


Check = Callable[[Context], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule module holds as `RULE`."""

    severity: Severity
    """Severity by default; system.yaml may set another."""
    title: Label
    """The offence in a few words."""
    why: Label
    """Why it is an offence."""
    fix: Label
    """What to do about it."""
    bad: str
    """YAML of an example that the rule objects to; see docs/rules.md. Executed by a test."""
    good: str
    """YAML of the same example mended."""
    check: Check | None = None
    """None: found while loading."""
    reach: Reach = Reach.WHOLE
    """Rules that reach less go through `Context.categories`, never through all of the taxonomy."""
    id: str = field(default="")
    """Set by `catalogue` from the file name."""


@cache
def catalogue() -> Mapping[str, Rule]:
    """All rules by id."""
    package = sys.modules[__name__]
    return {
        rule_id: replace(module.RULE, id=rule_id)
        for rule_id, module in plugins.discover(package).items()
    }


def severity_of(rule: Rule, taxonomy: Taxonomy) -> Severity:
    """The severity that the system gives a rule, or the rule's own."""
    return Severity(taxonomy.system.rules.get(rule.id, rule.severity))


def run(context: Context, *, only: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Findings of all rules that look at a taxonomy, sorted, without places.

    `only` names the rules to run. Findings that system.yaml accepts are left out.
    """
    wanted = None if only is None else set(only)
    found = [
        finding
        for rule in catalogue().values()
        if rule.check is not None and (wanted is None or rule.id in wanted)
        for finding in _of_rule(rule, context)
    ]
    return tuple(sorted(found, key=sort_key))


def _of_rule(rule: Rule, context: Context) -> Iterator[Finding]:
    severity = severity_of(rule, context.taxonomy)
    if severity is Severity.OFF or rule.check is None:
        return
    accepted = {a.subject for a in context.taxonomy.system.accepted if a.rule == rule.id}
    for found in rule.check(context):
        if found.subject.id not in accepted:
            yield Finding(
                rule=rule.id,
                severity=severity,
                subject=found.subject,
                message=found.message,
                hint=found.hint,
                field=found.field,
                related=found.related,
                fix=found.fix,
            )
