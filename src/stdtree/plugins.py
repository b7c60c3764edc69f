"""One module = one plug-in, and its file name is its id: nothing to register anywhere.

Rules, operations, exporters, report formats and commands are found by looking into their package.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def names(package: ModuleType, *, prefix: str = "") -> tuple[str, ...]:
    """Ids of the plug-ins of `package`, sorted, without importing any of them.

    Modules that start with `_` are not plug-ins. With `prefix`, only modules that start with it
    count, and the id is what follows (`as_markdown` with prefix `as_` is `markdown`).
    """
    found = (info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(
        sorted(
            name.removeprefix(prefix).replace("_", "-")
            for name in found
            if name.startswith(prefix) and not name.startswith("_")
        )
    )


def load(package: ModuleType, plugin_id: str, *, prefix: str = "") -> ModuleType:
    """The module of one plug-in. Raises ModuleNotFoundError if there is no such file."""
    return import_module(f"{package.__name__}.{prefix}{plugin_id.replace('-', '_')}")


def discover(package: ModuleType, *, prefix: str = "") -> dict[str, ModuleType]:
    """All plug-ins of `package` by id, imported."""
    return {name: load(package, name, prefix=prefix) for name in names(package, prefix=prefix)}
