"""Why a change cannot be applied, in the user's words."""

from __future__ import annotations

from collections.abc import Sequence

from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.fit import Leaf
from stdtree.model.taxonomy import Taxonomy

_HINT = Label(
    "差异只能套用到它的起始版本；要与别的修改合在一起，请用 stdtree merge",
    "A difference fits the release it starts from; to join it with other edits: stdtree merge",
)


class Misfit(Exception):  # noqa: N818 -- never leaves this package; PatchError is what does
    """A change is not one of what is there; says which and why."""

    def __init__(self, change: Change, why: Label, leaves: Sequence[Leaf] = ()) -> None:
        super().__init__(why.en)
        self.change = change
        self.why = why
        self.leaves = leaves


class PatchError(UsageError):
    """A change does not fit the system it is applied to; nothing was changed."""


def refusal(problem: Misfit, taxonomy: Taxonomy) -> PatchError:
    """The error that names the item by its code and title, what was to happen, and why not."""
    change = problem.change
    entity, kind = words.ENTITY[change.entity], BASE_KINDS[change.kind]
    item = names.named(taxonomy, change.entity, change.id)
    detail = words.field_word(change.field or "") + same(change.lang or "")
    what = names.titled(kind, detail) if detail.en else kind
    failed = Label(
        f"{entity.zh} {item.zh}：变更“{what.zh}”无法套用，",
        f"{entity.en} {item.en}: cannot apply “{what.en}”, ",
    )
    return PatchError(failed + problem.why, _HINT)
