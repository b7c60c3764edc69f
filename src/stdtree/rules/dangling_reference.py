"""A field names a category, standard or organization that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.nearest import Guesses
from stdtree.model.words import field_word
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._references import WORDS, Known, references
from stdtree.rules._words import who


def check(context: Context) -> Iterator[Found]:
    """References by id, and the subjects of accepted findings."""
    taxonomy, known = context.taxonomy, Known(context)
    guesses = Guesses(_MEND)
    for entity, (subject_id, field, target, wrong) in references(context, known):
        if not known.has(target, wrong):
            known_ids = chain.from_iterable(known.ids(target))
            hint = guesses.hint(wrong, known_ids, kind=target)
            subject = Subject(entity, subject_id)
            message = _message(who(taxonomy, subject), field, WORDS[target], wrong)
            yield Found(subject, message, hint, field, related=(wrong,))


def _message(name: Label, field: FieldPath, kind: Label, wrong: str) -> Label:
    word = field_word(".".join(part for part in field if isinstance(part, str)))
    return Label(
        f"{name.zh} 的“{word.zh}”所引用的{kind.zh} {wrong} 不存在",
        f"{name.en} names in “{word.en}” the {kind.en} {wrong}, which does not exist",
    )


_MEND = Label("改正标识，或删除这一引用", "mend the id, or take the reference out")
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("引用落空", "Dangling reference"),
    why=Label(
        "指向不存在之物的引用会让读者扑空，导出的链接也会失效。"
        "检查责任单位、牵头单位、参见、相关类目、析出自、承接类目、同时列入、代替标准、"
        "征求意见中的单位、类目和标准，人工对照中的类目，以及已接受的问题。",
        "A reference to nothing leads readers nowhere and breaks links in exports. Looked at are"
        " owners, leads, see, related, split_from, succeeded_by, also_in,"
        " replaces, the bodies, categories and standards of consultations, the categories of manual"
        " correspondences, and accepted findings.",
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
    reach=Reach.REFERENCES,
)
