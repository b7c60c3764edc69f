"""Small taxonomies for tests: written as an outline, or drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from hypothesis import strategies as st

from stdtree.model.category import Category, Retired, SchemeMap, Successor
from stdtree.model.organization import Organization
from stdtree.model.standard import Plan, Standard
from stdtree.model.system import Facet, FacetValue, Level, System
from stdtree.model.taxonomy import Taxonomy

SYSTEM = System(
    id="demo",
    title={"zh": "示例标准体系", "en": "Demo standards system"},
    format=1,
    languages=("zh", "en"),
    levels=(
        Level(id="part", title={"zh": "部分", "en": "Part"}, pattern="[A-Z]"),
        Level(
            id="domain",
            title={"zh": "领域", "en": "Domain"},
            pattern="[A-Z][A-Z0-9]{1,3}",
            extends_parent=True,
        ),
        Level(
            id="group",
            title={"zh": "组", "en": "Group"},
            pattern="[A-Z][A-Z0-9]{2,6}",
            extends_parent=True,
        ),
    ),
    facets={
        "chain": Facet(
            title={"zh": "产业链环节", "en": "Chain link"},
            values=(
                FacetValue(id="research", title={"zh": "研究", "en": "Research"}),
                FacetValue(id="transfer", title={"zh": "转化", "en": "Transfer"}),
            ),
        )
    },
)
"""Three levels: A, A1…, A11…; two languages; one facet."""


def category(
    category_id: str, code: str | None = None, parent: str | None = None, **fields: Any
) -> Category:
    """A complete active category; any field can be given."""
    made: dict[str, Any] = {
        "id": category_id,
        "code": code,
        "parent": parent,
        "title": {"zh": f"类目{category_id}", "en": f"Category {category_id}"},
        "definition": {"zh": f"{category_id}的定义。"},
    }
    return Category(**(made | fields))


def taxonomy(*categories: Category, **rest: Any) -> Taxonomy:
    """A taxonomy of the demo system."""
    return Taxonomy(rest.pop("system", SYSTEM), categories, **rest)


def sample() -> Taxonomy:
    """Two parts, five domains, one group, four standards, two bodies."""
    return taxonomy(
        category("basics", "A"),
        category("terms", "A1", "basics", standards=(standard("gbt-1-2020", "GB/T 1-2020"),)),
        category("methods", "A2", "basics", owner="lab"),
        category("fields", "B"),
        category(
            "transfer",
            "B1",
            "fields",
            standards=(
                standard("gbt-34670-2017", "GB/T 34670-2017", also_in=("terms",)),
                standard(
                    "planned-one", None, plan=Plan(stage="to-draft", level="industry", year=2027)
                ),
            ),
            excludes=({"zh": "孵化", "see": "incubation"},),
        ),
        category(
            "incubation", "B2", "fields", maps=(SchemeMap(scheme="GB/T 4754-2017", code="7540"),)
        ),
        category("promotion", "B3", "fields", facets={"chain": ("transfer",)}),
        category(
            "brokers",
            "B11",
            "transfer",
            standards=(standard("t-tmac-021-2020", "T/TMAC 021-2020"),),
        ),
        organizations=(
            Organization(id="lab", name={"zh": "示例实验室", "en": "Sample lab"}, kind="institute"),
            Organization(
                id="board", name={"zh": "示例委员会", "en": "Sample board"}, kind="committee"
            ),
        ),
    )


def standard(standard_id: str, number: str | None = None, **fields: Any) -> Standard:
    """A standard in force, or a planned one if it has no number."""
    made: dict[str, Any] = {
        "id": standard_id,
        "title": {"zh": f"标准{standard_id}"},
        "number": number,
        "status": "in-force" if number else None,
    }
    if number is None and "plan" not in fields:
        made["plan"] = Plan(stage="to-draft")
    return Standard(**(made | fields))


# -- drawn by Hypothesis --------------------------------------------------------------------------

IDS = [f"c{number}" for number in range(12)]
words = (
    st.text(alphabet="服务技术转移ab [/]:#'\"-", min_size=1, max_size=8).map(str.strip).filter(bool)
)
texts = st.builds(lambda zh, en: {"zh": zh} | ({"en": en} if en else {}), words, st.none() | words)


def categories(ids: Iterable[str]) -> st.SearchStrategy[tuple[Category, ...]]:
    """Well-formed forests over some of `ids`: parents come before children, codes may be shared."""
    pool = tuple(ids)

    @st.composite
    def draw_tree(draw: st.DrawFn) -> tuple[Category, ...]:
        chosen = draw(st.lists(st.sampled_from(pool), unique=True, max_size=len(pool)))
        made: list[Category] = []
        for index, category_id in enumerate(chosen):
            parent = draw(st.none() | st.sampled_from(chosen[:index])) if index else None
            made.append(draw(_category(category_id, parent=parent, others=tuple(chosen))))
        return tuple(made)

    return draw_tree()


@st.composite
def _category(
    draw: st.DrawFn, category_id: str, *, parent: str | None, others: tuple[str, ...]
) -> Category:
    status = draw(st.sampled_from(["active", "active", "active", "draft", "retired"]))
    successors = draw(st.lists(st.sampled_from(others), unique=True, max_size=2))
    retired = None
    if status == "retired":
        retired = Retired(
            release="1.1",
            succeeded_by=tuple(Successor(id=i) for i in successors if i != category_id),
            reason=draw(st.none() | texts),
        )
    rows = draw(st.lists(st.integers(0, 3), unique=True, max_size=2))
    return Category(
        id=category_id,
        title=draw(texts),
        code=draw(st.none() | st.from_regex(r"[A-C][0-9]{0,2}", fullmatch=True)),
        parent=parent,
        status=status,
        definition=draw(st.none() | texts),
        excludes=tuple(
            {**text, "see": draw(st.sampled_from(others))}
            for text in draw(st.lists(texts, max_size=1))
        ),
        facets=draw(
            st.sampled_from([{}, {"chain": ("research",)}, {"chain": ("research", "transfer")}])
        ),
        retired=retired,
        standards=tuple(
            Standard(
                id=f"s-{category_id}-{row}",
                title=draw(texts),
                number=draw(st.none() | st.sampled_from(["GB/T 1-2020", "T/TMAC 021-2020"])),
                status=draw(st.sampled_from([None, "in-force", "replaced"])),
            )
            for row in rows
        ),
    )


taxonomies = categories(IDS).map(lambda found: taxonomy(*found))
"""Random systems of up to twelve categories."""


def plain(value: Any) -> Any:
    """A model value as plain data."""
    return msgspec.to_builtins(value)
