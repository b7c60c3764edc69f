"""A field names a category, standard, organization or facet that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.nearest import did_you_mean
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import ENTITY, field_word
from stdtree.rules import Context, Found, Rule
from stdtree.rules._references import WORDS, Target, known_ids, references
from stdtree.rules._words import who


def check(context: Context) -> Iterator[Found]:
    """References by id, facet values, and the subjects of accepted findings."""
    taxonomy, known = context.taxonomy, known_ids(context)
    hints: dict[tuple[Target, str], Label] = {}
    for entity, (subject_id, field, target, wrong) in references(taxonomy):
        if target in known and wrong not in known[target]:
            hint = hints.get((target, wrong))
            if hint is None:
                hint = hints[target, wrong] = did_you_mean(wrong, known[target]) or _MEND
            subject = Subject(entity, subject_id)
            message = _message(who(taxonomy, subject), field, WORDS[target], wrong)
            yield Found(subject, message, hint, field, related=(wrong,))
    yield from _facets(taxonomy)


def _facets(taxonomy: Taxonomy) -> Iterator[Found]:
    facets = {key: [v.id for v in facet.values] for key, facet in taxonomy.system.facets.items()}
    for category in taxonomy.categories.values():
        for facet, values in category.facets.items():
            wrong: list[tuple[FieldPath, Label, str]]
            if facet not in facets:
                wrong = [(("facets", facet), ENTITY["facet"], facet)]
            else:
                wrong = [
                    (("facets", facet, index), _VALUE, value)
                    for index, value in enumerate(values)
                    if value not in facets[facet]
                ]
            for field, word, undefined in wrong:
                subject = Subject("category", category.id)
                message = _message(who(taxonomy, subject), field, word, undefined)
                hint = did_you_mean(undefined, facets.get(facet, facets)) or _DEFINE
                yield Found(subject, message, hint, field, related=(undefined,))


def _message(name: Label, field: FieldPath, kind: Label, wrong: str) -> Label:
    word = field_word(".".join(part for part in field if isinstance(part, str)))
    return Label(
        f"{name.zh} 的“{word.zh}”所引用的{kind.zh} {wrong} 不存在",
        f"{name.en} names in “{word.en}” the {kind.en} {wrong}, which does not exist",
    )


_VALUE = Label("分面取值", "facet value")
_MEND = Label("改正标识，或删除这一引用", "mend the id, or take the reference out")
_DEFINE = Label(
    "在 system.yaml 的 facets 中定义，或删除", "define it in system.yaml, or take it out"
)
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("引用落空", "Dangling reference"),
    why=Label(
        "指向不存在之物的引用会让读者扑空，导出的链接也会失效。"
        "检查责任单位、牵头单位、分面及其取值、参见、析出自、承接类目、同时列入、代替标准、"
        "征求意见中的单位、类目和标准，以及已接受的问题。",
        "A reference to nothing leads readers nowhere and breaks links in exports. Looked at are"
        " owners, leads, facets and their values, see, split_from, succeeded_by, also_in, replaces,"
        " the bodies, categories and standards of consultations, and accepted findings.",
    ),
    fix=Label("改正标识，或补上所引用的对象。", "Mend the id, or add what it names."),
    bad="""\
categories:
  - {id: fields, code: B, owner: sample-board}
  - {id: incubation, code: BC, parent: fields, excludes: [{zh: 技术转移, see: transfer}]}
""",
    good="""\
organizations:
  - {id: sample-board, name: {zh: 示例委员会, en: Sample board}, kind: committee}
categories:
  - {id: fields, code: B, owner: sample-board}
  - {id: transfer, code: BB, parent: fields}
  - {id: incubation, code: BC, parent: fields, excludes: [{zh: 技术转移, see: transfer}]}
""",
    check=check,
)
