"""Hypothesis: plausible operations on a given taxonomy, most of which it accepts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stdtree import edit
from stdtree.edit import Operation
from stdtree.errors import EditError
from stdtree.model.taxonomy import Taxonomy
from tests.trees import texts, words

CODES = st.from_regex(r"[A-C][0-9]{0,3}", fullmatch=True)
NUMBERS = st.sampled_from(["GB/T 1-2020", "GB/T 34670-2017", "GB/T 34670-2023", "T/TMAC 021-2020"])
RELEASES = st.sampled_from(["1.1", "1.2", "2.0"])
_NOTES = st.none() | st.lists(texts, max_size=2)
_WHERE = st.sampled_from(
    ["", "", "code:A*", "status:draft text:服", "facet:chain", "owner:", "code:B* status:active"]
)
_WHERE_ROWS = st.sampled_from(
    ["", "", "code:A*", "number:", "number:GB/T* status:in-force", "plan:to-draft text:s"]
)
_DATES = st.none() | st.sampled_from(["", "2027", "2027-06", "2027-06-30"])


@st.composite
def operations(draw: st.DrawFn, taxonomy: Taxonomy, *, kinds: tuple[str, ...] = ()) -> Operation:
    """One operation about what `taxonomy` holds; of `kinds` only, if they are given."""
    found = drawers(taxonomy)
    possible = [name for name in sorted(found) if not kinds or name in kinds]
    operation_id = draw(st.sampled_from(possible))
    return edit.decode(operation_id, draw(st.fixed_dictionaries(found[operation_id])))


@st.composite
def sequences(
    draw: st.DrawFn, start: st.SearchStrategy[Taxonomy]
) -> tuple[Taxonomy, list[Operation]]:
    """A taxonomy and up to six operations, each drawn for what the ones before it left."""
    taxonomy = current = draw(start)
    steps: list[Operation] = []
    for _ in range(draw(st.integers(1, 6))):
        step = draw(operations(current))
        steps.append(step)
        try:
            current = step.apply(current)
        except EditError:
            continue
    return taxonomy, steps


def drawers(taxonomy: Taxonomy) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    """Strategies of the fields by operation; those that need what is not there are left out."""
    found: dict[str, dict[str, st.SearchStrategy[Any]]] = {}
    categories = [c.id for c in taxonomy.categories.values() if c.is_live]
    one = st.sampled_from(categories) if categories else st.none()
    parent = st.none() | one
    found["add-category"] = {
        "parent": parent,
        "name": texts,
        "code": st.none() | CODES,
        "status": st.sampled_from(["active", "draft"]),
    }
    if categories:
        found |= _about_categories(one, parent) | _about_findings(one)
        above = {taxonomy.categories[child].parent for child in categories}
        found["renumber-siblings"] = {
            "parent": st.sampled_from(sorted(above, key=str)),
            "order": st.just([]) | st.lists(one, max_size=1),
            "code": st.just("") | CODES,
        }
    active = [one for one in categories if taxonomy.categories[one].status == "active"]
    if active:
        found |= _about_active(active, parent)
    retired = [c.id for c in taxonomy.categories.values() if not c.is_live]
    if retired:
        found["restore-category"] = {
            "id": st.none() | st.sampled_from(retired),
            "where": _WHERE,
            "to": st.none() | one,
            "code": st.just("") | CODES,
        }
    drafts = [one for one in categories if one not in active]
    if drafts:
        draft = {"id": st.none() | st.sampled_from(drafts), "where": _WHERE}
        found |= {"remove-draft": draft, "activate-draft": draft}
    if categories and taxonomy.standards:
        found |= _about_standards(taxonomy, one)
    return found


_EXPLAINED: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(["redefinition", "creation"]),
    "reason": st.just({}) | texts,
    "meaning": st.sampled_from(["", "real", "virtual"]),
    "release": RELEASES,
    "remove": st.booleans(),
}


def _about_categories(
    one: st.SearchStrategy[Any], parent: st.SearchStrategy[Any]
) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    some = {"id": parent, "where": _WHERE}
    return {
        "add-standard": {
            "home": one,
            "name": texts,
            "number": st.none() | NUMBERS,
            "plan_year": st.none() | st.integers(2020, 2030),
        },
        "rename-category": {"id": one, "name": texts},
        "recode-category": {"id": one, "code": CODES | st.just(""), "branch": st.booleans()},
        "relate-categories": {**some, "to": one, "remove": st.booleans()},
        "move-category": {
            **some,
            "to": parent,
            "code": st.none() | CODES,
            "recode": st.booleans(),
        },
        "split-off-category": {"id": one, "name": texts, "under": st.none() | one},
        "edit-texts": {"id": one, "definition": texts, "includes": _NOTES, "excludes": _NOTES},
        "include-matter": {**some, "matter": texts, "also": st.booleans()},
        "exclude-matter": {**some, "matter": texts, "see": parent},
        "set-owner": {**some, "owner": st.sampled_from([None, "", "lab", "board"])},
        "set-facets": {
            **some,
            "facet": st.just("chain"),
            "values": st.none() | st.lists(st.sampled_from(["research", "transfer"]), max_size=2),
        },
        "explain-change": {**some, **_EXPLAINED},
        "map-category": {
            **some,
            "scheme": st.just("GB/T 4754-2017"),
            "code": st.sampled_from(["7530", "7540"]),
            "extent": st.sampled_from(["complete", "partial"]),
            "remove": st.booleans(),
        },
    }


def _about_findings(one: st.SearchStrategy[Any]) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    about = {"id": one, "rule": st.sampled_from(["single-child", "empty-category", "schema"])}
    accepting = {**about, "reason": texts, "until": _DATES}
    return {"accept-finding": accepting, "withdraw-acceptance": about}


def _about_active(
    active: list[str], parent: st.SearchStrategy[Any]
) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    one = st.sampled_from(active)
    seldom = st.none() | st.none() | parent
    ending = {"release": RELEASES, "reason": st.just({}) | texts}
    several = st.lists(one, min_size=min(2, len(active)), max_size=3, unique=True)
    return {
        "retire-category": {
            "id": st.none() | one,
            "where": _WHERE,
            "successors": st.lists(one, max_size=2, unique=True),
            "extent": st.sampled_from(["complete", "partial"]),
            "standards_to": parent,
            **ending,
        },
        "combine-categories": {
            "ids": several,
            "into": seldom,
            "name": texts,
            "under": seldom,
            **ending,
        },
        "split-category": {
            "id": one,
            "names": st.lists(texts, min_size=2, max_size=3),
            "under": seldom,
            **ending,
        },
    }


def _about_standards(
    taxonomy: Taxonomy, one: st.SearchStrategy[Any]
) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    standard = st.sampled_from(sorted(taxonomy.standards))
    some = {"id": st.none() | standard, "where": _WHERE_ROWS}
    return {
        "edit-standard": {
            **some,
            "adopts": st.sampled_from([None, None, "", "ISO 9001:2015, IDT"]),
            "status": st.sampled_from([None, "", "in-force", "withdrawn"]),
            "published": _DATES,
            "plan_stage": st.sampled_from([None, "to-revise"]),
            "also_in": st.none() | st.lists(one, max_size=2),
            "remark": st.just({}) | texts,
        },
        "move-standard": {**some, "to": one},
        "cross-list": {**some, "category": one, "remove": st.booleans()},
        "withdraw-standard": {**some, "status_as_of": _DATES},
        "remove-standard": some,
        "promote-standard": {"id": standard, "number": NUMBERS, "in_force": _DATES},
        "replace-standard": {
            "id": standard,
            "number": NUMBERS | words.map(lambda word: f"Q/{word}"),
            "status": st.sampled_from(["in-force", "upcoming"]),
        },
    }
