"""Ids that stand twice in one side, which nothing can be paired by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from stdtree.diff.paired import Paired
from stdtree.label import Label
from stdtree.model.difference import End


def repeated(before: End, after: End, pairs: Paired) -> tuple[Label, ...]:
    """A warning for each standard or target whose id stands twice: only the first is compared."""
    older, newer = pairs.repeated
    return (*_warnings(before, older), *_warnings(after, newer))


def _warnings(end: End, standards: Sequence[str]) -> Iterator[Label]:
    targets = Counter(target.id for target in end.taxonomy.system.targets)
    again = sorted(one for one, count in targets.items() if count > 1)
    for what, ids in ((Label("标准", "standard"), standards), (Label("目标", "target"), again)):
        for one in ids:
            yield Label(
                f"{end.name}：{what.zh}标识“{one}”重复出现，只比较第一处",
                f"{end.name}: more than one {what.en} has the id “{one}”;"
                " only the first is compared",
            )
