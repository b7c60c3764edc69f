"""WIRING: an opened repository. Composes store and engines and holds "now"; decides nothing itself.

    workspace = Workspace.open()
    for finding in workspace.check(): ...
    workspace.apply(MoveCategory(id="incubation", to="key-domains"))
    workspace.save()

`opened` holds the state; each verb has a module of its own, which `opened` imports when called.
"""

from stdtree.workspace.editions import Edition
from stdtree.workspace.opened import Workspace
from stdtree.workspace.pending import Step

__all__ = ["Edition", "Step", "Workspace"]
