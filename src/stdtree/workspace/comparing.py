"""Two names → all that is known of what turns the one into the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.model.difference import Difference
from stdtree.workspace.corresponding import settled
from stdtree.workspace.editions import compare, skipped

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def compared(
    workspace: Workspace,
    before: str,
    after: str,
    *,
    via: Sequence[str] = (),
    suggest: bool = False,
) -> Difference:
    """The difference with events over skipped releases, and its correspondence as people have it.

    `via`: the steps of the correspondence; `suggest`: whether to match what has no lineage.
    """
    ends = workspace.edition(before), workspace.edition(after)
    between = skipped(workspace, before, after)
    return settled(workspace, compare(*ends, between=between, suggest=suggest), via)
