"""Ids that stand twice in one side, which nothing can be paired by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from stdtree.label import Label
from stdtree.model.difference import End


def repeated(end: End) -> tuple[Label, ...]:
    """A warning for each standard or target whose id stands twice: only the first is compared."""
    taxonomy = end.taxonomy
    rows = [row.id for category in taxonomy.categories.values() for row in category.standards]
    targets = [target.id for target in taxonomy.system.targets]
    return tuple(
        Label(
            f"{end.name}：{what.zh}标识“{one}”重复出现，只比较第一处",
            f"{end.name}: more than one {what.en} has the id “{one}”; only the first is compared",
        )
        for what, ids in ((Label("标准", "standard"), rows), (Label("目标", "target"), targets))
        for one in _twice(ids)
    )


def _twice(ids: Sequence[str]) -> list[str]:
    if len(set(ids)) == len(ids):
        return []
    return sorted(one for one, count in Counter(ids).items() if count > 1)
