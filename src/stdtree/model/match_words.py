"""The evidence of a match in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stdtree.label import Label
from stdtree.model.evidence import Evidence, EvidenceKind
from stdtree.model.match import Match
from stdtree.model.names import listed

_ALIKE: Mapping[EvidenceKind, Label] = {
    "code": Label("体系编号相近", "codes alike"),
    "title": Label("名称相近", "titles alike"),
    "notes": Label("说明相近", "notes alike"),
    "position": Label("上级相近", "parents alike"),
    "nesting": Label("与对方的上级名称相近", "title like that of the other's parent"),
    "children": Label("下级类目相应", "children that belong together"),
    "standards": Label("标准相同", "standards in common"),
    "maps": Label("所对应的其他分类相同", "places in other classifications in common"),
    "spelling": Label("字词相同", "words the same"),
    "wording": Label("文字相同", "texts the same"),
    "scope": Label("包括与不包括的事项相同", "matters included and excluded the same"),
}
_SAME: Mapping[EvidenceKind, Label] = {
    "code": Label("体系编号相同", "same code"),
    "title": Label("名称相同", "same title"),
    "position": Label("上级相同", "same parent"),
    "spelling": Label("仅书写不同", "only spelled differently"),
}
_OF_TEXTS = frozenset({"wording", "scope"})
"""Of how texts changed, little that stays says as much as a lot."""


def evidence_of(match: Match) -> Label:
    """What speaks for a match, in one line: same code, titles 83% alike."""
    return evidence_told(match.evidence)


def evidence_told(evidence: Sequence[Evidence]) -> Label:
    """Evidence in one line, also of a redefinition: its texts stay by 92%."""
    return listed(_told(evidence))


def _told(evidence: Sequence[Evidence]) -> Iterator[Label]:
    title = next((one.likeness for one in evidence if one.kind == "title"), 0.0)
    for one in evidence:
        percent = round(one.likeness * 100)
        speaks = percent or one.kind in _OF_TEXTS
        if not speaks or (one.kind == "nesting" and one.likeness <= title):
            continue  # a title that is alike says it already
        if one.likeness == 1 and one.kind in _SAME:
            yield _SAME[one.kind]
        else:
            yield _ALIKE[one.kind] + Label(f" {percent}%", f" {percent}%")
