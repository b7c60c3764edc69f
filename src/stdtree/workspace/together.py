"""Several operations as one step: done together, undone together, or refused together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.edit import Operation
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.workspace.opened import Workspace

OPERATION = "several"
"""What the journal calls such a step."""


def after_all(taxonomy: Taxonomy, operations: Sequence[Operation]) -> Taxonomy:
    """The taxonomy after the operations, one upon the other. Raises EditError for one refused."""
    for operation in operations:
        taxonomy = operation.apply(taxonomy)
    return taxonomy


def apply_together(workspace: Workspace, operations: Sequence[Operation], label: Label) -> Label:
    """Journals them as one step; says what was done. Raises EditError, and then nothing changed.

    A single operation is journalled as itself; `label` is what several are called.
    """
    from stdtree import edit

    if len(operations) == 1:
        return workspace.apply(operations[0])
    after = after_all(workspace.taxonomy, operations)
    steps = [{"operation": one.operation_id(), "fields": edit.encode(one)} for one in operations]
    workspace.take(OPERATION, {"operations": steps}, label, after=after)
    return label
