"""Flows: what a command does from first question to last word, each read top to bottom.

A flow asks through dialogs, tells the workspace, and lets the desk show the result.

`from stdtree.tui.flows import keep` imports nothing yet: a flow is read when it is first used,
which is after the first picture. What flows need (dialogs, operations, pydantic) takes as long to
import as everything that the picture needs.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def __getattr__(name: str) -> ModuleType:
    """The flow of this name, to be read when something of it is used."""
    spec = None if name.startswith("_") else find_spec(f"{__name__}.{name}")
    if spec is None or spec.loader is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    setattr(sys.modules[__name__], name, module)
    return module
