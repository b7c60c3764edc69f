"""VERBS, checking: a taxonomy in, findings out. One file = one validation rule.

A rule module is named for the offence (`duplicate_code.py`, id `duplicate-code`) and holds `RULE`.
Nothing is registered: `catalogue` looks into this package. Imports only `model` and `plugins`.
Rules whose `check` is None are found while loading (by the store) and are listed here for their
severity, words and examples.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from stdtree import plugins
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Finding, Fix, Severity, Subject, sort_key
from stdtree.model.ids import CategoryId
from stdtree.model.release import Counts
from stdtree.model.taxonomy import Taxonomy


class Issued(Struct, frozen=True):
    """A release as found somewhere, with the digest computed afresh from its content."""

    release: str
    where: str
    """What holds it: the path of a snapshot, or the name of a tag."""
    digest: str
    counts: Counts | None = None
    """How many of each its content has; None if it cannot be read."""


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
        return [table[category_id] for category_id in self.focus if category_id in table]


class Reach(Enum):
    """How far an edit of one category may change what a rule says; narrower is faster.

    Rules that reach less than `WHOLE` go through `Context.categories`. When anything but categories
    changes (the system, bodies, consultations), every rule looks at everything again; what is said
    of those is taken to stay when categories change, unless the reach is `REFERENCES`.
    """

    ITSELF = "itself"
    """What is said of a category (and its standards) follows from its own content and from what
    the previous release said of it.
    """
    FAMILY = "family"
    """… and from its parent, its siblings and its children."""
    LINE = "line"
    """… and from its parent, from how deep it hangs, and from the loop in which it hangs."""
    BRANCH = "branch"
    """… and from all that is above it (such as an inherited owner) and all that is below it."""
    CODES = "codes"
    """… and from those that have the same code."""
    NUMBERS = "numbers"
    """… and from those that have a standard with the same number."""
    REFERENCES = "references"
    """… and from what it names by its id, its parent too, from what names it so, and from which ids
    there are.
    """
    LINEAGE = "lineage"
    """From the records of succession and splitting alone, and what those who have one are called:
    the rule looks at everything again when one of those changes.
    """
    WHOLE = "whole"
    """Anything may follow from anything: the rule looks at everything again."""


class Found(Struct, frozen=True):
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


class Rule(Struct, frozen=True):
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
    id: str = ""
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
        for finding in findings_of(rule, context)
    ]
    return tuple(sorted(found, key=order))


def rerun(context: Context, before: Context, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What `run(context)` says, given what it said of `before`; what stays is the same object.

    Fast where the two differ in a few categories and in nothing else.
    """
    from stdtree.rules import _rerun

    return _rerun.rerun(context, before, findings)


def prepare(taxonomy: Taxonomy) -> None:
    """Makes the indices by which `rerun` finds what an edit touches, for taxonomies made from this.

    They take longer than an edit should: 1 s for 100,000 categories.
    """
    from stdtree.rules import _reach

    _reach.prepare(taxonomy)


def order(finding: Finding) -> tuple[object, ...]:
    """The order of findings without places, whatever the order in which they were found."""
    words = (finding.message.zh, finding.hint.zh)
    return (*sort_key(finding), [str(part) for part in finding.field], *words)


def findings_of(rule: Rule, context: Context) -> Iterator[Finding]:
    """What one rule finds, with its severity, in no order; accepted findings are left out."""
    severity = severity_of(rule, context.taxonomy)
    if severity is Severity.OFF or rule.check is None:
        return
    accepted = {
        entry.subject
        for entry in context.taxonomy.system.accepted
        if entry.rule == rule.id and entry.holds(context.today)
    }
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
