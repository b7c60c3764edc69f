"""What the subject of a finding is called in the middle of a sentence."""

from __future__ import annotations

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import Subject
from stdtree.model.taxonomy import Taxonomy


def accept(rule: str, subject_id: str) -> Label:
    """What to type where a finding is right as it is."""
    typed = f"stdtree accept {rule} {subject_id}"
    return Label(f"{typed} --reason 理由", f"{typed} --reason REASON")


def who(taxonomy: Taxonomy, subject: Subject) -> Label:
    """The subject by its name, with the word for what it is: the category BB “技术转移”."""
    if subject.entity == "category":
        name = names.quoted_category(taxonomy.categories[subject.id])
        return Label("类目 ", "the category ") + name
    if subject.entity == "standard":
        name = names.quoted_standard(taxonomy.standards[subject.id].standard)
        return Label("标准 ", "the standard ") + name
    if subject.entity == "consultation":
        name = names.quoted(taxonomy.consultations[subject.id].title, subject.id)
        return Label("征求意见", "the consultation ") + name
    if subject.entity == "correspondence":
        return Label("人工对照 ", "the correspondence ") + same(subject.id)
    return Label("system.yaml", "system.yaml")
