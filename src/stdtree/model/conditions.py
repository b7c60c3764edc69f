"""What the conditions of a query (`stdtree.model.query`) mean, of categories and of standards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model import words
from stdtree.model.balance import level_of
from stdtree.model.category import Category
from stdtree.model.change import ChangedEntity
from stdtree.model.choices import branch, choices, facet_ids, ids, not_a_condition
from stdtree.model.finding import Finding
from stdtree.model.ids import CategoryId, Text
from stdtree.model.nearest import did_you_mean
from stdtree.model.query import KEYS, OF_MOMENT, Term
from stdtree.model.standard import Standard
from stdtree.model.standard_number import normalise
from stdtree.model.taxonomy import Taxonomy

OfCategory = Callable[[Category], bool]
OfStandard = Callable[[Category, Standard], bool]
"""Home and row."""
OF_STANDARDS_ONLY = frozenset({"number", "plan"})
"""Keys that no category fulfils."""


@dataclass(frozen=True, slots=True)
class Known:
    """What conditions are judged by; what is asked of it is worked out when it is asked for."""

    taxonomy: Taxonomy
    findings: Callable[[], Iterable[Finding]] | None = None
    """What the last check found."""
    changed: Callable[[str], Collection[CategoryId]] | None = None
    """Categories that changed since a release or revision; '' is the last commit."""


class Condition(NamedTuple):
    """How to judge what is found; None where nothing of that sort fulfils it."""

    of_category: OfCategory | None
    of_standard: OfStandard | None


def conditions(
    asked: Sequence[Term], known: Known, *, of: ChangedEntity | None = None
) -> tuple[Condition, ...]:
    """The conditions of a query, on entities of one sort or both.

    Raises UsageError for what is none, with what is near it.
    """
    return tuple(_condition(term, known, of) for term in asked)


def _condition(term: Term, known: Known, of: ChangedEntity | None) -> Condition:
    key = term.key.id if term.key else ""
    if not key or (of == "category" and key in OF_STANDARDS_ONLY):
        near = did_you_mean(term.name, KEYS, lambda one: same(f"{one}:"))
        raise UsageError(not_a_condition(term), near)
    made = _made(term, known, of)
    return _not(made) if term.negated else made


def _made(term: Term, known: Known, of: ChangedEntity | None) -> Condition:
    match term.key.id if term.key else "":
        case "facet":
            return _facet(facet_ids(term, known.taxonomy))
        case "under":
            return _under(known, branch(term, known.taxonomy))
        case key:
            listed = choices(term, known.taxonomy, of)
            return _MADE[key](known, term.values if listed is None else ids(term, listed))


def _not(one: Condition) -> Condition:
    of_category, of_standard = one
    return Condition(
        (lambda found: not of_category(found)) if of_category else None,
        (lambda home, row: not of_standard(home, row)) if of_standard else None,
    )


def _both(of_category: OfCategory) -> Condition:
    """A condition on the category holds for the standards at home in it."""
    return Condition(of_category, lambda home, _: of_category(home))


def _one_of(wanted: Collection[CategoryId]) -> Condition:
    return _both(lambda one: one.id in wanted)


def begins(values: Iterable[str]) -> Callable[[str | None], bool]:
    """Whether a text is one of the values, or begins with what stands before the `*` of one."""
    folded = [value.casefold() for value in values]
    whole = frozenset(value for value in folded if not value.endswith("*"))
    starts = tuple(value[:-1] for value in folded if value.endswith("*"))

    def fits(text: str | None) -> bool:
        one = (text or "").casefold()
        return one in whole or (text is not None and one.startswith(starts))

    return fits


def _code(_: Known, values: Sequence[str]) -> Condition:
    fits = begins(values)
    return _both(lambda one: fits(one.code))


def _under(known: Known, tops: Iterable[CategoryId]) -> Condition:
    return _one_of({found.id for top in tops for _, found in known.taxonomy.walk(top)})


def _id(_: Known, values: Sequence[str]) -> Condition:
    wanted = frozenset(values)
    return Condition(lambda one: one.id in wanted, lambda _, row: row.id in wanted)


def _level(known: Known, values: Sequence[str]) -> Condition:
    return _both(lambda one: level_of(known.taxonomy, one.id) in values)


def _status(_: Known, values: Sequence[str]) -> Condition:
    of_categories, of_rows = (
        not one.isdisjoint(values) for one in (words.STATUS.keys(), words.DOCUMENT_STATUS.keys())
    )
    return Condition(
        (lambda one: one.status in values) if of_categories else None,
        (lambda _, row: row.status in values) if of_rows else None,
    )


def _owner(known: Known, values: Sequence[str]) -> Condition:
    taxonomy, owners = known.taxonomy, dict[str, str]()
    for category in taxonomy.categories.values():
        line = []
        at: Category | None = category
        while at is not None and at.id not in owners and at.owner is None:
            owners[at.id] = ""  # so that a loop ends here
            line.append(at.id)
            at = taxonomy.get(at.parent)
        owner = "" if at is None else at.owner or owners[at.id]
        owners.update(dict.fromkeys(line, owner))
        if category.owner is not None:
            owners[category.id] = category.owner
    return _both(lambda one: owners[one.id] in values)


def _facet(wanted: Sequence[tuple[str, str]]) -> Condition:
    def holds(one: Category) -> bool:
        return any(
            value in one.facets.get(facet, ()) if value else bool(one.facets.get(facet))
            for facet, value in wanted
        )

    return _both(lambda one: bool(one.facets) and holds(one))


def _text(_: Known, values: Sequence[str]) -> Condition:
    wanted = [value.casefold() for value in values]

    def holds(text: Text | None) -> bool:
        return any(one in told.casefold() for told in (text or {}).values() for one in wanted)

    return Condition(
        lambda one: holds(one.title) or holds(one.definition), lambda _, row: holds(row.title)
    )


def _missing(_: Known, values: Sequence[str]) -> Condition:
    def lacks(text: Text | None) -> bool:
        return text is not None and any(language not in text for language in values)

    return Condition(
        lambda one: lacks(one.title) or lacks(one.definition), lambda _, row: lacks(row.title)
    )


def _number(_: Known, values: Sequence[str]) -> Condition:
    fits = begins(value if value.endswith("*") else normalise(value) for value in values)
    return Condition(None, lambda _, row: fits(row.number))


def _plan(_: Known, values: Sequence[str]) -> Condition:
    return Condition(None, lambda _, row: (row.plan.stage if row.plan else "none") in values)


def _finding(known: Known, values: Sequence[str]) -> Condition:
    return _found(known, lambda one: "" in values or one.severity in values)


def _rule(known: Known, values: Sequence[str]) -> Condition:
    fits = begins(values)
    return _found(known, lambda one: fits(one.rule))


def _found(known: Known, wanted: Callable[[Finding], bool]) -> Condition:
    if known.findings is None:
        raise _only_in_search()
    subjects = [one.subject for one in known.findings() if wanted(one)]
    categories = {one.id for one in subjects if one.entity == "category"}
    standards = {one.id for one in subjects if one.entity == "standard"}
    return Condition(
        lambda one: one.id in categories or any(row.id in standards for row in one.standards),
        lambda _, row: row.id in standards,
    )


def _changed(known: Known, values: Sequence[str]) -> Condition:
    if known.changed is None:
        raise _only_in_search()
    return _one_of({one for value in values for one in known.changed(value)})


def _only_in_search() -> UsageError:
    told = "、".join(f"{key}:" for key in sorted(OF_MOMENT))
    return UsageError(
        Label(f"{told} 只用于查找", f"{told.replace('、', ', ')} are for searching only"),
        Label(
            "先查找，再就找到的类目操作",
            "search first, then operate on the categories that are found",
        ),
    )


_MADE: Mapping[str, Callable[[Known, Sequence[str]], Condition]] = {
    "code": _code,
    "id": _id,
    "level": _level,
    "status": _status,
    "owner": _owner,
    "text": _text,
    "missing": _missing,
    "number": _number,
    "plan": _plan,
    "finding": _finding,
    "rule": _rule,
    "changed": _changed,
}
