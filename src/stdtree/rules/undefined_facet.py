"""A category names a facet, or a value of one, that system.yaml does not define."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.nearest import did_you_mean
from stdtree.model.words import ENTITY
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Facets and values of all categories."""
    defined = {
        facet_id: {value.id for value in facet.values}
        for facet_id, facet in context.taxonomy.system.facets.items()
    }
    hints: dict[FieldPath, Label] = {}
    for category in context.categories:
        for facet, values in category.facets.items():
            if facet not in defined:
                yield _undefined(category, ("facets", facet), hints, known=defined)
                continue
            known = defined[facet]
            for index, value in enumerate(values):
                if value not in known:
                    yield _undefined(category, ("facets", facet, index), hints, known=known)


def _undefined(
    category: Category, field: FieldPath, hints: dict[FieldPath, Label], *, known: Iterable[str]
) -> Found:
    """One finding; `hints` keeps what was probably meant, since a slip is seldom made once."""
    name, (_, facet, *at) = names.quoted_category(category), field
    wrong, kind = str(facet), ENTITY["facet"]
    if at:
        wrong = category.facets[wrong][int(at[0])]
        kind = Label(f"分面 {facet} 的取值", f"value of the facet {facet}:")
    if (facet, wrong) not in hints:
        hints[facet, wrong] = did_you_mean(wrong, known) or _DEFINE
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 所用的{kind.zh} {wrong} 没有定义",
            f"the category {name.en} has an undefined {kind.en} {wrong}",
        ),
        hint=hints[facet, wrong],
        field=field,
        related=(wrong,),
    )


_DEFINE = Label(
    "在 system.yaml 的 facets 中定义，或删除", "define it in system.yaml, or take it out"
)
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("分面未定义", "Undefined facet"),
    why=Label(
        "按分面排列的表和矩阵以 system.yaml 中的取值为行列；没有定义的取值不会出现在任何地方。",
        "Tables and matrices by facet have the values in system.yaml for rows and columns; what is"
        " not defined there shows nowhere.",
    ),
    fix=Label(
        "改正标识，或在 system.yaml 的 facets 中定义。",
        "Mend the id, or define the value in `facets` in system.yaml.",
    ),
    bad="""\
system:
  facets: {chain: {title: {zh: 环节}, values: [{id: research, title: {zh: 研究开发}}]}}
categories:
  - {id: services, code: B, facets: {chain: [reserch]}}
""",
    good="""\
system:
  facets: {chain: {title: {zh: 环节}, values: [{id: research, title: {zh: 研究开发}}]}}
categories:
  - {id: services, code: B, facets: {chain: [research]}}
""",
    check=check,
    reach=Reach.ITSELF,
)
