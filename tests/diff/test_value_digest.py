"""The digest by which a patch knows where it leads from and to."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from stdtree import diff
from stdtree.diff.value_digest import value_digest
from stdtree.model.canonical import digest
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.effort import one_in
from tests.trees import sample

some = one_in(2)


@some
@given(pairs())
def test_a_patch_leads_to_the_digest_of_the_other_side(pair: tuple[Taxonomy, Taxonomy]) -> None:
    """There and back; and two sides with one digest do not differ."""
    before, after = (side.released() for side in pair)
    changes = between(before, after).changes

    assert value_digest(diff.apply(changes, before)) == value_digest(after)
    assert value_digest(diff.apply(diff.mirror(changes), after)) == value_digest(before)
    assert (value_digest(before) == value_digest(after)) == (not changes)


def test_order_of_sets_does_not_count_and_order_of_lists_does() -> None:
    """The digest of a release tells apart both."""
    tree = sample()
    transfer = tree.categories["transfer"]
    row = transfer.standards[0]
    sets = [
        tree.with_(
            replace(transfer, standards=(replace(row, also_in=also), *transfer.standards[1:]))
        )
        for also in (("terms", "methods"), ("methods", "terms"))
    ]
    levels = tree.with_(system=replace(tree.system, levels=tuple(reversed(tree.system.levels))))

    assert digest(sets[0]) != digest(sets[1])
    assert value_digest(sets[0]) == value_digest(sets[1])
    assert value_digest(levels) != value_digest(tree)
