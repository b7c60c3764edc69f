"""VERBS, comparing: two taxonomies in, a difference out. Imports only `model`, `label`, `errors`.

    difference = diff.compare(End("1.0", old, old_digest), End("1.1", new, new_digest))
    assert diff.apply(difference.changes, old) == new
    assert diff.apply(diff.mirror(difference.changes), new) == old

Belongs here: base changes, the events they amount to, the correspondence, and what they call for
under the bump policy. Does not belong here: reading releases, merging, wording for people.
"""

from stdtree.diff.compare import compare
from stdtree.diff.misfit import PatchError
from stdtree.diff.order import mirror
from stdtree.diff.patch import apply

__all__ = ["PatchError", "apply", "compare", "mirror"]
