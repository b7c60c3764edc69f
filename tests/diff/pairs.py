"""Two sides for tests of differences: short to write, or drawn by Hypothesis."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree import diff
from stdtree.model.bump import BumpBranch, BumpRules
from stdtree.model.canonical import digest
from stdtree.model.category import Category, ChangeNote, Retired, SchemeMap, Successor
from stdtree.model.consultation import Comment, Consultation, SignOff
from stdtree.model.difference import Difference, End
from stdtree.model.ids import Text
from stdtree.model.organization import Organization
from stdtree.model.standard import Adoption, Plan, Standard
from stdtree.model.system import Accepted, Facet, FacetValue, Target
from stdtree.model.taxonomy import Taxonomy
from tests.trees import IDS, taxonomies, texts

SETS = {
    "maps", "related", "split_from", "succeeded_by", "replaces", "also_in", "aliases", "domains",
    "roles", "accepted", "change_notes", "standards", "targets", "chain", "stage", "branches",
    "channels", "comments", "consulted", "sign_offs",
}  # fmt: skip
"""Lists whose order means nothing, written down a second time on purpose."""


def between(before: Taxonomy, after: Taxonomy) -> Difference:
    """The difference of two taxonomies, named old and new."""
    return diff.compare(End("old", before, digest(before)), End("new", after, digest(after)))


def ended(*successors: str, extent: Any = "complete", reason: Text | None = None) -> dict[str, Any]:
    """Fields of a category retired in favour of these."""
    block = Retired("1.1", tuple(Successor(one, extent) for one in successors), reason)
    return {"status": "retired", "retired": block}


def values(taxonomy: Taxonomy) -> Any:
    """All that a difference covers as plain data, the order inside sets taken out."""
    return _sorted(
        msgspec.to_builtins(
            {
                "system": taxonomy.system,
                "organizations": taxonomy.organizations,
                "categories": taxonomy.categories,
                "consultations": taxonomy.consultations,
            }
        )
    )


def _sorted(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _sorted(one, key) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        rows = [_sorted(one) for one in value]
        if name in SETS:
            return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
        return rows
    return value


# -- drawn by Hypothesis --------------------------------------------------------------------------

some_ids = st.lists(st.sampled_from(IDS), unique=True, max_size=3).map(tuple)
standard_ids = st.lists(st.sampled_from([f"s-{one}-0" for one in IDS]), unique=True, max_size=2)
plans = st.none() | st.builds(
    Plan,
    stage=st.sampled_from(["none", "to-draft", "in-preparation"]),
    year=st.none() | st.integers(2024, 2030),
)
CATEGORY_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": texts,
    "code": st.none() | st.from_regex(r"[A-C][0-9]{0,2}", fullmatch=True),
    "parent": st.none() | st.sampled_from(IDS),
    "definition": st.none() | texts,
    "includes": st.lists(texts, max_size=2).map(tuple),
    "owner": st.none() | st.sampled_from(["lab", "board"]),
    "facets": st.dictionaries(
        st.sampled_from(["chain", "stage"]),
        st.permutations(["research", "pilot"]).map(tuple) | st.just(()),
    ),
    "maps": st.permutations(
        [SchemeMap("GB/T 4754-2017", "7530"), SchemeMap("GB/T 4754-2017", "7540", "partial")]
    ).map(tuple),
    "related": some_ids,
    "split_from": some_ids,
    "change_notes": st.permutations(
        [
            ChangeNote("1.1", "code-change", {"zh": "对齐"}, real=True),
            ChangeNote("1.1", "new-edition", {"zh": "换版"}, "s-c1-0"),
        ]
    ).map(tuple),
}
STANDARD_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": texts,
    "number": st.none() | st.sampled_from(["GB/T 1-2020", "GB/T 2-2021"]),
    "status": st.sampled_from([None, "in-force", "replaced"]),
    "plan": plans,
    "adopts": st.none() | st.just(Adoption("ISO 9000", "IDT")),
    "also_in": some_ids,
    "replaces": standard_ids.map(tuple),
    "remark": st.none() | texts,
}
kinds = st.dictionaries(
    st.sampled_from(["moved", "renamed", "transfer", "creation"]),
    st.sampled_from(["none", "patch", "minor", "major"]),
    max_size=2,
)
SYSTEM_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["demo", "other"]),
    "title": texts,
    "notice": st.none() | texts,
    "languages": st.sampled_from([("zh", "en"), ("zh",), ("en", "zh")]),
    "bump": st.sampled_from(["edition", "semver", "sdmx", BumpRules()])
    | st.builds(
        BumpRules,
        policy=st.sampled_from(["edition", "sdmx"]),
        kinds=kinds,
        branches=st.lists(
            st.builds(BumpBranch, category=st.sampled_from(IDS), kinds=kinds), max_size=2
        ).map(tuple),
    ),
    "rules": st.dictionaries(
        st.sampled_from(["missing-translation", "depth"]), st.sampled_from(["note", "off"])
    ),
    "accepted": st.permutations(
        [Accepted("depth", "c1", {"zh": "已知"}), Accepted("depth", "c2", {"zh": "已知"})]
    ).map(tuple),
    "facets": st.dictionaries(
        st.sampled_from(["chain", "stage"]),
        st.builds(
            Facet,
            title=texts,
            values=st.lists(
                st.builds(FacetValue, id=st.just("pilot"), title=texts), max_size=1
            ).map(tuple),
            source=st.none() | texts,
        ),
    ),
    "targets": st.lists(
        st.builds(
            Target,
            id=st.sampled_from(["t1", "t2"]),
            year=st.integers(2025, 2030),
            metric=st.just("new-standards"),
            op=st.just(">="),
            value=st.integers(0, 99),
            title=st.none() | texts,
        ),
        unique_by=lambda target: target.id,
        max_size=2,
    ).map(tuple),
}
comments = st.lists(
    st.builds(
        Comment,
        id=st.sampled_from(["c1", "c2", "c3"]),  # now and then one id twice
        by=st.just("lab"),
        comment=st.sampled_from(["建议拆分", "建议合并"]),
        disposition=st.sampled_from(["open", "accepted"]),
        reason=st.none() | st.just("见会议纪要"),
    ),
    max_size=3,
)
consultations = st.lists(
    st.builds(
        Consultation,
        id=st.sampled_from(["round-1", "round-2"]),
        title=texts,
        release=st.just("1.1"),
        opens=st.just("2026-01-05"),
        closes=st.sampled_from(["2026-02-05", "2026-03-05"]),
        channels=st.permutations(["email", "web"]).map(tuple),
        comments=comments.map(tuple),
        sign_offs=st.permutations([SignOff("lab", "approved"), SignOff("board", "rejected")]).map(
            tuple
        )
        | st.just(()),
    ),
    unique_by=lambda one: one.id,
    max_size=2,
)
organizations = st.lists(
    st.builds(
        Organization,
        id=st.sampled_from(["lab", "board"]),
        name=texts,
        kind=st.sampled_from(["institute", "committee"]),
        aliases=st.permutations(["甲", "乙"]).map(tuple) | st.just(()),
    ),
    unique_by=lambda body: body.id,
    max_size=2,
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Taxonomy, Taxonomy]:
    """Two sides that share most of their ids: both are edits of one random taxonomy."""
    common = draw(taxonomies)
    return draw(edited(common)), draw(edited(common))


@st.composite
def edited(draw: st.DrawFn, taxonomy: Taxonomy) -> Taxonomy:
    """The taxonomy after a few random edits of anything in it; trees may break."""
    table = dict(taxonomy.categories)
    for category_id in draw(st.lists(st.sampled_from(sorted(table)), max_size=4)) if table else ():
        if category_id not in table:
            continue
        changed = draw(st.sampled_from([_with_field, _turned, _with_standard, None]))
        if changed is None:
            del table[category_id]
        else:
            table[category_id] = draw(changed(table[category_id]))
    if len(table) > 1 and draw(st.booleans()):
        _rehome(table, *draw(st.permutations(sorted(table)))[:2])
    system = taxonomy.system
    for name in draw(st.lists(st.sampled_from(sorted(SYSTEM_FIELDS)), unique=True, max_size=2)):
        system = replace(system, **{name: draw(SYSTEM_FIELDS[name])})
    return Taxonomy(
        system,
        table.values(),
        organizations=draw(organizations),
        consultations=draw(consultations),
    )


@st.composite
def _with_field(draw: st.DrawFn, category: Category) -> Category:
    name = draw(st.sampled_from(sorted(CATEGORY_FIELDS)))
    return replace(category, **{name: draw(CATEGORY_FIELDS[name])})


@st.composite
def _turned(draw: st.DrawFn, category: Category) -> Category:
    status = draw(st.sampled_from(["draft", "active", "retired"]))
    successors = draw(some_ids)
    block = ended(*successors)["retired"] if status == "retired" else None
    return replace(category, status=status, retired=block)


@st.composite
def _with_standard(draw: st.DrawFn, category: Category) -> Category:
    rows = {row.id: row for row in category.standards}
    standard_id = draw(st.sampled_from([f"s-{category.id}-{number}" for number in range(4)]))
    name = draw(st.sampled_from(sorted(STANDARD_FIELDS)))
    row = rows.get(standard_id, Standard(id=standard_id, title={"zh": "新"}))
    rows[standard_id] = replace(row, **{name: draw(STANDARD_FIELDS[name])})
    if draw(st.booleans()) and len(rows) > 1:
        del rows[draw(st.sampled_from(sorted(rows)))]
    return replace(category, standards=tuple(rows.values()))


def _rehome(table: dict[str, Category], source: str, target: str) -> None:
    """Move the first standard of one category to another."""
    first, *rest = table[source].standards or (None,)
    if first is not None:
        table[source] = replace(table[source], standards=tuple(rest))
        rows = (*table[target].standards, first)
        table[target] = replace(table[target], standards=rows)
