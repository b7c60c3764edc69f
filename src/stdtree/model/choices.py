"""What may stand behind the colon of a condition, in both languages, and what is meant by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import ChangedEntity
from stdtree.model.finding import Severity
from stdtree.model.ids import CategoryId
from stdtree.model.nearest import did_you_mean
from stdtree.model.query import Term
from stdtree.model.taxonomy import Taxonomy

Choices = Mapping[str, Label]
"""Values as they are typed, and what they are called."""
_LONG = frozenset({"owner", "facet"})
"""Keys whose values may be too many to tell them all."""


def choices(term: Term, taxonomy: Taxonomy, entity: ChangedEntity | None = None) -> Choices | None:
    """The values that a condition on such an entity may have; None if they are free."""
    key = term.key.id if term.key else ""
    made = _LISTS.get(key)
    if key == "status":
        return _statuses(entity)
    return made(taxonomy) if made else None


def ids(term: Term, known: Choices) -> tuple[str, ...]:
    """The values that are meant, by id or by what they are called. Raises UsageError."""
    found: dict[str, None] = {}
    for value in term.values:
        meant = _meant(value, known)
        if not meant:
            raise unknown(term, value, known)
        found.update(dict.fromkeys(meant))
    return tuple(found)


def facet_ids(term: Term, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Facets with the value that is meant of each, '' for any. Raises UsageError."""
    facets = taxonomy.system.facets
    titles = {one: names.text(facet.title) for one, facet in facets.items()}
    found = []
    for asked in term.values:
        name, equals, value = asked.replace("＝", "=").partition("=")
        for facet in _meant(name, titles):
            values = {one.id: names.text(one.title) for one in facets[facet].values}
            meant = _meant(value, values) if equals and value else ("",)
            if not meant:
                raise unknown(term, value, values)
            found += [(facet, one) for one in meant]
        if not _meant(name, titles):
            raise unknown(term, name, titles)
    return tuple(found)


def branch(term: Term, taxonomy: Taxonomy) -> tuple[CategoryId, ...]:
    """The categories at the top of branches, by id or code. Raises UsageError."""
    found: list[CategoryId] = []
    for value in term.values:
        wanted = value.casefold()
        called = [
            one for one in taxonomy.categories.values() if wanted == (one.code or "").casefold()
        ]
        tops = [taxonomy.categories[value]] if value in taxonomy.categories else called
        if not tops:
            raise _no_category(value, taxonomy)
        found += (one.id for one in tops)
    return tuple(found)


def _no_category(value: str, taxonomy: Taxonomy) -> UsageError:
    known = {one.id: names.of_category(one) for one in taxonomy.categories.values()}
    known |= {code: names.text(of[0].title) for code, of in taxonomy.by_code.items()}
    return UsageError(
        Label(f"没有编号或标识为 {value} 的类目", f"no category has the code or id {value}"),
        did_you_mean(value, known, lambda one: names.with_id(one, known[one])),
    )


def unknown(term: Term, value: str, known: Choices) -> UsageError:
    """What to say of a value that is none of these."""
    near = None
    if value and term.key and term.key.id in _LONG:
        near = did_you_mean(value, known, lambda one: names.with_id(one, known[one]))
    listed = names.listed(same(one) for one in known if one) if known else names.NOTHING
    return UsageError(
        not_a_condition(term),
        near
        or Label(f"“{term.name}:”之后请写其一：", f"After {term.name}: write one of ") + listed,
    )


def not_a_condition(term: Term) -> Label:
    """What is wrong with a term."""
    return Label(f"“{term.text}”不是筛选条件", f'"{term.text}" is not a condition')


def fitting(value: str, known: Choices) -> tuple[str, ...]:
    """The values that begin with what is typed so far, then those that are called so."""
    wanted = value.casefold()
    begun = [one for one in known if one and one.casefold().startswith(wanted)]
    called = (
        one
        for one, told in known.items()
        if one and wanted in f"{one}\n{told.zh}\n{told.en}".casefold()
    )
    return tuple(dict.fromkeys((*begun, *called)))


def _meant(value: str, known: Choices) -> tuple[str, ...]:
    if value in known:
        return (value,)
    wanted = value.casefold()
    return tuple(
        one for one, told in known.items() if wanted in {told.zh.casefold(), told.en.casefold()}
    )


def _statuses(entity: ChangedEntity | None) -> Choices:
    of_categories: Iterable[tuple[str, Label]] = words.STATUS.items()
    of_standards: Iterable[tuple[str, Label]] = words.DOCUMENT_STATUS.items()
    if entity is None:
        return dict((*of_categories, *of_standards))
    return dict(of_standards if entity == "standard" else of_categories)


def _owners(taxonomy: Taxonomy) -> Choices:
    bodies = taxonomy.organizations.values()
    return {"": Label("无", "none")} | {one.id: names.text(one.name) for one in bodies}


def _stages() -> Choices:
    stages: Iterable[tuple[str, Label]] = words.PLAN_STAGE.items()
    return dict(stages)


def _severities(_: Taxonomy) -> Choices:
    told = {one.value: label for one, label in words.SEVERITY.items() if one is not Severity.OFF}
    return {"": Label("任意", "any")} | told


def _facets(taxonomy: Taxonomy) -> Choices:
    known: dict[str, Label] = {}
    for facet, about in taxonomy.system.facets.items():
        title = known[facet] = names.text(about.title)
        for value in about.values:
            known[f"{facet}={value.id}"] = title + same("=") + names.text(value.title)
    return known


_LISTS: Mapping[str, Callable[[Taxonomy], Choices]] = {
    "plan": lambda _: _stages(),
    "level": lambda taxonomy: {one.id: names.text(one.title) for one in taxonomy.system.levels},
    "missing": lambda taxonomy: {one: same(one) for one in taxonomy.system.languages},
    "owner": _owners,
    "finding": _severities,
    "facet": _facets,
}
